"""What a date is the end of: "the week of April 9", "the first half of 2024", "the last two weeks of May", "the year ended March 31"."""

from datetime import date

from factdb import lexicon
from factdb.mentions import calendar
from factdb.mentions.anchors import dated, timex, today
from factdb.mentions.calendar import Stretch
from factdb.mentions.date_words import HYPHENS, day_before, low_at
from factdb.mentions.mention import Timex
from factdb.mentions.scan import Scan
from factdb.text.tokens import Word

RULE = "dates.joined"
_FINAL = frozenset(("last", "final", "closing"))
_ENDED = frozenset(("ended", "ending", "to", "through"))
_BEGUN = frozenset(("beginning", "starting", "commencing"))
_BESIDE = {"after": 1, "before": -1}
_SKIPPED = frozenset(("the", "year", "fiscal", "financial", "calendar"))
_WITHIN = {"D": ("day",), "W": ("day", "week"), "WE": ("day", "week"), "M": ("day", "week", "month"), "Q": ("day", "week", "month", "quarter"), "H": ("day",)}
_LENGTHS = {"D": 31, "W": 53, "M": 12, "Q": 4, "Y": 100}
_TO = HYPHENS | {"to", "till", "until", "through", "and"}


def headed(scan: Scan, b: Timex, behind: int) -> Timex:
    """A date with what stands before it, not before token `behind`; the date itself where nothing does."""
    words = scan.tokens.words
    if b.type != "DATE" or not b.begin:
        return b
    link = b.first - 1
    while low_at(words, link) in _SKIPPED and link > behind:
        link -= 1
    if link <= behind:
        return b
    if words[link].low == "in" and low_at(words, link - 1) in _ENDED:
        link -= 1
    elif words[link].low == "of" and low_at(words, link - 1) == "end":
        link = _to_the_end(words, link, behind)
    low, made = words[link].low, None
    if low in {"of", "in"}:
        made = _rest(scan, b, link) or _part(scan, b, link)
    elif low in _ENDED or low in _BEGUN:
        made = _ended(scan, b, link)
    elif low in _BESIDE:
        made = _beside(scan, b, link)
    elif link == b.first - 1 and (words[link].classes & lexicon.TIME_UNIT or low in {"half", "weekend"}):
        made = _part(scan, b, b.first)
    made = made or _days(scan, b, behind)
    return made if made is not None and made.first >= behind else b


def _to_the_end(words: list[Word], of: int, behind: int) -> int:
    """The "to" of "in the year to the end of March"; else that "of"."""
    to = of - 2 - (low_at(words, of - 2) == "the")
    return to if to > behind and low_at(words, to) in _ENDED else of


def whole(scan: Scan, place: tuple[int, int], parts: tuple[Timex, ...], days: Stretch | None = None) -> Timex:
    """A Timex over `place`, of these days or as its last part says."""
    last = parts[-1]
    made = timex(scan, RULE, place, (last.type, days.value if days else last.value), days)
    made.parts, made.modifier = parts, made.modifier or parts[0].modifier
    if days is None:
        made.begin, made.until, made.precision, made.exact = last.begin, last.until, last.precision, last.exact
    return made


def begin_of(t: Timex) -> date:
    return date.fromisoformat(t.begin or "0001-01-01")


def until_of(t: Timex) -> date:
    return date.fromisoformat(t.until or "9999-12-31")


def _unit(scan: Scan, at: int) -> str:
    words = scan.tokens.words
    if not at >= 0 or not words[at].classes & lexicon.TIME_UNIT:
        return "H" if low_at(words, at) == "half" else "WE" if low_at(words, at) == "weekend" else ""
    found: str = lexicon.groups("calendar.toml")["unit"].get(words[at].low, "")
    return found


def _part(scan: Scan, b: Timex, link: int) -> Timex | None:
    """The unit that ends before token `link` as a part of a date: nth, last, the first or last so many, or the week that holds it."""
    words, at = scan.tokens.words, link - 1
    unit = _unit(scan, at)
    if not unit or unit[0] == "T":
        return None
    step = at - (low_at(words, at - 1) in {"-", "\u2011"})
    number = scan.number_ends.get(step)
    found: tuple[int, Stretch | None] | None = None
    if unit in {"W", "WE"} and b.precision == "day" and low_at(words, link) == "of" and number is None:
        found = at, calendar.week(begin_of(b)) if unit == "W" else calendar.weekend(begin_of(b))
    elif b.precision in _WITHIN.get(unit, ()):
        return None  # a week is no part of a Sunday
    elif number is not None and number.form == "ordinal":
        found = number.first, _nth(b, int(number.value), unit)
    elif low_at(words, step - 1) in _FINAL and words[at].low[-1] != "s":
        found = step - 1, _nth(b, -1, unit)
    elif (number is not None or (unit == "Q" and scan.number_ends.get(link))) and unit in _LENGTHS:
        found = _several(scan, b, (at, link), unit)
    if found is None or found[1] is None or not _inside(found[1], b):
        return None
    return whole(scan, (found[0], b.last), (b,), found[1])


def _rest(scan: Scan, b: Timex, link: int) -> Timex | None:
    """ "the rest of May", "the remainder of 2025": from the day of the news on."""
    now = today(scan)
    if low_at(scan.tokens.words, link - 1) not in {"rest", "remainder"} or now is None or not begin_of(b) <= now <= until_of(b):
        return None
    b.begin = now.isoformat()
    return b


def _beside(scan: Scan, b: Timex, link: int) -> Timex | None:
    """ "the day after Christmas", "the week before March 6"."""
    words, unit = scan.tokens.words, _unit(scan, link - 1)
    if unit not in {"D", "W"} or b.precision != "day" or low_at(words, link - 2) != "the":
        return None
    days = calendar.shifted(begin_of(b), _BESIDE[words[link].low], unit)
    if days is None:
        return None
    made = whole(scan, (link - 1, b.last), (b,), days)
    made.modifier = None  # its "before" belongs to the unit
    return made


def _inside(days: Stretch, b: Timex) -> bool:
    """Whether a part begins in what it is a part of; a week or weekend may reach over its edges."""
    return days.precision == "week" or days.value.endswith("WE") or (begin_of(b) <= days.begin and days.begin <= until_of(b))


def _several(scan: Scan, b: Timex, place: tuple[int, int], unit: str) -> tuple[int, Stretch | None] | None:
    """ "the first three months of", "the last two weeks of"."""
    words = scan.tokens.words
    number = scan.number_ends.get(place[0]) or scan.number_ends.get(place[1])
    if number is None or low_at(words, number.first - 1) not in {"first", "opening"} | _FINAL:
        return None
    value = int(number.written.partition("/")[0]) if number.form == "fraction" else int(number.value)
    if number.form == "vague" or not 1 <= value <= _LENGTHS[unit]:
        return None
    final = words[number.first - 1].low in _FINAL
    near, far = (_nth(b, -n if final else n, unit) for n in (1, value))
    first, last = (far, near) if final else (near, far)
    if first is None or last is None:
        return None
    return number.first - 1, Stretch(f"{first.value}/{last.value}", first.begin, last.until, first.precision)


def _nth(b: Timex, count: int, unit: str) -> Stretch | None:
    """The nth day, ISO week, month, quarter or half of a date, below zero from its end; week 1 has most of its days in it."""
    begin, until = begin_of(b), until_of(b)
    if unit == "H":
        return _half(b, count)
    if not 0 < abs(count) <= _LENGTHS.get(unit, 5):
        return None
    if unit == "Q" and b.precision == "century":
        return _quarter_century(begin, count % 5 if count > 0 else 5 + count)
    if unit == "WE":
        saturday = calendar.nth_weekday(begin if count > 0 else until, 6, count)
        return calendar.weekend(saturday.begin) if saturday else None
    if count < 0:
        return calendar.shifted(until, count + 1 - (unit == "W" and until.weekday() < 3), unit)
    if unit == "W":
        monday = calendar.moved(begin, -begin.weekday() if begin.weekday() < 4 else 7 - begin.weekday(), "D")
        return calendar.shifted(monday, count - 1, "W") if monday else None
    return calendar.shifted(begin, count - 1, unit)


def _quarter_century(begin: date, number: int) -> Stretch | None:
    """Twenty-five years of a century: "the last quarter of the 19th century"."""
    first = begin.year // 100 * 100 + 25 * (number - 1)
    return calendar.months(max(first, 1), 1, 300, f"{first:04}/{first + 24:04}", "year")


def _half(b: Timex, count: int) -> Stretch | None:
    begin, until = begin_of(b), until_of(b)
    if count not in {1, 2, -1}:
        return None
    first = count == 1
    if b.precision == "year" and begin.year == until.year:
        return calendar.half(begin.year, 1 if first else 2)
    middle = calendar.moved(begin, (until - begin).days // 2, "D")
    behind = calendar.moved(middle, 1, "D") if middle else None
    if middle is None or behind is None or b.precision in {"day", None}:
        return None
    days = (begin, middle) if first else (behind, until)
    return Stretch(f"{days[0].isoformat()}/{days[1].isoformat()}", *days, b.precision)


def _ended(scan: Scan, b: Timex, link: int) -> Timex | None:
    """ "the year ended March 31", "six months to June 2005", "the week starting Monday"."""
    words, at = scan.tokens.words, link - 1
    unit = _unit(scan, at)
    if unit not in _LENGTHS or unit == "D":
        return None
    number = scan.number_ends.get(at)
    if number is None and low_at(words, at - 1) not in {"the", "fiscal", "financial"} and (unit != "Y" or b.precision not in {"day", "month"}):
        return None
    count = int(number.value) if number and number.form != "vague" and number.value < 1000 else 1
    first = number.first if number else at
    if words[link].low in _BEGUN:
        begin, until = begin_of(b), _before(calendar.moved(begin_of(b), count, unit))
    else:
        until = until_of(b)
        begin = _first_of(until, count, unit) or until
    if until is None or not begin <= until:
        return None
    days = Stretch(f"{begin.isoformat()}/{until.isoformat()}", begin, until, calendar.precision_of(unit))
    return whole(scan, (first, b.last), (b,), days)


def _first_of(until: date, count: int, unit: str) -> date | None:
    """The first day of so many units that end with a day; whole months where it is the end of one."""
    after = calendar.moved(until, 1, "D")
    return calendar.moved(after, -count, unit) if after else None


def _before(when: date | None) -> date | None:
    return calendar.moved(when, -1, "D") if when else None


def _days(scan: Scan, b: Timex, behind: int) -> Timex | None:
    """Days before a pointed month: "8 to 19 next month", "between 8 and 19 of this month", "the 5th of next month"."""
    words = scan.tokens.words
    if b.precision != "month" or b.rule != "relative_dates.pointed":
        return None
    link = b.first - (low_at(words, b.first - 1) == "the")
    of = low_at(words, link - 1) == "of"
    found = day_before(scan, link - of)
    if found is None or found[1] < behind:
        return None
    number, first = found
    step = first - 1 - (low_at(words, first - 1) == "the")
    from_ = day_before(scan, step) if low_at(words, step) in _TO else None
    if from_ is None or (words[step].low == "and" and low_at(words, from_[1] - 1) != "between"):
        if number.form != "ordinal" or low_at(words, first - 1) == "every":
            return None
        from_ = found
    month = begin_of(b)
    days = tuple(calendar.on(month.year, month.month, int(n.value)) for n in (from_[0], number))
    if days[0] is None or days[1] is None or days[0].begin > days[1].begin:
        return None
    value = days[0].value if from_ is found else f"{days[0].value}/{days[1].value}"
    return dated(scan, RULE, (from_[1], b.last), Stretch(value, days[0].begin, days[1].until, "day"), "")
