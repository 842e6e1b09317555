"""Dates that name their place in the calendar: days, months, years, weekdays, ISO and slashed dates, decades, seasons."""

from datetime import date

from factdb import lexicon
from factdb.mentions import calendar
from factdb.mentions.anchors import dated, looks_ahead, outlook, today
from factdb.mentions.calendar import Stretch
from factdb.mentions.mention import Timex
from factdb.mentions.rule import Rule
from factdb.mentions.scan import Scan
from factdb.text.tokens import Word

_HYPHENS = frozenset("-\u2010\u2011\u2013\u2014/~")
_WORDS_TOO = frozenset(("may", "march", "mar", "sun", "sat"))
_SOON = 2
_NEAR_DAYS = 120
_ENDINGS = frozenset(("st", "nd", "rd", "th"))
_MONTH_OPENERS = frozenset(
    ("in", "since", "of", "by", "from", "until", "till", "during", "before", "after", "through", "last", "next", "this", "early", "late", "mid")
)


def _months() -> dict[str, int]:
    found: dict[str, int] = lexicon.groups("calendar.toml")["month"]
    return found


def low_at(words: list[Word], at: int) -> str:
    return words[at].low if 0 <= at < len(words) else ""


def _day_number(words: list[Word], at: int) -> tuple[int, int] | None:
    """The day of the month at a token and the token behind it: "26", "4th"."""
    if not 0 <= at < len(words) or not words[at].text.isdecimal() or words[at].size > 2:
        return None
    number = int(words[at].text)
    last = at + 1 + (not words[at].space and low_at(words, at + 1) in _ENDINGS)
    return (number, last) if 1 <= number <= 31 else None


def year_number(words: list[Word], at: int) -> int | None:
    """The year that a token of four digits may name."""
    if 0 <= at < len(words) and words[at].size == 4 and words[at].text.isdecimal():
        number = int(words[at].text)
        return number if 1000 <= number <= 2199 else None
    return None


def _year_behind(words: list[Word], at: int) -> tuple[int | None, int]:
    """ ", 2025", "of 2025", "2025" from a token on: the year and the token behind it."""
    step = at + (low_at(words, at) in {",", "of", "in"})
    number = year_number(words, step)
    return (number, step + 1) if number else (None, at)


def month_number(words: list[Word], at: int) -> int:
    """1 to 12 for the month at a token."""
    return _months()[words[at].low]


def named(word: Word, alone: bool = False) -> bool:
    """Whether a word is meant as a month or weekday: with a capital, or no other word; `alone` asks for its full length too."""
    return word.capital or (word.low not in _WORDS_TOO and (word.size > 4 or (word.low in {"june", "july"}) or not alone))


def behind_month(words: list[Word], at: int) -> int:
    """The token behind a month, with the full stop of "Aug."."""
    return at + 1 + (low_at(words, at + 1) == "." and words[at].size <= 4 and not words[at].space)


def is_month(words: list[Word], at: int) -> bool:
    return 0 <= at < len(words) and bool(words[at].classes & lexicon.MONTH) and named(words[at])


def _on(scan: Scan, at: int, year: int | None, md: tuple[int, int]) -> Stretch | None:
    now = today(scan)
    if year:
        return calendar.on(year, *md)
    if now is None:
        return None
    near = calendar.on(now.year, *md)
    if near is not None and abs((near.begin - now).days) <= _NEAR_DAYS:
        return near
    return calendar.nearest_year(now, *md, looks_ahead(scan, at))


def day_of(scan: Scan, rule: str, place: tuple[int, int], when: tuple[int | None, int, int]) -> Timex | None:
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


def _between(words: list[Word], at: int) -> bool:
    """Whether "between" stands before the day in front of token `at`: "between 2", "between May 2"."""
    return "between" in (low_at(words, at - 2), low_at(words, at - 3))


def _to_day(words: list[Word], at: int, month_behind: bool = False) -> tuple[int, int] | None:
    """ "-28", "to 28" from a token on: the second day of a range."""
    if low_at(words, at) in _HYPHENS or low_at(words, at) == "to" or (low_at(words, at) == "and" and _between(words, at)):
        found = _day_number(words, at + 1)
        if found and is_month(words, found[1]) == month_behind:
            return found
    return None


def _ordinal_day(scan: Scan, at: int) -> Timex | None:
    """ "the ninth of July 1988", "twenty-third of August"."""
    words = scan.tokens.words
    number = scan.number_ends.get(at - 1)
    if low_at(words, at - 1) != "of" or number is None or number.form != "ordinal" or not 1 <= number.value <= 31 or not named(words[at]):
        return None
    year, end = _year_behind(words, behind_month(words, at))
    return day_of(scan, "calendar_dates.ordinal_day", (number.first, end), (year, _months()[words[at].low], int(number.value)))


def _month_day(scan: Scan, at: int) -> Timex | None:
    words = scan.tokens.words
    if not named(words[at]):
        return None
    found = _day_number(words, behind_month(words, at))
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
    return day_of(scan, "calendar_dates.month_day", (at, end), (year, month, number))


def _day_month(scan: Scan, at: int) -> Timex | None:
    words = scan.tokens.words
    found = _day_number(words, at)
    if not found:
        return None
    number, last = found
    to = _to_day(words, last, month_behind=True)
    step = to[1] if to else last
    step += low_at(words, step) in {"of", "."}
    if not is_month(words, step):
        return None
    month = _months()[words[step].low]
    year, end = _year_behind(words, behind_month(words, step))
    if to:
        return _range(scan, "calendar_dates.day_month", (at, end), (_on(scan, at, year, (month, number)), _on(scan, at, year, (month, to[0]))))
    return day_of(scan, "calendar_dates.day_month", (at, end), (year, month, number))


def _month(scan: Scan, at: int) -> Timex | None:
    """A month with its year, or alone where it can be nothing else."""
    words = scan.tokens.words
    if not named(words[at]):
        return None
    number = _months()[words[at].low]
    behind = behind_month(words, at)
    year, end = _year_behind(words, behind)
    if year:
        return dated(scan, "calendar_dates.month", (at, end), calendar.month(year, number), "")
    before = low_at(words, at - 1)
    before_year = year_number(words, at - 1)
    if before_year and words[at].capital:
        return dated(scan, "calendar_dates.month", (at - 1, behind), calendar.month(before_year, number), "")
    if not named(words[at], alone=True):
        return None
    if (words[at].size <= 3 or words[at].low in {"march", "august", "april", "june"}) and (before not in _MONTH_OPENERS or _name_behind(words, at)):
        return None
    first = at - (before in {"last", "next", "this"})
    return dated(scan, "calendar_dates.month", (first, at + 1), _bare_month(scan, at, number), f"XXXX-{number:02}")


def _name_behind(words: list[Word], at: int) -> bool:
    return words[at].size <= 3 and at + 1 < len(words) and words[at + 1].capital


def _bare_month(scan: Scan, at: int, number: int) -> Stretch | None:
    now, before = today(scan), low_at(scan.tokens.words, at - 1)
    if now is None:
        return None
    if before == "last":
        return calendar.month(now.year - (number >= now.month), number)
    ahead = outlook(scan, at)
    if ahead is None and before not in {"next", "this"}:
        ahead = (number - now.month) % 12 <= _SOON
    if before == "next" or (before != "this" and ahead):
        return calendar.month(now.year + (number < now.month or (before == "next" and number == now.month)), number)
    return calendar.month(now.year - (number > now.month and before != "this"), number)


def _weekday(scan: Scan, at: int) -> Timex | None:
    words, now = scan.tokens.words, today(scan)
    if not named(words[at], alone=True) or (words[at].size == 3 and low_at(words, at + 1) != "."):
        return None
    if at + 1 < len(words) and words[at + 1].capital and words[at].space and low_at(words, at - 1) == "the" and not words[at + 1].classes:
        return None
    number = lexicon.groups("calendar.toml")["weekday"][words[at].low]
    before = low_at(words, at - 1)
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
    before = low_at(scan.tokens.words, at - 1)
    if before in {"this", "next"}:
        there = calendar.moved(now, number - now.isoweekday() + (7 if before == "next" else 0), "D")
        return calendar.day(there) if there else None
    if before == "last":
        there = calendar.moved(now, -1, "D")
        return calendar.weekday_by(there, number, ahead=False) if there else None
    beside = low_at(scan.tokens.words, at - 2), before
    if beside == ("as", "of") or low_at(scan.tokens.words, at + 1) in {"'", "\u2019"}:
        return calendar.weekday_by(now, number, ahead=False)
    if before == "as" and beside[0] in {"soon", "early", "late"}:
        return calendar.weekday_by(now, number, ahead=True)
    return calendar.weekday_by(now, number, ahead=looks_ahead(scan, at))


def _season(scan: Scan, at: int) -> Timex | None:
    words, now = scan.tokens.words, today(scan)
    letters = lexicon.groups("calendar.toml")["season"][words[at].low]
    year, end = _year_behind(words, at + 1)
    before = low_at(words, at - 1)
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
    Rule("calendar_dates.day_month", "A day before its month", lexicon.DIGITS, _day_month,
         (("On 28 May 2019 they met.", "DATE 2019-05-28"), ("The 26-28 May fair.", "DATE 2025-05-26/2025-05-28")), ("He saw 28 people.",)),
    Rule("calendar_dates.ordinal_day", "A day by its ordinal and of its month", lexicon.MONTH, _ordinal_day,
         (("The ninth of July 1988 was dry.", "DATE 1988-07-09"), ("On the twenty-third of August 2012 it rained.", "DATE 2012-08-23")),
         ("The fourth march of June.",)),
    Rule("calendar_dates.month_day", "A month and a day of it", lexicon.MONTH, _month_day,
         (("On June 4, 1989 they met.", "DATE 1989-06-04"), ("The May 26-28 talks.", "DATE 2025-05-26/2025-05-28")), ("They may 4 times.",)),
    Rule("calendar_dates.month", "A month, with or without its year", lexicon.MONTH, _month,
         (("In February it snowed.", "DATE 2025-02"), ("In March 2021 it snowed.", "DATE 2021-03")), ("It may snow.", "Theresa May spoke.", "They march on.")),
    Rule("calendar_dates.weekday", "A day of the week: the latest, unless the clause looks ahead", lexicon.WEEKDAY, _weekday,
         (("He said Tuesday.", "DATE 2025-06-10"), ("He will come Friday.", "DATE 2025-06-13")), ("The Sun rose.", "The Monday Club met.")),
    Rule("calendar_dates.season", "A season that a year or last, next, this pins", lexicon.SEASON, _season,
         (("It began last winter.", "DATE 2024-WI"), ("In spring 2020 it shut.", "DATE 2020-SP")), ("Prices fall.", "A mountain spring.")),
)  # fmt: skip
