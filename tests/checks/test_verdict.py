"""Two claims about the same fact: what agrees, what updates, what conflicts."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factdb.checks.bounds import Bounds, last_digit
from factdb.checks.statement import Statement
from factdb.checks.verdict import Setting, agree, verdict

MONDAY, FRIDAY = Setting(date(2025, 6, 2), "killed"), Setting(date(2025, 6, 6), "killed")


def number(quote: str, value: str | None, modifier: str = "exact", kind: str = "count", unit: str = "person") -> Statement:
    amount = None if value is None else Decimal(value)
    low = None if modifier in ("under", "at_most", "nearly") else amount
    high = None if modifier in ("over", "at_least", "vague") else amount
    return Statement("a", 0, len(quote), quote, kind, amount, low, high, modifier, unit)


def day(start: str, end: str, precision: str = "day") -> Statement:
    return Statement("a", 0, 5, "Thursday", "event_date", date_start=start, date_end=end, precision=precision)


def what(a: Statement, b: Statement, a_in: Setting | None = None, b_in: Setting | None = None) -> str | None:
    found = verdict(a, b, a_in or Setting(), b_in or Setting())
    return found and found.what


@pytest.mark.parametrize(
    ("a", "b", "said"),
    [
        (number("61,000 people", "61000"), number("61,418 people", "61418"), "agrees"),
        (number("61,000 people", "61000"), number("61,700 people", "61700"), "conflicts"),
        (number("20,000 people", "20000"), number("23,000 people", "23000"), "conflicts"),
        (number("35 boats", "35"), number("36 boats", "36"), "conflicts"),
        (number("some 20 boats", "20", "about"), number("21 boats", "21"), "agrees"),
        (number("over 500", "500", "over"), number("590", "590"), "agrees"),
        (number("over 500", "500", "over"), number("650", "650"), "conflicts"),
        (number("thousands", "2000", "vague"), number("70,000", "70000"), "agrees"),
        (number("nearly 900", "900", "nearly"), number("880", "880"), "agrees"),
        (number("nearly 900", "900", "nearly"), number("500", "500"), "conflicts"),
        (number("11 weeks", "11", kind="duration", unit="week"), number("79 days", "79", kind="duration", unit="day"), "agrees"),
        (number("4 km", "4", kind="measurement", unit="km"), number("4,000 m", "4000", kind="measurement", unit="m"), "agrees"),
        (number("4 km", "4", kind="measurement", unit="km"), number("5,000 m", "5000", kind="measurement", unit="m"), "conflicts"),
        (number("4 km", "4", kind="measurement", unit="km"), number("4 t", "4", kind="measurement", unit="t"), None),
        (number("about 50 mph", "50", "about", kind="measurement", unit="[mi_i]/h"), number("80 km/h", "80", kind="measurement", unit="km/h"), "agrees"),
        (number("50 knots", "50", kind="measurement", unit="[kn_i]"), number("80 km/h", "80", kind="measurement", unit="km/h"), "conflicts"),
        (number("$4", "4", kind="money_amount", unit="USD"), number("4 euros", "4", kind="money_amount", unit="EUR"), None),
        (day("2025-05-26", "2025-05-28"), day("2025-05-27", "2025-05-28"), "conflicts"),
        (day("2025-05-26", "2025-05-28"), day("2025-05-27", "2025-05-27"), "agrees"),
        (day("2025-05-01", "2025-05-31", "month"), day("2025-05-27", "2025-05-27"), "agrees"),
        (day("2025-05-27", "2025-05-27"), day("2025-05-28", "2025-05-28"), "conflicts"),
        (day("2025-10-01", "2025-12-31", "month"), day("2025-01-01", "2025-12-31", "year"), "agrees"),
    ],
)
def test_bounds_decide(a: Statement, b: Statement, said: str | None) -> None:
    assert what(a, b) == said
    assert what(b, a) == said


def test_a_toll_that_grew_is_an_update_and_one_that_fell_a_conflict() -> None:
    few, many = number("12 dead", "12"), number("19 dead", "19")
    assert what(few, many, MONDAY, FRIDAY) == "updates"
    assert what(many, few, MONDAY, FRIDAY) == "conflicts"


def test_the_missing_become_fewer() -> None:
    monday, friday = Setting(date(2025, 6, 2), "missing"), Setting(date(2025, 6, 6), "missing")
    assert what(number("12 missing", "12"), number("4 missing", "4"), monday, friday) == "updates"


def test_open_bounds_of_a_running_count_that_lie_far_apart_are_an_update() -> None:
    few, many = number("over 300", "300", "over"), number("over 900", "900", "over")
    assert what(few, many, MONDAY, FRIDAY) == "updates"
    assert what(many, few, FRIDAY, MONDAY) == "updates"
    assert what(few, many) == "agrees"


def test_a_ceiling_far_above_an_earlier_floor_of_a_running_count_is_an_update() -> None:
    floor, ceiling = number("over 300", "300", "over"), number("up to 900", "900", "at_most")
    assert what(floor, ceiling, MONDAY, FRIDAY) == "updates"
    assert what(floor, number("up to 330", "330", "at_most"), MONDAY, FRIDAY) == "agrees"


def test_the_others_are_among_the_missing() -> None:
    monday, friday = Setting(date(2025, 6, 2), "missing"), Setting(date(2025, 6, 6), rest=True)
    assert what(number("12 missing", "12"), number("the other four", "4"), monday, friday) == "updates"


def test_the_driven_out_go_home() -> None:
    monday, friday = Setting(date(2025, 6, 2), "displaced"), Setting(date(2025, 6, 6), "displaced")
    assert what(number("900 homeless", "900"), number("400 homeless", "400"), monday, friday) == "updates"


def test_a_bare_weekday_leaves_the_week_open() -> None:
    assert what(day("2025-06-05", "2025-06-05"), day("2025-06-12", "2025-06-12")) == "agrees"
    assert what(day("2025-06-05", "2025-06-05"), day("2025-06-13", "2025-06-13")) == "conflicts"


def test_a_figure_said_to_be_revised_is_an_update() -> None:
    assert what(number("12 seats", "12"), number("19 seats", "19"), Setting(date(2025, 6, 2)), Setting(date(2025, 6, 3), revised=True)) == "updates"


def test_the_last_stated_digit() -> None:
    assert last_digit(Decimal(54000), "54,000") == 1000
    assert last_digit(Decimal("2000000000"), "2.0 billion") == 100_000_000
    assert last_digit(Decimal("12.45"), "12.45") == Decimal("0.01")


amounts = st.decimals(min_value=1, max_value=10**9, places=1)


@st.composite
def some_bounds(draw: st.DrawFn) -> Bounds:
    low, more = draw(amounts), draw(amounts)
    form = draw(st.sampled_from(("plain", "range", "over", "under")))
    high = {"plain": low, "range": low + more, "over": None, "under": more}[form]
    return Bounds(None if form == "under" else low, high, draw(st.decimals(0, 1000, places=1)), low * 2 if form == "over" else None)


@given(some_bounds(), some_bounds())
def test_agreement_is_symmetric(one: Bounds, two: Bounds) -> None:
    assert agree(one, two) == agree(two, one)


@given(some_bounds(), some_bounds(), st.sampled_from([Decimal(1000), Decimal("0.001"), Decimal("1609.344")]))
def test_agreement_does_not_depend_on_the_unit(one: Bounds, two: Bounds, factor: Decimal) -> None:
    assert agree(one, two) == agree(one.times(factor), two.times(factor))


@given(some_bounds())
def test_a_number_agrees_with_itself(one: Bounds) -> None:
    assert agree(one, one)


def test_a_count_that_is_said_to_have_risen_updates_an_earlier_one() -> None:
    first, risen = Setting(date(2025, 6, 2)), Setting(date(2025, 6, 6), running=True)
    assert what(number("12 schools", "12"), number("30 schools", "30"), first, risen) == "updates"
    assert what(number("30 schools", "30"), number("12 schools", "12"), first, risen) == "conflicts"


def test_what_is_only_possible_updates_nothing() -> None:
    thought = Setting(date(2025, 6, 6), "killed", asserted=False)
    assert what(number("12 killed", "12"), number("30 may have died", "30"), MONDAY, thought) == "conflicts"


def test_arrests_grow_and_hostages_become_fewer() -> None:
    monday, friday = Setting(date(2025, 6, 2), "detained"), Setting(date(2025, 6, 6), "detained")
    assert what(number("12 arrested", "12"), number("30 arrested", "30"), monday, friday) == "updates"
    assert what(number("12 held", "12"), number("4 held", "4"), monday, friday) == "updates"


@pytest.mark.parametrize(
    ("one", "two", "cause"),
    [
        (number("40", "40"), number("40", "40"), "same number"),
        (number("61,000", "61000"), number("61,418", "61418"), "rounding"),
        (number("over 40", "40", "over"), number("45", "45"), "the bounds overlap"),
        (number("8 km", "8", kind="measurement", unit="km"), number("8,000 m", "8000", kind="measurement", unit="m"), "other unit"),
    ],
)
def test_an_agreement_says_why(one: Statement, two: Statement, cause: str) -> None:
    found = verdict(one, two, Setting(), Setting())
    assert found
    assert found.what == "agrees"
    assert found.cause.startswith(cause)


def test_a_count_that_was_not_done_is_updated() -> None:
    early, late = Setting(date(2025, 6, 2), partial=True), Setting(date(2025, 6, 6))
    assert what(number("48 percent", "48", kind="share"), number("46 percent", "46", kind="share"), early, late) == "updates"
    assert what(number("48 percent", "48", kind="share"), number("46 percent", "46", kind="share"), late, early) == "updates"


def test_the_peak_of_a_measurement_is_its_value() -> None:
    peak, other = (number(quote, quote[-3:], modifier, "measurement", "km/h") for quote, modifier in (("up to 140", "at_most"), ("at 120", "exact")))
    assert what(peak, other) == "conflicts"
    assert what(number("up to 140 guests", "140", "at_most"), number("120 guests", "120")) == "agrees"
