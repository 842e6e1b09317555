"""Weights of the features, fitted by logistic regression on pairs of claims of running news stories."""

WEIGHTS: dict[str, float] = {
    "bias": -1.41,
    "same_value": 1.4,
    "telling_value": 3.03,
    "differ": -2.84,
    "noun": -0.07,
    "near": 2.25,
    "sentence": 1.3,
    "names": 2.08,
    "story": 1.75,
    "near_differ": 0.35,
    "sentence_differ": -0.55,
    "outcome": 0.44,
    "other_outcome": -0.35,
    "other_scope": 0.08,
    "days": -2.66,
    "date": -0.25,
    "casualty": 0.09,
    "other_unit": -0.16,
}

SAME = 0.5
LINK = 0.4
# A conflict is only told when the two claims are about one fact at least this surely.
SURE = 0.5
