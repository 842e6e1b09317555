"""Weights of the features, fitted on pairs of claims of running news stories (`python -m benchmarks.fit_facts` prints the table)."""

WEIGHTS: dict[str, float] = {
    "bias": -2.87,
    "same_value": 2.00,
    "telling_value": 1.79,
    "differ": -2.76,
    "close_differ": 2.94,
    "overlap": 0.82,
    "moving": -1.26,
    "update": 1.03,
    "about": 1.08,
    "near": 1.52,
    "sentence": 0.69,
    "names": 1.98,
    "strangers": -3.18,
    "numbers": 0.80,
    "same_unit": 0.78,
    "other_outcome": -0.86,
    "days": -1.04,
    "date": -0.62,
    "casualty": -0.09,
    "one_article": -2.11,
    "main": 2.27,
    "main_differ": -0.57,
    "lead_differ": -0.74,
    "partner": -2.13,
    "margin": 0.71,
}

# Two claims may be about one fact from this likelihood on, and two groups are joined when their pairs are so on average.
SAME = 0.3
LINK = 0.3
# Within a fact, two claims that are hardly like each other are not said to conflict; as a finding a conflict is told where the two are
# about one fact at least this surely.
HARDLY = 0.1
SURE = 0.4
