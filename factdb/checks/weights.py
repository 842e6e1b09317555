"""Weights of the features, fitted on pairs of claims of running news stories (`python -m benchmarks.fit_facts` prints the table)."""

WEIGHTS: dict[str, float] = {
    "bias": -3.02,
    "same_value": 1.89,
    "telling_value": 2.05,
    "differ": -2.94,
    "close_differ": 3.65,
    "overlap": 1.02,
    "moving": -0.99,
    "update": 1.32,
    "about": 0.69,
    "near": 1.96,
    "sentence": 1.19,
    "names": 1.67,
    "strangers": -0.45,
    "numbers": 1.11,
    "same_unit": 0.81,
    "other_outcome": -0.92,
    "days": -0.85,
    "date": -0.72,
    "casualty": -0.11,
    "one_article": -1.55,
    "main": 2.24,
    "main_differ": -0.47,
    "lead_differ": -0.97,
    "partner": -2.70,
    "margin": 0.70,
}

# Two claims may be about one fact from this likelihood on, and two groups are joined when their pairs are so on average.
SAME = 0.3
LINK = 0.3
# Within a fact, two claims that are hardly like each other are not said to conflict; as a finding a conflict is told where the two are
# about one fact at least this surely.
HARDLY = 0.1
SURE = 0.38
