"""Weights of the features, fitted on pairs of claims of running news stories (`python -m benchmarks.fit_facts` prints the table)."""

WEIGHTS: dict[str, float] = {
    "bias": -2.54,
    "same_value": 1.72,
    "telling_value": 2.39,
    "differ": -3.06,
    "close_differ": 2.99,
    "overlap": 1.21,
    "moving": -1.29,
    "update": 1.50,
    "about": 0.92,
    "near": 1.56,
    "sentence": 0.61,
    "names": 2.08,
    "strangers": -3.07,
    "numbers": 0.90,
    "same_unit": 0.51,
    "other_outcome": -0.96,
    "days": -1.12,
    "date": -0.94,
    "casualty": -0.25,
    "one_article": -2.12,
    "main": 2.40,
    "main_differ": -0.83,
    "lead_differ": -0.90,
    "partner": -1.64,
    "margin": 0.70,
}

# Two claims may be about one fact from this likelihood on, and two groups are joined when their pairs are so on average.
SAME = 0.3
LINK = 0.3
# A conflict is only told when the two claims are about one fact at least this surely.
SURE = 0.35
