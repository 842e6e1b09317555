"""Every date, time, duration and set of the text: the rules at their words, then the neighbours that make one expression."""

from factdb import lexicon
from factdb.mentions import (
    calendar_dates,
    calendar_parts,
    clock,
    durations,
    holidays,
    numeric_dates,
    relative_dates,
    weekdays,
    years,
)
from factdb.mentions.date_heads import headed
from factdb.mentions.date_joins import join
from factdb.mentions.date_order import day_first
from factdb.mentions.datelines import told_on
from factdb.mentions.mention import Timex
from factdb.mentions.rule import Dispatch
from factdb.mentions.scan import Scan
from factdb.text.tokens import Word

RULES = (
    *clock.RULES,
    *numeric_dates.RULES,
    *years.RULES,
    *holidays.RULES,
    *calendar_dates.RULES,
    *weekdays.RULES,
    *calendar_parts.RULES,
    *relative_dates.RULES,
    *durations.RULES,
)
_DISPATCH = Dispatch(RULES)
_WIDEST_GAP = 5
_BEHIND_FIGURE = frozenset(
    ("a", "p", "am", "pm", ":", "-", "/", "~", "st", "nd", "rd", "th", "s", "'", "\u2019", "to", ".", "q", "h", "o", "in", "bc", "bce", "b", "ad", "ce")
)
_BEFORE_FIGURE = frozenset(("q", "h", "fy", "cy", "ad", "ce", "'", "\u2018", "\u2019"))
_ERAS = frozenset(("bc", "bce", "b", "ad", "ce"))
_LISTING = frozenset((",", "and", "or", "&"))


def read(scan: Scan) -> None:
    """Fill `scan.timexes`, in text order and without overlaps."""
    words, timexes = scan.tokens.words, scan.timexes
    scan.day_first = day_first(scan.tokens, scan.publisher)
    behind, end = 0, len(words)
    for at in scan.prose(scan.tokens.having(_DISPATCH.mask)):
        classes = words[at].classes
        if at < behind or (classes & lexicon.DIGITS and not _dates_figure(words, at)):
            continue
        for rule in _DISPATCH.woken(classes, words[at + 1].low if at + 1 < end else ""):
            found = rule.match(scan, at)
            if found is not None and found.first >= behind:
                behind = found.last
                _keep(scan, found)
                break
    timexes.sort(key=lambda t: t.first)


def _dates_figure(words: list[Word], at: int) -> bool:
    """Whether a figure could be part of a date: four digits or more, or beside a month or a sign that dates have."""
    word = words[at]
    if word.size == 4 or word.size == 8 or "." in word.text or (at + 1 < len(words) and words[at + 1].low in _ERAS):
        return True
    before = words[at - 1].low if at else ""
    if before in _ERAS or (before == "." and at > 3 and words[at - 2].low == "d" and words[at - 4].low == "a"):
        return True
    if word.size > 2 or at + 1 == len(words):
        return word.size <= 2 and (before in _BEFORE_FIGURE or bool(at and words[at - 1].classes & lexicon.MONTH) or before in _LISTING)
    behind = words[at + 1]
    if behind.low in _BEHIND_FIGURE or before in _BEFORE_FIGURE:
        return True
    if before in _LISTING and words[at - 2].classes & lexicon.DIGITS:
        return True
    return behind.low in _LISTING and at + 2 < len(words) and bool(words[at + 2].classes & lexicon.DIGITS or words[at + 2].low in _LISTING)


def _keep(scan: Scan, found: Timex) -> None:
    """Put a time expression into the scan, joined with those before it as far as they belong together."""
    timexes = scan.timexes
    before = timexes[-1] if timexes else None
    if found.first:
        found = headed(scan, found, before.first - 1 if before else 0)
    while timexes and timexes[-1].last > found.first:
        timexes.pop()
    while timexes and found.first - timexes[-1].last <= _WIDEST_GAP:
        joined = join(scan, timexes[-1], found)
        if joined is None:
            break
        timexes.pop()
        found = joined
    timexes.append(found)
    scan.told_on = told_on(scan, found) or scan.told_on
