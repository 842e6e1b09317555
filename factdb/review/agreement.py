"""How far two curators agree: percent, Cohen's kappa and Gwet's AC1, over verdicts by kind and over the fields of accepted claims.

Cohen, "A coefficient of agreement for nominal scales" (1960); Gwet, "Computing inter-rater reliability and its variance in
the presence of high agreement" (2008). Kappa falls when nearly everything is verified, however well two curators agree; AC1 does not.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Any

from sqlmodel import Session

from factdb.review.form import field_names, typed
from factdb.review.stances import ACCEPTED, Stance, stances

COLUMNS = ("of", "kind", "claims", "percent", "kappa", "ac1")
Pair = tuple[str, str]
_DIGITS = 3


def agreement(session: Session) -> list[dict[str, Any]]:
    """Rows with COLUMNS: verdicts over all and by kind, then each field of the claims that both accepted.

    The first two curators of each claim are compared; a claim that was adjudicated counts with what was read since.
    """
    verdicts: dict[str, list[Pair]] = defaultdict(list)
    fields: dict[str, list[Pair]] = defaultdict(list)
    for _, (one, two, *_) in stances(session):
        pair = (_verdict(one), _verdict(two))
        verdicts["all"].append(pair)
        verdicts[one.state["kind"]].append(pair)
        if pair == ("accepted", "accepted"):
            for name in field_names(one.state["kind"]):
                fields[name].append((typed(one.state, name), typed(two.state, name)))
    rows = [_row("verdict", kind, pairs) for kind, pairs in verdicts.items()]
    return rows + [_row(name, "all", pairs) for name, pairs in fields.items()]


def percent(pairs: Sequence[Pair]) -> float:
    """The share of pairs that agree, from 0 to 100."""
    return 100 * sum(one == two for one, two in pairs) / len(pairs)


def kappa(pairs: Sequence[Pair]) -> float | None:
    """Cohen's kappa; None where both say the same of everything, so that chance alone would agree."""
    first, second = Counter(one for one, _ in pairs), Counter(two for _, two in pairs)
    chance = sum(first[name] * second[name] for name in first) / len(pairs) ** 2
    return None if chance == 1 else (percent(pairs) / 100 - chance) / (1 - chance)


def ac1(pairs: Sequence[Pair]) -> float | None:
    """Gwet's AC1 over the categories that occur; None where there is but one."""
    named = Counter(name for pair in pairs for name in pair)
    if len(named) < 2:
        return None
    shares = [count / (2 * len(pairs)) for count in named.values()]
    chance = sum(share * (1 - share) for share in shares) / (len(named) - 1)
    return (percent(pairs) / 100 - chance) / (1 - chance)


def _verdict(stance: Stance) -> str:
    return "accepted" if stance.status in ACCEPTED else stance.status


def _row(of: str, kind: str, pairs: Sequence[Pair]) -> dict[str, Any]:
    k, a = kappa(pairs), ac1(pairs)
    scores = {"kappa": None if k is None else round(k, _DIGITS), "ac1": None if a is None else round(a, _DIGITS)}
    return {"of": of, "kind": kind, "claims": len(pairs), "percent": round(percent(pairs), 1), **scores}
