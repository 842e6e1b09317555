"""Holidays that the calendar fixes: "Christmas Eve", "Labor Day 2010", "last Thanksgiving", "Easter Monday", "Halloween weekend"."""

from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache

from factdb import lexicon
from factdb.mentions import calendar
from factdb.mentions.anchors import dated, passage_year, today
from factdb.mentions.calendar import Stretch
from factdb.mentions.date_words import low_at, year_behind
from factdb.mentions.mention import Timex
from factdb.mentions.outlook import outlook
from factdb.mentions.rule import Rule
from factdb.mentions.scan import Scan
from factdb.text.tokens import Word

_SKIPPED = frozenset(("'", "\u2019", "s", "."))
_STEPS = {"last": -1, "past": -1, "previous": -1, "this": 0, "next": 1, "coming": 1}
_HERE = frozenset(("america", "states", "american", "nation", "country", "on", "this", "last", "next", "the", "every"))
_THURSDAY = 4


def _goes_on(words: list[Word], at: int, first: int) -> bool:
    """Whether a longer holiday ends at the next token: "Easter" of "Easter Monday"."""
    if at + 1 >= len(words) or not words[at + 1].classes & (lexicon.HOLIDAY | lexicon.WEEKDAY):
        return False
    longer = _named(words, at + 1)
    return longer is not None and longer[0] <= first


@cache
def _holidays() -> Mapping[tuple[str, ...], str]:
    return {tuple(name.split()): rule for name, rule in lexicon.groups("calendar.toml")["holiday"].items()}


@cache
def _tails() -> frozenset[tuple[str, ...]]:
    """The words that a holiday can end with: as soon as those before a token are none of them, no longer name is to be found."""
    return frozenset(name[at:] for name in _holidays() for at in range(len(name)))


def _named(words: list[Word], at: int) -> tuple[int, str] | None:
    """The longest holiday that ends at a token: its first token and its rule."""
    found: tuple[int, str] | None = None
    name: tuple[str, ...] = (words[at].low,)
    step = at
    while name in _tails():
        rule = _holidays().get(name)
        if rule is not None:
            found = step, rule
        step -= 1
        while step > 0 and words[step].low in _SKIPPED and not (words[step].text == "." and words[step - 1].size > 2):
            step -= 1
        if step < 0 or words[step].classes & lexicon.STOP:
            break
        name = (words[step].low, *name)
    return found


def easter(year: int) -> date:
    """Easter Sunday of the western churches, by the anonymous Gregorian algorithm (Meeus, Astronomical Algorithms, chapter 8)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)


def _in_year(rule: str, year: int) -> Stretch | None:
    if not 1 <= year <= 9998:
        return None
    if rule.startswith("easter"):
        there = calendar.moved(easter(year), int(rule[6:]), "D")
        return calendar.day(there) if there else None
    month, _, rest = rule.partition("-")
    weekday, _, which = rest.partition("#")
    nth, _, later = which.partition("+")
    if not nth:
        return calendar.on(year, int(month), int(rest))
    first = date(year, int(month), 1)
    days = calendar.nth_weekday(first if int(nth) > 0 else date(year, int(month) + 1, 1) - timedelta(days=1), int(weekday), int(nth))
    return calendar.day(days.begin + timedelta(days=int(later))) if days and later else days


def _near(scan: Scan, at: int, rule: str, step: int | None) -> Stretch | None:
    """The holiday that a pointer or the clause means, else the nearest to the day of publication."""
    now = today(scan)
    if now is None:
        return None
    year = passage_year(scan, at)
    if year and step is None:
        return _in_year(rule, year)
    near = [d for y in (now.year - 1, now.year, now.year + 1) if (d := _in_year(rule, y))]
    past, coming = [d for d in near if d.begin <= now], [d for d in near if d.begin >= now]
    if step == 0:
        return _in_year(rule, now.year)
    ahead = step == 1 if step is not None else outlook(scan, at)
    if ahead is None:
        return min(near, key=lambda d: abs((d.begin - now).days), default=None)
    return (coming[0] if coming else None) if ahead else (past[-1] if past else None)


def _is_elsewhere(words: list[Word], first: int, at: int) -> bool:
    """Whether a day that each country keeps on its own date is another's, or none by name: "Kenya's Independence Day", "election day"."""
    own = lexicon.groups("calendar.toml")["own_holiday"]
    name = words[first].low
    if words[at].low != "day" or name not in own["national"]:
        return False
    owner = first - (3 if low_at(words, first - 1) == "s" else 1)
    owned = owner < first - 1 or (owner >= 0 and words[owner].capital and words[owner].size > 2)
    return (not words[first].capital and name in own["common"]) or (owned and low_at(words, owner) not in _HERE)


def _holiday(scan: Scan, at: int) -> Timex | None:
    words = scan.tokens.words
    found = _named(words, at)
    if found is None or _goes_on(words, at, found[0]) or not (words[found[0]].capital or at > found[0] or words[at].size > 7):
        return None
    first, rule = found
    if _is_elsewhere(words, first, at):
        return None
    weekend = low_at(words, at + 1) == "weekend"
    year, last = year_behind(scan, at + 1 + weekend)
    step = None if year else _STEPS.get(low_at(words, first - 1))
    days = _in_year(rule, year) if year else _near(scan, first, rule, step)
    if weekend and days:
        monday_or_so = calendar.moved(days.begin, 0 if days.begin.isoweekday() >= _THURSDAY else -7, "D")
        days = calendar.weekend(monday_or_so) if monday_or_so else None
    return dated(
        scan, "holidays.holiday", (first - (step is not None), last), days, f"XXXX-{rule}" if rule[:2].isdecimal() and "#" not in rule else "XXXX-XX-XX"
    )


RULES: tuple[Rule[Timex], ...] = (
    Rule("holidays.holiday", "A holiday that the calendar fixes", lexicon.HOLIDAY | lexicon.WEEKDAY, _holiday,
         (("It shut on Christmas Eve.", "DATE 2024-12-24"), ("On Labor Day 2010 it rained.", "DATE 2010-09-06"),
          ("It will open on New Year's Day.", "DATE 2026-01-01"),
          ("On Good Friday 2024.", "DATE 2024-03-29"), ("Over halloween weekend 2021.", "DATE 2021-W43-WE")),
         ("A good day.", "On the eve of war.", "On Friday.")),
)  # fmt: skip
