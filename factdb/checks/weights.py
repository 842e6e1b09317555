"""Weights of the features, fitted by logistic regression on pairs of claims of running news stories."""

WEIGHTS: dict[str, float] = {
    "bias": -1.51,
    "same_value": 1.8,
    "telling_value": 3.15,
    "differ": -3.24,
    "noun": 0.7,
    "near": 2.79,
    "sentence": 0.65,
    "names": 1.69,
    "story": 0.8,
    "near_differ": 0.53,
    "sentence_differ": -0.62,
    "noun_differ": -0.6,
    "names_differ": 0.28,
    "story_differ": -0.11,
    "date_differ": -0.18,
    "outcome_differ": 0.72,
    "close_differ": 3.08,
    "same_noun": -0.12,
    "same_noun_differ": -0.87,
    "outcome": 0.37,
    "other_outcome": -0.43,
    "other_scope": 0.06,
    "days": -2.73,
    "date": 0.18,
    "casualty": -0.18,
    "other_unit": -0.02,
}

SAME = 0.45
LINK = 0.35
# A conflict is only told when the two claims are about one fact at least this surely.
SURE = 0.5
# What is left of the score of two claims that differ where one of them has a better partner in the other's article.
RIVAL = 0.3
