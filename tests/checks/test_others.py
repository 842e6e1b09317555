"""What others say about the fact of a stored claim, with what curators decided laid over."""

from check_samples import EVENING, MORNING, add
from sqlmodel import col, select
from storage_samples import NOW

from factdb.checks.others import others
from factdb.review import By, correct, decide
from factdb.storage.database import writing
from factdb.storage.tables import ClaimRow

ANA = By("ana", NOW)


def toll(session, quote):
    return session.exec(select(ClaimRow).where(col(ClaimRow.quote) == quote)).one().id


def test_the_other_papers_figure_stands_beside_a_claim_with_its_verdict(engine):
    with writing(engine) as session:
        add(session, MORNING, EVENING)
        told = others(session, toll(session, "47 passengers"))
        assert [(other.claim.quote, other.verdict) for other in told] == [("43 passengers", "conflicts")]
        assert "bounds do not overlap" in told[0].cause


def test_a_corrected_value_counts_and_a_rejected_claim_does_not(engine):
    with writing(engine) as session:
        add(session, MORNING, EVENING)
        correct(session, toll(session, "47 passengers"), {"value": "43"}, ANA)
        assert [other.verdict for other in others(session, toll(session, "43 passengers"))] == ["agrees"]
        decide(session, "reject", toll(session, "47 passengers"), ANA)
        assert others(session, toll(session, "43 passengers")) == []
