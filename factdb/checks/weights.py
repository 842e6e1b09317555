"""Weights of the features, fitted on pairs of claims of running news stories (`python -m benchmarks.fit_facts` prints the table)."""

WEIGHTS: dict[str, float] = {
    "bias": -2.85,
    "same_value": 1.70,
    "telling_value": 2.29,
    "differ": -2.75,
    "close_differ": 3.31,
    "overlap": 1.07,
    "moving": -1.07,
    "update": 0.94,
    "about": 0.67,
    "near": 1.92,
    "sentence": 1.06,
    "names": 1.69,
    "strangers": -0.82,
    "numbers": 1.23,
    "same_unit": 0.80,
    "other_outcome": -1.59,
    "days": -0.79,
    "date": -0.80,
    "casualty": 0.49,
    "one_article": -1.67,
    "main": 1.40,
    "main_differ": 0.61,
    "lead_differ": -0.96,
    "partner": -2.64,
    "margin": 0.83,
}

# Two claims may be about one fact from this likelihood on, and two groups are joined when their pairs are so on average.
SAME = 0.3
LINK = 0.3
# Within a fact, two claims that are hardly like each other are not said to conflict; as a finding a conflict is told where the two are
# about one fact at least this surely.
HARDLY = 0.1
SURE = 0.38
