"""The time that a toll is about."""

from datetime import date

import pytest

from factdb import extract

PUBLISHED = date(2025, 6, 11)  # a Wednesday
MONDAY, TUESDAY, TODAY = "2025-06-09", "2025-06-10", "2025-06-11"
TOLLS = [
    ("The raid killed 9 guards, the army said Tuesday. The attack took place late Monday.", "9 guards", (MONDAY, MONDAY)),
    ("The raid killed 9 guards, the army said Tuesday. The premier arrived on Monday.", "9 guards", (TUESDAY, TUESDAY)),
    ("LIMA, June 11 (Agency) - The raid killed 9 guards. The attack took place late Monday.", "9 guards", (MONDAY, MONDAY)),
    ("A ferry sank off Lima on Monday. Some 40 guests drowned.", "Some 40 guests", (MONDAY, MONDAY)),
    ("A blast on Monday killed 9 welders. In another accident, 42 welders were trapped, police said Tuesday.", "42 welders", (TUESDAY, TUESDAY)),
    ("A blast on Monday killed 9 welders. The day was hot. Another 42 welders were trapped.", "42 welders", (MONDAY, MONDAY)),
    ("The province has seen 92 cholera cases since the fever broke out in May.", "92 cholera cases", ("2025-05-01", TODAY)),
    ("It was the worst fire since 2013, when 116 guests died.", "116 guests", ("2013-01-01", "2013-12-31")),
    ("Since 2001, 14 reporters have been killed there.", "14 reporters", ("2001-01-01", TODAY)),
    ("The raid killed 9 guards on Monday, bringing to 75 the number of those killed since the war began in 2001.", "9 guards", (MONDAY, MONDAY)),
]


def test_harm_that_comes_again_and_again_has_no_day() -> None:
    found = {claim.quote: claim.period for claim in extract("A bus crashed on Monday. Crashes kill 400 pupils a year.", PUBLISHED).claims}
    assert found["400 pupils a year"] is None


@pytest.mark.parametrize(("text", "quote", "period"), TOLLS)
def test_a_toll_has_the_time_of_its_incident(text: str, quote: str, period: tuple[str, str]) -> None:
    found = {claim.quote: claim.period for claim in extract(text, PUBLISHED).claims}
    assert found[quote] == period
