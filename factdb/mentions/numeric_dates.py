"""Dates in figures: ISO, slashed, dashed and dotted, with a month's name between the signs, months, and days without a year."""

from factdb import lexicon
from factdb.mentions import calendar
from factdb.mentions.anchors import dated, timex, today
from factdb.mentions.calendar_dates import day_of, on, stretch
from factdb.mentions.date_words import behind_month, full_year, is_month, low_at, month_number, year_number
from factdb.mentions.mention import Timex
from factdb.mentions.rule import Rule
from factdb.mentions.scan import Scan
from factdb.text.tokens import Word

AMBIGUOUS = "numeric_dates.ambiguous"
_SIGNS = frozenset("-/")
_BETWEEN_DATES = frozenset(("to", "-", "\u2013", "~"))
_LETTERED = frozenset("-/.")
_SLASH = frozenset("/")

_FIRST_LIKELY, _LAST_LIKELY = 1900, 2100

Readings = tuple[tuple[int | None, int, int], ...]


def _readings(a: int, b: int, year: int | None, day_first: bool | None) -> Readings:
    """Year, month and day of "a/b": month first and day first where both are days and nothing tells, the same day once."""
    both = [(year, m, d) for m, d in ((a, b), (b, a)) if calendar.on(year or 2000, m, d)]
    if a == b:
        return tuple(both[:1])
    if len(both) == 2 and day_first is not None:
        return (both[1],) if day_first else (both[0],)
    return tuple(both)


def _one_or_either(scan: Scan, place: tuple[int, int], readings: Readings) -> Timex | None:
    """The date of one reading; of two an open one that holds both, the month first."""
    made = [t for when in readings if (t := day_of(scan, "numeric_dates.figures", place, when))]
    return either(scan, made) if made else None


def either(scan: Scan, readings: list[Timex]) -> Timex:
    """One expression of one or two readings: two stay side by side in `parts`, and no day is claimed."""
    if len(readings) == 1:
        return readings[0]
    first = readings[0]
    year = first.value[:4] if all(r.value[:4] == first.value[:4] for r in readings) else "XXXX"
    made = timex(scan, AMBIGUOUS, (first.first, first.last), ("DATE", f"{year}-XX-XX"))
    made.parts = tuple(readings)
    return made


def _figure(words: list[Word], at: int, sizes: tuple[int, ...] = (1, 2)) -> int | None:
    if 0 <= at < len(words) and words[at].size in sizes and words[at].text.isdecimal():
        return int(words[at].text)
    return None


def _glued(words: list[Word], first: int, last: int) -> bool:
    return last <= len(words) and not any(word.space for word in words[first : last - 1])


def _spaced(words: list[Word], first: int, last: int) -> bool:
    """Whether every sign has white space on both sides, and a year of four figures ends the date: "22 / 06 / 2017"."""
    return last <= len(words) and all(word.space for word in words[first : last - 1]) and words[last - 1].size == 4


def _figures(scan: Scan, at: int) -> Timex | None:
    """ "2025-05-28", "28/05/2025", "5/28/25", "28-05-2025"."""
    words = scan.tokens.words
    sign = low_at(words, at + 1)
    if sign not in _SIGNS or low_at(words, at + 3) != sign or not (_glued(words, at, at + 5) or _spaced(words, at, at + 5)):
        return None
    a, b, c = (_figure(words, at + step, (1, 2, 4)) for step in (0, 2, 4))
    if a is None or b is None or c is None or words[at + 2].size == 4 or _longer(words, at, at + 5, sign):
        return None
    place = (at, at + 5)
    if words[at].size == 4:
        return day_of(scan, "numeric_dates.figures", place, (a, b, c)) if words[at + 4].size < 4 else None
    if words[at + 4].size == 1 or (sign == "-" and words[at + 4].size == 2 and not (words[at].size == words[at + 2].size == 2)):
        return None
    return _one_or_either(scan, place, _readings(a, b, full_year(c), scan.day_first))


def _longer(words: list[Word], first: int, last: int, sign: str) -> bool:
    """Whether the figures go on before or behind, as telephone numbers and paths do; a date of the year first may stand in a path."""
    behind = low_at(words, last) == sign and not words[last - 1].space and _figure(words, last + 1, (1, 2, 3, 4)) is not None
    before = first > 1 and words[first - 1].text == sign and not words[first - 1].space and _figure(words, first - 2, (1, 2, 3, 4)) is not None
    return (behind or before) and words[first].size < 4


def _dotted(scan: Scan, at: int) -> Timex | None:
    """ "21.04.2016", "2016.4.21": day first, as those write who write dots."""
    text = scan.tokens.words[at].text
    figures = text.split(".")
    if len(figures) != 3 or not all(map(str.isdecimal, figures)) or len(figures[1]) > 2:
        return None
    a, b, c = map(int, figures)
    sizes = len(figures[0]), len(figures[2])
    if sizes[0] == 4 and sizes[1] <= 2:
        return day_of(scan, "numeric_dates.dotted", (at, at + 1), (a, b, c))
    if sizes[1] != 4 or sizes[0] > 2:
        return None
    day, month = (a, b) if b <= 12 else (b, a)
    return day_of(scan, "numeric_dates.dotted", (at, at + 1), (c, month, day))


def _lettered(scan: Scan, at: int) -> Timex | None:
    """ "1-Aug-2019", "01/Aug/19", "2019-aug-1": the name of the month between two signs."""
    words = scan.tokens.words
    sign = low_at(words, at + 1)
    if sign not in _LETTERED or low_at(words, at + 3) != sign or not _glued(words, at, at + 5) or not words[at + 2].classes & lexicon.MONTH:
        return None
    a, c, month = _figure(words, at, (1, 2, 4)), _figure(words, at + 4, (1, 2, 4)), month_number(words, at + 2)
    if a is None or c is None:
        return None
    year, day = (a, c) if words[at].size == 4 else (full_year(c), a)
    return day_of(scan, "numeric_dates.lettered", (at, at + 5), (year, month, day))


def _month_lettered(scan: Scan, at: int) -> Timex | None:
    """ "Aug-1-2019", "aug/01/19"."""
    words = scan.tokens.words
    sign = low_at(words, at + 1)
    if sign not in _SIGNS or low_at(words, at + 3) != sign or not _glued(words, at, at + 5):
        return None
    day, year = _figure(words, at + 2), _figure(words, at + 4, (2, 4))
    return day_of(scan, "numeric_dates.lettered", (at, at + 5), (full_year(year), month_number(words, at), day)) if day and year is not None else None


def _year_month(scan: Scan, at: int) -> Timex | None:
    """ "2018-09", "04/2011", "11 / 2016"; nothing of a longer figure."""
    words = scan.tokens.words
    sign = low_at(words, at + 1)
    if sign not in _SIGNS or words[at].space != words[at + 1].space or _signed(words, at):
        return None
    year, month = (at, at + 2) if words[at].size == 4 else (at + 2, at)
    number, figure = year_number(words, year), _figure(words, month)
    if number is None or figure is None or (words[at].space and (year == at or sign == "-")):
        return None
    if not _is_month_of(words, (year, month), number) and (sign == "-" or year == at):
        return None
    days = calendar.month(number, figure)
    return dated(scan, "numeric_dates.year_month", (at, at + 3), days, "") if days else None


def _signed(words: list[Word], at: int) -> bool:
    """Whether a sign is glued to either side of the three tokens from `at` on."""
    before = at > 0 and words[at - 1].text in _SIGNS and not words[at - 1].space
    return before or (low_at(words, at + 3) in _SIGNS and not words[at + 2].space)


def _is_month_of(words: list[Word], place: tuple[int, int], number: int) -> bool:
    """ "2018-09", "09-2018", "2018-9"; "2005-06" is a year that runs into the next."""
    year, month = place
    if year > month:
        return words[month].size == 2 and _FIRST_LIKELY <= number <= _LAST_LIKELY
    return words[month].size == 1 or int(words[month].text) != number % 100 + 1


def _event(scan: Scan, at: int) -> Timex | None:
    """ "9/11"."""
    words = scan.tokens.words
    pair = _slashed_pair(words, at)
    known = lexicon.groups("calendar.toml")["event_day"].get(f"{pair[0]}/{pair[1]}") if pair else None
    now = today(scan)
    if known is None or (now and known > now.isoformat()) or low_at(words, at - 1) in {"/", "-"} or low_at(words, at + 3) in {"/", "-"}:
        return None
    return day_of(scan, "numeric_dates.event", (at, at + 3), (int(known[:4]), int(known[5:7]), int(known[8:])))


def _year_first(scan: Scan, at: int) -> Timex | None:
    """ "2012 August", "2019, Feb": no day behind it."""
    words = scan.tokens.words
    number = year_number(words, at)
    month = at + 1 + (low_at(words, at + 1) in {",", "-"})
    if number is None or not is_month(words, month) or (words[month].low in {"may", "march"} and month > at + 1):
        return None
    last = behind_month(words, month)
    if last < len(words) and words[last].classes & lexicon.DIGITS:
        return _year_month_day(scan, at, (number, month_number(words, month)), last)
    return dated(scan, "numeric_dates.year_first", (at, last), calendar.month(number, month_number(words, month)), "")


def _year_month_day(scan: Scan, at: int, when: tuple[int, int], last: int) -> Timex | None:
    """ "2012 August 4"; "in 2012, August 4" is two."""
    words = scan.tokens.words
    day = _figure(words, last)
    if day is None or low_at(words, at + 1) == "," or year_number(words, last + 1 + (low_at(words, last + 1) == ",")):
        return None
    return day_of(scan, "numeric_dates.year_first", (at, last + 1), (*when, day))


def _compact(scan: Scan, at: int) -> Timex | None:
    """ "20140309"."""
    text = scan.tokens.words[at].text
    if len(text) != 8 or not text.isdecimal() or not 1900 <= int(text[:4]) <= 2100:
        return None
    return day_of(scan, "numeric_dates.compact", (at, at + 1), (int(text[:4]), int(text[4:6]), int(text[6:])))


def _slashed_pair(words: list[Word], at: int) -> tuple[int, int] | None:
    """ "5/12" at a token."""
    if low_at(words, at + 1) != "/":
        return None
    a, b = _figure(words, at), _figure(words, at + 2)
    if a is None or b is None or not _glued(words, at, at + 3):
        return None
    return a, b


def _slashed_range(scan: Scan, at: int) -> Timex | None:
    """ "4/3-4/9, 2011", "8/1-9/3/2012": two days of the year behind them."""
    words = scan.tokens.words
    first, last = _slashed_pair(words, at), _slashed_pair(words, at + 4)
    if first is None or last is None or low_at(words, at + 3) not in _BETWEEN_DATES:
        return None
    end = at + 7
    step = end + (low_at(words, end) in {",", "/"})
    year = year_number(words, step)
    if year is None:
        return None
    made = []
    for a, b in zip(_readings(*first, year, scan.day_first), _readings(*last, year, scan.day_first), strict=False):
        ranged = stretch(scan, "numeric_dates.slashed_range", (at, step + 1), (on(scan, at, a[0], a[1:]), on(scan, at, b[0], b[1:])))
        made += [ranged] if ranged else []
    return either(scan, made) if made else None


def _slashed_day(scan: Scan, at: int) -> Timex | None:
    """ "5/12" behind the name of a weekday."""
    words = scan.tokens.words
    pair = _slashed_pair(words, at)
    if pair is None or at == 0 or not words[at - 1].classes & lexicon.WEEKDAY or low_at(words, at + 3) == "/":
        return None
    return _one_or_either(scan, (at, at + 3), _readings(*pair, None, scan.day_first))


def _iso_week(scan: Scan, at: int) -> Timex | None:
    """ "2024-W05"."""
    words = scan.tokens.words
    year, step = year_number(words, at), at + 1 + (low_at(words, at + 1) == "-")
    if year is None or low_at(words, step) != "w" or not _glued(words, at, step + 2) or _figure(words, step + 1, (2,)) is None:
        return None
    days = calendar.iso_week(year, int(words[step + 1].text))
    return dated(scan, "numeric_dates.iso_week", (at, step + 2), days, "") if days else None


RULES: tuple[Rule[Timex], ...] = (
    Rule("numeric_dates.figures", "A date in figures, year first or last", lexicon.DIGITS, _figures,
         (("On 2025-05-28 it rained.", "DATE 2025-05-28"), ("Signed 5/28/2025.", "DATE 2025-05-28"), ("Signed 6/5/2025.", "DATE 2025-XX-XX")),
         ("Call 214-31-4410.", "Won 6-4-15."), behind=_SIGNS),
    Rule("numeric_dates.dotted", "A date in figures with full stops, the day first", lexicon.DIGITS, _dotted,
         (("On 21.04.2016 it rained.", "DATE 2016-04-21"), ("On 2016.4.21 it rained.", "DATE 2016-04-21")), ("Version 3.12.4 is out.",)),
    Rule("numeric_dates.lettered", "A date in figures with the name of its month", lexicon.DIGITS, _lettered,
         (("On 1-Aug-2019 it rained.", "DATE 2019-08-01"), ("Since 2019/aug/01.", "DATE 2019-08-01")), ("A 5-May protest.",), behind=_LETTERED),
    Rule("numeric_dates.month_lettered", "A date in figures behind the name of its month", lexicon.MONTH, _month_lettered,
         (("On Aug-1-2019 it rained.", "DATE 2019-08-01"), ("Since Aug/01/19.", "DATE 2019-08-01")), ("From May-June-July.",), behind=_SIGNS),
    Rule("numeric_dates.slashed_range", "The days from one to another of a year, in figures", lexicon.DIGITS, _slashed_range,
         (("Away 5/16-5/27, 2020.", "DATE 2020-05-16/2020-05-27"), ("From 10/21-11/22/2017.", "DATE 2017-10-21/2017-11-22")),
         ("Bars of 1/2-3/4.",), behind=_SLASH),
    Rule("numeric_dates.event", "A day that is called by its figures", lexicon.DIGITS, _event,
         (("Since 9/11 it is shut.", "DATE 2001-09-11"), ("The 7/7 attacks.", "DATE 2005-07-07")), ("On 9/11/2019 it rained.", "Bars of 9/12."), behind=_SLASH),
    Rule("numeric_dates.slashed_day", "A day in figures behind its weekday", lexicon.DIGITS, _slashed_day,
         (("Due Friday 5/23.", "DATE 2025-05-23"), ("On Monday 16/6 it opens.", "DATE 2025-06-16")), ("Bars of 1/2.",), behind=_SLASH),
    Rule("numeric_dates.year_month", "A month in figures", lexicon.DIGITS, _year_month,
         (("Paid 2018-09 in full.", "DATE 2018-09"), ("Paid 04/2011 in full.", "DATE 2011-04")), ("Call 154-2003-2008.",), behind=_SIGNS),
    Rule("numeric_dates.year_first", "A month or a day behind its year", lexicon.DIGITS, _year_first,
         (("Paid 2012 August in full.", "DATE 2012-08"), ("Paid 2019, Feb in full.", "DATE 2019-02"), ("On 2012 August 4.", "DATE 2012-08-04")),
         ("In 2012, August 4 was dry.",)),
    Rule("numeric_dates.compact", "A date in eight figures", lexicon.DIGITS, _compact,
         (("Filed 20140309 there.", "DATE 2014-03-09"), ("Filed 20250102.", "DATE 2025-01-02")), ("About 20141399 grains.",)),
    Rule("numeric_dates.iso_week", "A week by its ISO number", lexicon.DIGITS, _iso_week,
         (("In 2024-W05 it froze.", "DATE 2024-W05"), ("In 2024W51.", "DATE 2024-W51")), ("In 2024-W99.", "A 2024 W."), behind=frozenset("-w")),
)  # fmt: skip
