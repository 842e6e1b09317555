"""Numbers that name something stay numbers and make no quantity."""

import pytest

from factdb.mentions.find import find


@pytest.mark.parametrize(
    "text",
    [
        "The G20 met.",
        "He caught COVID-19.",
        "They boarded a Boeing 787 there.",
        "It fell under Section 427 of the act.",
        "They took Highway 61 home.",
        "See page 12 for more.",
        "They met in 2004 again.",
        "It opens on June 3 again.",
        "It began at 12:30 there.",
        "They won 2-1 there.",
        "1. Wash the fruit.",
        "It stood still at one point.",
        "They meet on Oct. 16-21.",
        "The coast's Big Seven harbour closed.",
        "Traders sold the ftse 100 again.",
        "So it was said [3] before.",
        "She called 911 again.",
        "They have a 401(k) there.",
        "He lives at 10 Mill Street there.",
        "The maker's 787 Breezeliner sold well.",
        "It runs iPad 16.3 there.",
        "The firm 3M said so.",
        "they sold the s&p 500 there.",
        "they shot it in 4k there.",
        "They sold the PS5 there.",
    ],
)
def test_labels_dates_and_marks_make_no_quantity(text):
    scan = find(text)
    assert scan.quantities == []
    assert scan.numbers


@pytest.mark.parametrize(
    ("text", "quantity"), [("In Peru 25 miners left.", "25 miners"), ("They sold 2000 tickets.", "2000 tickets"), ("They fined 911 men.", "911 men")]
)
def test_a_counted_noun_makes_a_quantity_of_what_could_be_a_label(text, quantity):
    (found,) = find(text).quantities
    assert text[found.start : found.end] == quantity
