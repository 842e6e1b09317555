"""Weights of the features, fitted on pairs of claims of running news stories (`python -m benchmarks.fit_facts` prints the table)."""

WEIGHTS: dict[str, float] = {
    "bias": -2.92,
    "same_value": 1.93,
    "telling_value": 1.92,
    "differ": -2.78,
    "close_differ": 3.07,
    "overlap": 0.92,
    "moving": -1.17,
    "update": 1.54,
    "about": 0.64,
    "near": 2.04,
    "sentence": 0.85,
    "names": 1.81,
    "strangers": -2.35,
    "numbers": 0.98,
    "same_unit": 0.76,
    "other_outcome": -0.41,
    "days": -0.91,
    "date": -0.60,
    "casualty": -0.35,
    "one_article": -2.03,
    "main": 2.58,
    "main_differ": -0.88,
    "lead_differ": -0.68,
    "partner": -1.93,
    "margin": 0.72,
}

# Two claims may be about one fact from this likelihood on, and two groups are joined when their pairs are so on average.
SAME = 0.3
LINK = 0.3
# Within a fact, two claims that are hardly like each other are not said to conflict; as a finding a conflict is told where the two are
# about one fact at least this surely.
HARDLY = 0.1
SURE = 0.38
