"""Weights of the features, fitted on pairs of claims of running news stories (`python -m benchmarks.fit_facts` prints the table)."""

WEIGHTS: dict[str, float] = {
    "bias": -2.90,
    "same_value": 1.75,
    "telling_value": 2.25,
    "differ": -2.74,
    "close_differ": 3.34,
    "overlap": 1.06,
    "moving": -1.07,
    "update": 1.17,
    "about": 0.66,
    "near": 1.96,
    "sentence": 1.05,
    "names": 1.71,
    "strangers": -0.83,
    "numbers": 1.24,
    "same_unit": 0.80,
    "other_outcome": -1.46,
    "days": -0.77,
    "date": -0.79,
    "casualty": 0.34,
    "one_article": -1.71,
    "main": 1.51,
    "main_differ": 0.56,
    "lead_differ": -0.98,
    "partner": -2.63,
    "margin": 0.83,
}

# Two claims may be about one fact from this likelihood on, and two groups are joined when their pairs are so on average.
SAME = 0.3
LINK = 0.3
# Within a fact, two claims that are hardly like each other are not said to conflict; as a finding a conflict is told where the two are
# about one fact at least this surely.
HARDLY = 0.1
SURE = 0.38
