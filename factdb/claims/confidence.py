"""How sure a reading is, from the features that speak for and against it."""

from collections.abc import Iterable

from factdb.claims.claim import Feature

_START = 0.5


def confidence(features: Iterable[Feature]) -> float:
    """0.05 to 0.95: an even chance, moved by the weight of each feature, to two decimals."""
    return round(min(0.95, max(0.05, _START + sum(feature.weight for feature in features))), 2)
