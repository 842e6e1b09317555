"""Weights of the features, fitted on pairs of claims of running news stories (`python -m benchmarks.fit_facts` prints the table)."""

WEIGHTS: dict[str, float] = {
    "bias": -3.01,
    "same_value": 1.89,
    "telling_value": 2.08,
    "differ": -2.92,
    "close_differ": 3.73,
    "overlap": 0.95,
    "moving": -1.07,
    "update": 1.30,
    "about": 0.70,
    "near": 2.02,
    "sentence": 1.25,
    "names": 1.62,
    "strangers": -0.28,
    "numbers": 1.11,
    "same_unit": 0.77,
    "other_outcome": -0.94,
    "days": -0.88,
    "date": -0.73,
    "casualty": -0.13,
    "one_article": -1.53,
    "main": 2.26,
    "main_differ": -0.50,
    "lead_differ": -0.98,
    "partner": -2.77,
    "margin": 0.59,
}

# Two claims may be about one fact from this likelihood on, and two groups are joined when their pairs are so on average.
SAME = 0.3
LINK = 0.3
# Within a fact, two claims that are hardly like each other are not said to conflict; as a finding a conflict is told where the two are
# about one fact at least this surely.
HARDLY = 0.1
SURE = 0.38
