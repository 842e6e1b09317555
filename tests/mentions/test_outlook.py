"""Whether the clause around a date looks ahead: every text is of Wednesday, 11 June 2025, and speaks of one weekday."""

from datetime import date

import pytest

from factdb.mentions.find import find


def _day(text: str) -> str | None:
    (found,) = [t for t in find(text, date(2025, 6, 11)).timexes if t.precision == "day"]
    return found.begin


@pytest.mark.parametrize(
    "text",
    [
        "The miner could be freed Friday.",
        "The miner may be freed on Friday.",
        "The miner must appear in court Friday.",
        "The ferries are cancelled on Friday.",
        "The next ferry is Friday.",
        "The mayor is visiting Lagos on Friday.",
        "The mayor holds talks in Lagos on Friday.",
        "The rain is forecast to end on Friday.",
        "In a lecture to be given on Friday, she names the thief.",
        "The council was to be dissolved on Friday.",
        "The mayor urged her neighbours to turn out on Friday.",
        "The judge ordered him to appear on Friday.",
        "The game was moved to Friday.",
        "The court set a hearing for Friday.",
        "A possible strike on Friday worries the port.",
        "The miner may not be freed on Friday.",
        "We'll see her on Friday.",
        "They won't be back on Friday.",
        "He landed in May and leaves on Friday.",
        "He faces a hearing on Friday.",
        "They gave her until 9 a.m. Friday to sign.",
        "Friday's final will be played in Lima.",
        "He is being held until a hearing on Friday.",
        "The next test comes Friday.",
        "The vote on Friday is seen as a test.",
        "Friday's vote is seen as a test.",
        "They will meet again at Friday's summit.",
    ],
)
def test_what_is_planned_or_open_lies_ahead(text):
    assert _day(text) == "2025-06-13"


@pytest.mark.parametrize(
    "text",
    [
        "The miner could not say more on Friday.",
        "Shots could be heard on Friday.",
        "Neither of the owners could be found Friday.",
        "The miner may have left on Friday.",
        "The miner is said to be held since Friday.",
        "The mayor was visiting Lagos on Friday.",
        "He had been due to sail on Friday.",
        "The mayor urged her neighbours to eat well on Friday.",
        "The shop was open on Friday.",
        "The market fell on Friday, and dealers expect worse.",
        "The court will hear an appeal against Friday's ruling.",
        "They will talk after Friday's vote.",
        "In a speech Friday, she said she would run.",
        "Friday's winner is a baker.",
        "He faces jail after his arrest on Friday.",
        "The survey completes work begun on Friday.",
        "Divers are looking into a blast on Friday.",
    ],
)
def test_what_was_seen_or_denied_is_over(text):
    assert _day(text) == "2025-06-06"
