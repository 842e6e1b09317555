"""Lengths of time against their ends."""

from check_pages import seen


def test_a_visit_of_as_many_days_as_its_dates_holds() -> None:
    assert ("duration", "holds") in seen("She ended a six-day visit from 3 to 8 May 2025.")
    assert ("duration", "fails") not in seen("She ended a five-day visit from 3 to 8 May 2025.")


def test_a_visit_that_its_dates_contradict_fails() -> None:
    assert seen("She ended a nine-day visit from 3 to 8 May 2025.") == [("duration", "fails")]


def test_years_gone_by_since_a_year_hold() -> None:
    assert seen("The harbour was founded in 1962. Sixty-three years on, it thrives.") == [("duration", "holds")]
    assert seen("The harbour was founded in 1962. Twelve years on, it burned.") == []


def test_a_day_inside_the_range_of_its_event_holds() -> None:
    assert seen("The fair ran from 3 to 8 May 2025. On 6 May it closed early.") == [("duration", "holds")]
    assert seen("The fair ran from 3 to 8 May 2025. On 16 May it was taken down.") == []
