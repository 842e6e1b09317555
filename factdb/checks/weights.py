"""Weights of the features, fitted on pairs of claims of running news stories (`python -m benchmarks.fit_facts` prints the table)."""

WEIGHTS: dict[str, float] = {
    "bias": -2.92,
    "same_value": 1.73,
    "telling_value": 2.19,
    "differ": -2.89,
    "close_differ": 3.41,
    "overlap": 1.13,
    "moving": -1.13,
    "update": 1.19,
    "about": 0.66,
    "near": 2.02,
    "sentence": 1.08,
    "names": 1.76,
    "strangers": -0.79,
    "numbers": 1.20,
    "same_unit": 0.94,
    "other_outcome": -1.54,
    "days": -0.72,
    "date": -0.97,
    "casualty": 0.21,
    "one_article": -1.67,
    "main": 1.46,
    "main_differ": 0.47,
    "lead_differ": -1.03,
    "partner": -2.67,
    "margin": 0.67,
}

# Two claims may be about one fact from this likelihood on, and two groups are joined when their pairs are so on average.
SAME = 0.33
LINK = 0.28
# Within a fact, two claims that are hardly like each other are not said to conflict; as a finding a conflict is told where the two are
# about one fact at least this surely.
HARDLY = 0.1
SURE = 0.38
