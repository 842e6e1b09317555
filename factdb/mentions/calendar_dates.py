"""Dates that name their place in the calendar: days, months, years, weekdays, ISO and slashed dates, decades, seasons."""

from datetime import date

from factdb import lexicon
from factdb.mentions import calendar
from factdb.mentions.anchors import dated, looks_ahead, today
from factdb.mentions.calendar import Stretch
from factdb.mentions.mention import Timex
from factdb.mentions.rule import Rule
from factdb.mentions.scan import Scan
from factdb.text import parts
from factdb.text.tokens import Word

_HYPHENS = frozenset("-\u2010\u2011\u2013\u2014/~")
_ENDINGS = frozenset(("st", "nd", "rd", "th"))
_YEAR_OPENERS = frozenset(
    ("in", "since", "of", "by", "from", "until", "till", "during", "before", "after", "between", "through", "year", "early", "late", "mid", "the")
)
_MONTH_OPENERS = frozenset(
    ("in", "since", "of", "by", "from", "until", "till", "during", "before", "after", "through", "last", "next", "this", "early", "late", "mid")
)


def _months() -> dict[str, int]:
    found: dict[str, int] = lexicon.groups("calendar.toml")["month"]
    return found


def _low(words: list[Word], at: int) -> str:
    return words[at].low if 0 <= at < len(words) else ""


def _day_number(words: list[Word], at: int) -> tuple[int, int] | None:
    """The day of the month at a token and the token behind it: "26", "4th"."""
    if not 0 <= at < len(words) or not words[at].text.isdecimal() or words[at].size > 2:
        return None
    number = int(words[at].text)
    last = at + 1 + (not words[at].space and _low(words, at + 1) in _ENDINGS)
    return (number, last) if 1 <= number <= 31 else None


def year_number(words: list[Word], at: int) -> int | None:
    """The year that a token of four digits may name."""
    if 0 <= at < len(words) and words[at].size == 4 and words[at].text.isdecimal():
        number = int(words[at].text)
        return number if 1000 <= number <= 2199 else None
    return None


def _year_behind(words: list[Word], at: int) -> tuple[int | None, int]:
    """ ", 2025", "of 2025", "2025" from a token on: the year and the token behind it."""
    step = at + (_low(words, at) in {",", "of"})
    number = year_number(words, step)
    return (number, step + 1) if number else (None, at)


def _behind_month(words: list[Word], at: int) -> int:
    """The token behind a month, with the full stop of "Aug."."""
    return at + 1 + (_low(words, at + 1) == "." and words[at].size <= 4 and not words[at].space)


def _is_month(words: list[Word], at: int) -> bool:
    return 0 <= at < len(words) and bool(words[at].classes & lexicon.MONTH) and words[at].capital


def _on(scan: Scan, at: int, year: int | None, md: tuple[int, int]) -> Stretch | None:
    now = today(scan)
    if year:
        return calendar.on(year, *md)
    return calendar.nearest_year(now, *md, looks_ahead(scan, at)) if now else None


def _day(scan: Scan, rule: str, place: tuple[int, int], when: tuple[int | None, int, int]) -> Timex | None:
    """The DATE of year, month and day; None where the calendar has no such day."""
    year, month, day = when
    if calendar.on(year or 2000, month, day) is None:
        return None
    return dated(scan, rule, place, _on(scan, place[0], year, (month, day)), f"XXXX-{month:02}-{day:02}")


def _range(scan: Scan, rule: str, place: tuple[int, int], ends: tuple[Stretch | None, Stretch | None]) -> Timex | None:
    begin, until = ends
    if begin is None or until is None or until.until < begin.begin:
        return None
    days = Stretch(f"{begin.value}/{until.value}", begin.begin, until.until, until.precision)
    return dated(scan, rule, place, days, "")


def _to_day(words: list[Word], at: int, month_behind: bool = False) -> tuple[int, int] | None:
    """ "-28", "to 28" from a token on: the second day of a range."""
    if _low(words, at) in _HYPHENS or _low(words, at) == "to":
        found = _day_number(words, at + 1)
        if found and _is_month(words, found[1]) == month_behind:
            return found
    return None


def _month_day(scan: Scan, at: int) -> Timex | None:
    words = scan.tokens.words
    if not words[at].capital:
        return None
    found = _day_number(words, _behind_month(words, at))
    if not found:
        return None
    month, (number, last) = _months()[words[at].low], found
    to = _to_day(words, last)
    year, end = _year_behind(words, to[1] if to else last)
    if to:
        ends = _on(scan, at, year, (month, number)), _on(scan, at, year, (month, to[0]))
        ranged = _range(scan, "calendar_dates.month_day", (at, end), ends)
        if ranged:
            return ranged
        year, end = _year_behind(words, last)
    return _day(scan, "calendar_dates.month_day", (at, end), (year, month, number))


def _day_month(scan: Scan, at: int) -> Timex | None:
    words = scan.tokens.words
    found = _day_number(words, at)
    if not found:
        return None
    number, last = found
    to = _to_day(words, last, month_behind=True)
    step = to[1] if to else last
    step += _low(words, step) == "of"
    if not _is_month(words, step):
        return None
    month = _months()[words[step].low]
    year, end = _year_behind(words, _behind_month(words, step))
    if to:
        return _range(scan, "calendar_dates.day_month", (at, end), (_on(scan, at, year, (month, number)), _on(scan, at, year, (month, to[0]))))
    return _day(scan, "calendar_dates.day_month", (at, end), (year, month, number))


def _month(scan: Scan, at: int) -> Timex | None:
    """A month with its year, or alone where it can be nothing else."""
    words = scan.tokens.words
    if not words[at].capital:
        return None
    number = _months()[words[at].low]
    behind = _behind_month(words, at)
    year, end = _year_behind(words, behind)
    if year:
        return dated(scan, "calendar_dates.month", (at, end), calendar.month(year, number), "")
    before = _low(words, at - 1)
    if (words[at].size <= 3 or words[at].low in {"march", "august", "april", "june"}) and (before not in _MONTH_OPENERS or _name_behind(words, at)):
        return None
    first = at - (before in {"last", "next", "this"})
    return dated(scan, "calendar_dates.month", (first, at + 1), _bare_month(scan, at, number), f"XXXX-{number:02}")


def _name_behind(words: list[Word], at: int) -> bool:
    return words[at].size <= 3 and at + 1 < len(words) and words[at + 1].capital


def _bare_month(scan: Scan, at: int, number: int) -> Stretch | None:
    now, before = today(scan), _low(scan.tokens.words, at - 1)
    if now is None:
        return None
    if before == "last":
        return calendar.month(now.year - (number >= now.month), number)
    if before == "next" or (before != "this" and looks_ahead(scan, at)):
        return calendar.month(now.year + (number < now.month or (before == "next" and number == now.month)), number)
    return calendar.month(now.year - (number > now.month and before != "this"), number)


def _weekday(scan: Scan, at: int) -> Timex | None:
    words, now = scan.tokens.words, today(scan)
    if not words[at].capital or (words[at].size == 3 and _low(words, at + 1) != "."):
        return None
    if at + 1 < len(words) and words[at + 1].capital and words[at].space and _low(words, at - 1) == "the" and not words[at + 1].classes:
        return None
    number = lexicon.groups("calendar.toml")["weekday"][words[at].low]
    before = _low(words, at - 1)
    if before in {"every", "each"}:
        return _set(scan, at, number)
    first = at - (before in {"last", "next", "this"})
    days = _named_weekday(scan, at, now, number) if now else None
    return dated(scan, "calendar_dates.weekday", (first, at + 1), days, f"XXXX-WXX-{number}")


def _set(scan: Scan, at: int, number: int) -> Timex:
    found = dated(scan, "calendar_dates.weekday", (at - 1, at + 1), None, f"XXXX-WXX-{number}")
    found.type = "SET"
    return found


def _named_weekday(scan: Scan, at: int, now: date, number: int) -> Stretch | None:
    before = _low(scan.tokens.words, at - 1)
    if before in {"this", "next"}:
        there = calendar.moved(now, number - now.isoweekday() + (7 if before == "next" else 0), "D")
        return calendar.day(there) if there else None
    if before == "last":
        there = calendar.moved(now, -1, "D")
        return calendar.weekday_by(there, number, ahead=False) if there else None
    if _low(scan.tokens.words, at - 2) == "as" and before == "of":
        return calendar.weekday_by(now, number, ahead=False)
    return calendar.weekday_by(now, number, ahead=looks_ahead(scan, at))


def _iso(scan: Scan, at: int) -> Timex | None:
    """ "2025-05-28", "28/05/2025", "5/28/2025": the four digits tell the year, a part above 12 the day."""
    words = scan.tokens.words
    sign = _low(words, at + 1)
    if sign not in {"-", "/"} or _low(words, at + 3) != sign or any(words[i].space for i in range(at, at + 4)) or at + 4 >= len(words):
        return None
    texts = [words[at + i].text for i in (0, 2, 4)]
    if not all(t.isdecimal() and len(t) in {1, 2, 4} for t in texts):
        return None
    a, b, c = map(int, texts)
    place = (at, at + 5)
    if len(texts[0]) == 4:
        return _day(scan, "calendar_dates.numeric", place, (a, b, c))
    if len(texts[2]) != 4:
        return None
    month, day = (b, a) if a > 12 else (a, b)
    return _day(scan, "calendar_dates.numeric", place, (c, month, day))


def _counts(behind: Word) -> bool:
    """Whether a word behind a figure makes it an amount or a part of a longer figure."""
    return bool(behind.classes & (lexicon.PERCENT | lexicon.SCALE | lexicon.CURRENCY | lexicon.UNIT | lexicon.TIME_UNIT)) or behind.text in {"-", "/", ":"}


def _year(scan: Scan, at: int) -> Timex | None:
    words = scan.tokens.words
    number = year_number(words, at)
    behind = words[at + 1] if at + 1 < len(words) else None
    if number is None or (at and (words[at - 1].classes & (lexicon.CURRENCY | lexicon.NUMBER_SIGN) or words[at - 1].text in {"-", "#", "/", "."})):
        return None
    if behind is not None and _counts(behind) and (behind.text != "-" or _low(words, at - 1) not in _YEAR_OPENERS):
        return None
    before = _low(words, at - 1)
    known = before in _YEAR_OPENERS or (before in {"(", "and", "to"} and 1500 <= number <= 2100)
    if not known or (
        before != "the" and behind is not None and words[at].space and parts.readings(behind.low) & parts.PLURAL and not parts.readings(behind.low) & parts.VERB
    ):
        return None
    return dated(scan, "calendar_dates.year", (at, at + 1), calendar.year_of(number), "")


def _decade(scan: Scan, at: int) -> Timex | None:
    words = scan.tokens.words
    text = words[at].text
    step = at + 1 + (_low(words, at + 1) in {"'", "\u2019"})
    if words[at].space or _low(words, step) != "s" or not text.isdecimal() or not text.endswith("0") or len(text) not in {2, 4}:
        return None
    if len(text) == 2 and _low(words, at - 1) not in {"the", "early", "late", "mid", "'", "\u2019"}:
        return None
    number = int(text) + (1900 if len(text) == 2 else 0)
    return dated(scan, "calendar_dates.decade", (at, step + 1), calendar.decade(number), "")


def _season(scan: Scan, at: int) -> Timex | None:
    words, now = scan.tokens.words, today(scan)
    letters = lexicon.groups("calendar.toml")["season"][words[at].low]
    year, end = _year_behind(words, at + 1)
    before = _low(words, at - 1)
    if year:
        return dated(scan, "calendar_dates.season", (at, end), calendar.season(year, letters), "")
    if before not in {"last", "next", "this"}:
        return None
    if now is None:
        return dated(scan, "calendar_dates.season", (at - 1, at + 1), None, f"XXXX-{letters}")
    days = calendar.season(now.year, letters)
    if days and before == "last" and days.until >= now:
        days = calendar.season(now.year - 1, letters)
    if days and before == "next" and days.begin <= now:
        days = calendar.season(now.year + 1, letters)
    return dated(scan, "calendar_dates.season", (at - 1, at + 1), days, f"XXXX-{letters}")


RULES: tuple[Rule[Timex], ...] = (
    Rule("calendar_dates.numeric", "A date in figures, year first or last", lexicon.DIGITS, _iso,
         (("On 2025-05-28 it rained.", "DATE 2025-05-28"), ("Signed 5/28/2025.", "DATE 2025-05-28")), ("Call 123-12-1234.",)),
    Rule("calendar_dates.day_month", "A day before its month", lexicon.DIGITS, _day_month,
         (("On 28 May 2019 they met.", "DATE 2019-05-28"), ("The 26-28 May fair.", "DATE 2025-05-26/2025-05-28")), ("He saw 28 people.",)),
    Rule("calendar_dates.decade", "Ten years, by their first", lexicon.DIGITS, _decade,
         (("In the 1970s it grew.", "DATE 197"), ("In the '80s it fell.", "DATE 198")), ("All 1970 sheep.",)),
    Rule("calendar_dates.year", "A year behind a word that leads to one", lexicon.DIGITS, _year,
         (("Founded in 1931, it closed.", "DATE 1931"), ("Since 2004 it holds.", "DATE 2004")), ("They sent 1990 troops.", "It took 2000 soldiers.")),
    Rule("calendar_dates.month_day", "A month and a day of it", lexicon.MONTH, _month_day,
         (("On June 4, 1989 they met.", "DATE 1989-06-04"), ("The May 26-28 talks.", "DATE 2025-05-26/2025-05-28")), ("They may 4 times.",)),
    Rule("calendar_dates.month", "A month, with or without its year", lexicon.MONTH, _month,
         (("In February it snowed.", "DATE 2025-02"), ("In March 2021 it snowed.", "DATE 2021-03")), ("It may snow.", "Theresa May spoke.", "They march on.")),
    Rule("calendar_dates.weekday", "A day of the week: the latest, unless the clause looks ahead", lexicon.WEEKDAY, _weekday,
         (("He said Tuesday.", "DATE 2025-06-10"), ("He will come Friday.", "DATE 2025-06-13")), ("The Sun rose.", "The Monday Club met.")),
    Rule("calendar_dates.season", "A season that a year or last, next, this pins", lexicon.SEASON, _season,
         (("It began last winter.", "DATE 2024-WI"), ("In spring 2020 it shut.", "DATE 2020-SP")), ("Prices fall.", "A mountain spring.")),
)  # fmt: skip
