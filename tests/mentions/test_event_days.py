"""A length before or after an event counts from the day that the text gave the event, and from no other."""

from datetime import date

import pytest

from factdb.mentions.find import find


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The mayor was shot dead on May 3. A van was seen ten days before the murder.", "2025-04-23"),
        ("She won the April 2 election. Her rival resigned three days after the vote.", "2025-04-05"),
        ("The mill exploded on May 3. The owner fled the day after the explosion.", "2025-05-04"),
        ("He was arrested on Sunday. Two days after his arrest he spoke.", "2025-06-10"),
    ],
)
def test_the_event_has_the_day_that_the_text_gave_it(text, day):
    assert find(text, date(2025, 6, 11)).timexes[-1].begin == day


@pytest.mark.parametrize(
    "text",
    [
        "On May 3 he sailed. Two days after the trial he fled.",
        "A survey of voters came out on May 3, eight days before the election on the island.",
        "The mayor was shot dead on May 3, one day after the council met.",
        "The mayor was shot dead on May 3, six days after the murder of a judge.",
    ],
)
def test_other_events_stay_lengths(text):
    assert find(text, date(2025, 6, 11)).timexes[-1].type == "DURATION"


def test_a_length_before_an_event_is_a_duration_among_the_claims():
    from factdb.claims.extract import extract

    text = "The mayor was shot dead on May 3. A van was seen ten days before the murder."
    assert [c.kind for c in extract(text, date(2025, 6, 11)).claims if c.quote == "ten days"] == ["duration"]
