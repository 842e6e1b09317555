"""Weights of the features, fitted on pairs of claims of running news stories (`python -m benchmarks.fit_facts` prints the table)."""

WEIGHTS: dict[str, float] = {
    "bias": -2.78,
    "same_value": 1.66,
    "telling_value": 2.47,
    "differ": -2.41,
    "close_differ": 3.31,
    "overlap": 0.97,
    "moving": -1.43,
    "update": 1.15,
    "about": 0.67,
    "near": 1.96,
    "sentence": 1.04,
    "names": 1.75,
    "strangers": -0.78,
    "numbers": 1.11,
    "same_unit": 0.86,
    "other_outcome": -1.42,
    "days": -0.53,
    "date": -1.21,
    "one_article": -1.54,
    "main": 1.31,
    "main_differ": 0.38,
    "lead_differ": -0.60,
    "other_day": -0.57,
    "partner": -2.66,
    "margin": 0.75,
}

# Two claims may be about one fact from this likelihood on, and two groups are joined when their pairs are so on average.
SAME = 0.33
LINK = 0.22
# Within a fact, two claims that are hardly like each other are not said to conflict; as a finding a conflict is told where the two are
# about one fact at least this surely.
HARDLY = 0.1
SURE = 0.38
