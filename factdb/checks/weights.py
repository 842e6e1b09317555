"""Weights of the features, fitted on pairs of claims of running news stories (`python -m benchmarks.fit_facts` prints the table)."""

WEIGHTS: dict[str, float] = {
    "bias": -2.90,
    "same_value": 1.72,
    "telling_value": 2.30,
    "differ": -2.74,
    "close_differ": 3.34,
    "overlap": 1.05,
    "moving": -1.06,
    "update": 1.16,
    "about": 0.67,
    "near": 1.95,
    "sentence": 1.07,
    "names": 1.70,
    "strangers": -0.87,
    "numbers": 1.27,
    "same_unit": 0.77,
    "other_outcome": -1.46,
    "days": -0.79,
    "date": -0.76,
    "casualty": 0.37,
    "one_article": -1.72,
    "main": 1.52,
    "main_differ": 0.55,
    "lead_differ": -0.98,
    "partner": -2.61,
    "margin": 0.83,
}

# Two claims may be about one fact from this likelihood on, and two groups are joined when their pairs are so on average.
SAME = 0.3
LINK = 0.3
# Within a fact, two claims that are hardly like each other are not said to conflict; as a finding a conflict is told where the two are
# about one fact at least this surely.
HARDLY = 0.1
SURE = 0.38
