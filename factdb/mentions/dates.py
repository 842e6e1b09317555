"""Every date, time, duration and set of the text: the rules at their words, then the neighbours that make one expression."""

from factdb import lexicon
from factdb.mentions import calendar_dates, clock, durations, numeric_dates, relative_dates
from factdb.mentions.date_joins import join, leftwards
from factdb.mentions.mention import Timex
from factdb.mentions.rule import Dispatch
from factdb.mentions.scan import Scan
from factdb.text.tokens import Word

RULES = (*clock.RULES, *numeric_dates.RULES, *calendar_dates.RULES, *relative_dates.RULES, *durations.RULES)
_DISPATCH = Dispatch(RULES)
_WIDEST_GAP = 4
_BEHIND_FIGURE = frozenset(("a", "p", "am", "pm", ":", "-", "/", "~", "st", "nd", "rd", "th", "s", "'", "\u2019", "of", "to", "."))


def read(scan: Scan) -> None:
    """Fill `scan.timexes`, in text order and without overlaps."""
    words, rules_at, timexes = scan.tokens.words, _DISPATCH.at, scan.timexes
    behind = 0
    for at in scan.tokens.having(_DISPATCH.mask):
        if at < behind or (words[at].classes & lexicon.DIGITS and not _dates_figure(words, at)):
            continue
        for rule in rules_at(words[at].classes):
            found = rule.match(scan, at)
            if found is not None and found.first >= behind:
                behind = found.last
                _keep(scan, found)
                break
    timexes.sort(key=lambda t: t.first)


def _dates_figure(words: list[Word], at: int) -> bool:
    """Whether a figure could be part of a date: four digits or more, or before a month or a sign that dates have."""
    word = words[at]
    if word.size == 4 or word.size == 8:
        return True
    if word.size > 2 or at + 1 == len(words):
        return word.size == 1 and at > 0 and words[at - 1].low in {"q", "fy"}
    behind = words[at + 1]
    return behind.low in _BEHIND_FIGURE or bool(behind.classes & lexicon.MONTH) or words[at - 1].low == "q"


def _keep(scan: Scan, found: Timex) -> None:
    """Put a time expression into the scan, joined with those before it as far as they belong together."""
    timexes = scan.timexes
    before = timexes[-1] if timexes else None
    if found.first:
        found = leftwards(scan, found, before.first - 1 if before else 0)
    while timexes and timexes[-1].last > found.first:
        timexes.pop()
    if timexes and found.first - timexes[-1].last <= _WIDEST_GAP:
        joined = join(scan, timexes[-1], found)
        if joined is not None:
            timexes.pop()
            found = joined
    timexes.append(found)
