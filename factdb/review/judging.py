"""What curators decide about facts: that two claims are one fact or two, that a finding is none, which claim states a fact's value."""

from collections.abc import Sequence
from itertools import combinations

from sqlmodel import Session

from factdb.checks.finding import Finding
from factdb.checks.judged import ADOPT, DEPRECATED, PREFERRED, SAME, SET_ASIDE, pinned
from factdb.errors import FactdbError
from factdb.review.deciding import By, Told, judge
from factdb.storage.store import find_claim


def pin(session: Session, what: str, prefixes: Sequence[str], by: By) -> list[Told]:
    """Pin claims as `same` or `different`, each pair of them, until undone or pinned otherwise."""
    ids = list(dict.fromkeys(find_claim(session, prefix).id for prefix in prefixes))
    if len(ids) < 2:
        raise FactdbError("a pin needs two claims", where=", ".join(prefixes), next_step="Name two claims or more by their ids.")
    pairs = [(ids[0], other) for other in ids[1:]] if what == SAME else list(combinations(ids, 2))
    return [judge(session, first, what, {"other": second}, by) for first, second in (pinned(*pair) for pair in pairs)]


def set_aside(session: Session, finding: Finding, by: By) -> Told:
    """Close a finding with a reason: it is not told again of these claims."""
    claims = sorted({place.claim for place in finding.places if place.claim})
    if not claims:
        raise FactdbError("a finding on words that are no claim", where=finding.id, next_step="Add the claim first: `factdb claim add`.")
    if not (by.reason or by.note):
        raise FactdbError("a finding is only set aside with a reason", where=finding.id, next_step="Give --note or --reason.")
    return judge(session, claims[0], SET_ASIDE, {"check": finding.check, "others": claims[1:]}, by)


def adopt(session: Session, prefix: str, by: By, deprecate: bool = False) -> Told:
    """Make a claim's value the verified figure of its fact, or mark it as one that no longer counts."""
    return judge(session, prefix, ADOPT, {"rank": DEPRECATED if deprecate else PREFERRED}, by)
