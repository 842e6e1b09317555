"""Days of the week: "Friday", "last Sunday", "Thursday the 21st", "two Sundays from now", "Tuesday week", "every Monday"."""

from datetime import date
from functools import partial

from factdb import lexicon
from factdb.mentions import calendar
from factdb.mentions.anchors import dated, mentioned, timex, today
from factdb.mentions.calendar import Stretch
from factdb.mentions.date_words import day_at, figure_day, is_month, low_at, named, pointer_before, year_number
from factdb.mentions.mention import Timex
from factdb.mentions.outlook import is_appointed, looks_ahead
from factdb.mentions.rule import Rule
from factdb.mentions.scan import Scan
from factdb.text import parts
from factdb.text.tokens import Word

_RULE = "weekdays.weekday"
_STEPS = {"this": 0, "next": 1, "last": -1, "past": -1, "coming": 2, "upcoming": 2}
_TOLD = frozenset(("previous", "following", "that", "same"))
_SUNDAY_PAPERS = frozenset(("mail", "independent"))  # "the Mail on Sunday"
_APOSTROPHES = frozenset(("'", "\u2019"))
_BEHIND = frozenset(("after", "by", "despite", "following", "from", "of", "over", "since"))
_IS = frozenset(("is", "are"))
_NAMED = 6  # "Sunday's first round vote"
_AND = frozenset(("and", "or", ","))
_WEEKS = {"last": -1, "this": 0, "next": 1}
_LISTED = 12  # so many tokens on a list of weekdays may go for its week
_EVERY = "XXXX-WXX-"
_MONTHS_AWAY = 14


def weekday_number(words: list[Word], at: int) -> int:
    """1 Monday to 7 Sunday."""
    found: int = lexicon.groups("calendar.toml")["weekday"][words[at].low]
    return found


def _weekday(scan: Scan, at: int) -> Timex | None:
    words, now = scan.tokens.words, today(scan)
    if not named(words[at], alone=True) or not _written_out(words, at) or _names(words, at):
        return None
    number, before = weekday_number(words, at), low_at(words, at - 1)
    if before in {"every", "each"}:
        return _set(scan, (at - 1, at + 1), f"{_EVERY}{number}")
    if before in _AND and scan.timexes and scan.timexes[-1].last == at - 1 and scan.timexes[-1].value.startswith(_EVERY):
        return _set(scan, (at, at + 1), f"{_EVERY}{number}")
    if (low_at(words, at - 2), before) == ("every", "other"):
        return _set(scan, (at - 2, at + 1), "P2W")
    numbered = _with_day(scan, at, number)
    if numbered:
        return numbered
    ordinal = scan.number_ends.get(at)
    if (ordinal and ordinal.form == "ordinal") or (before == "last" and _has_parts(words, at + 1)):
        first = ordinal.first if ordinal else at - 1
        if low_at(words, at + 1) == "of" and low_at(words, at + 2) in {"every", "each"}:
            return _set(scan, (first, at + 1), f"{_EVERY}{number}")
        days = calendar.nth_weekday(now.replace(day=1), number, int(ordinal.value)) if ordinal and now and ordinal.value < 6 else None
        return dated(scan, "weekdays.nth", (first, at + 1), days, f"XXXX-WXX-{number}")
    return _pointed(scan, at, now, number)


def _has_parts(words: list[Word], at: int) -> bool:
    """Whether "of" a unit of the calendar, or "in" a month of it, stands at a token: "the last Friday in May"."""
    low = low_at(words, at)
    return low == "of" or (low == "in" and at + 1 < len(words) and (bool(words[at + 1].classes & lexicon.MONTH) or bool(year_number(words, at + 1))))


def _written_out(words: list[Word], at: int) -> bool:
    return words[at].size > 4 or low_at(words, at + 1) in {".", ",", "-", "/"} or low_at(words, at - 1) in {"on", "next", "last", "this"}


def _is_short(words: list[Word], at: int) -> bool:
    """Whether a full stop behind the weekday belongs to its short form: "Tues., June 3"."""
    return words[at].size < 6 and low_at(words, at + 1) == "." and not words[at].space and low_at(words, at + 2) in {",", "the"}


def _names(words: list[Word], at: int) -> bool:
    """Whether the weekday is part of a name: "the Monday Club", "Bloody Sunday"."""
    if at and words[at - 1].capital and words[at - 1].low in lexicon.groups("calendar.toml")["weekday_name"]["words"]:
        return True
    if low_at(words, at - 1) == "on" and low_at(words, at - 2) in _SUNDAY_PAPERS and words[at - 2].capital:
        return True
    if at + 1 >= len(words) or not words[at + 1].capital or not words[at].space or words[at + 1].classes & ~lexicon.TIMES:
        return False
    return low_at(words, at - 1) == "the" or (low_at(words, at - 1) != "on" and words[at + 1].low in _mastheads())


_mastheads = partial(lexicon.word_set, "speech.toml", "masthead")


def _set(scan: Scan, place: tuple[int, int], value: str) -> Timex:
    return timex(scan, _RULE, place, ("SET", value))


def _with_day(scan: Scan, at: int, number: int) -> Timex | None:
    """ "Thursday the 21st", "Monday 21": the nearest 21st that is such a weekday; a figure that counts something is none."""
    words, now = scan.tokens.words, today(scan)
    step = at + 1 + (low_at(words, at + 1) == ",")
    found = day_at(scan, step) if step == at + 1 or low_at(words, step) == "the" or low_at(words, step + 1) in {"st", "nd", "rd", "th"} else None
    if found is None or is_month(words, found[1]) or low_at(words, found[1]) in {"of", "/", ":", "-", "a", "p", "am", "pm"}:
        return None
    if (not figure_day(words, step) or step + 1 == found[1]) and _noun_like(words, found[1]):
        return None
    days = _nearest(now, number, found[0]) if now else None
    return dated(scan, _RULE, (at, found[1]), days, f"XXXX-XX-{found[0]:02}")


def _noun_like(words: list[Word], at: int) -> bool:
    if at >= len(words) or not words[at].text[0].isalnum():
        return False
    return not parts.readings(words[at].low) & parts.CLOSED


def _nearest(now: date, number: int, day: int) -> Stretch | None:
    first = now.replace(day=1)
    months = (calendar.moved(first, step, "M") for step in range(-_MONTHS_AWAY, _MONTHS_AWAY + 1))
    found = (calendar.on(m.year, m.month, day) for m in months if m)
    return min((d for d in found if d and d.begin.isoweekday() == number), key=lambda d: abs((d.begin - now).days), default=None)


def _pointed(scan: Scan, at: int, now: date | None, number: int) -> Timex:
    words = scan.tokens.words
    first, last = at, at + 1 + _is_short(words, at)
    pointer = pointer_before(words, at)
    if (pointer == "following" and low_at(words, at - 2) != "the") or (pointer == "that" and low_at(words, at + 1) in _APOSTROPHES):
        pointer = ""
    if pointer in _STEPS or pointer in _TOLD:
        first -= 1
        first -= low_at(words, first - 1) in {"this", "that"} and pointer in {"past", "coming", "upcoming", "same"}
    behind = (low_at(words, last), low_at(words, last + 1))
    shift = 0
    week = _shared_week(words, last) if behind[0] in _AND else None
    if week is not None:
        there = calendar.moved(now, 7 * week + number - now.isoweekday(), "D") if now else None
        return dated(scan, _RULE, (first, last), calendar.day(there) if there else None, f"XXXX-WXX-{number}")
    if behind[0] == "week" and pointer != "the" and first == at and behind[1] != "'" and not _noun_like(words, last + 1):
        shift, last = 7, last + 1
    elif behind in {("after", "next"), ("before", "last")}:
        shift, last = 7 if behind[0] == "after" else -7, last + 2
    elif behind[0] in {"last", "next"} and first == at and not _noun_like(words, last + 1):
        pointer, last = {"last": "last", "next": "coming"}[behind[0]], last + 1
    day = _day(scan, at, number, (now, pointer, shift)) if now else None
    return dated(scan, _RULE, (first, last), day, f"XXXX-WXX-{number}")


def _shared_week(words: list[Word], at: int) -> int | None:
    """The week that a list of weekdays ends with, counted from this one: "and Wednesday next week" at a token."""
    step = at
    while low_at(words, step) in _AND and step < at + _LISTED:
        step += 1 + (low_at(words, step + 1) in _AND)
        if step >= len(words) or not words[step].classes & lexicon.WEEKDAY:
            return None
        step += 1
    step += low_at(words, step) in {"of", "in"}
    return _WEEKS.get(low_at(words, step)) if low_at(words, step + 1) == "week" else None


def _day(scan: Scan, at: int, number: int, told: tuple[date, str, int]) -> Stretch | None:
    now, pointer, shift = told
    if shift:
        ahead = calendar.weekday_by(now, number, ahead=shift > 0)
        there = calendar.moved(ahead.begin, shift, "D") if ahead else None
        return calendar.day(there) if there else None
    if pointer in {"this", "next"}:
        over = pointer == "this" and number < now.isoweekday() and looks_ahead(scan, at)
        there = calendar.moved(now, number - now.isoweekday() + (7 if pointer == "next" or over else 0), "D")
        return calendar.day(there) if there else None
    if pointer in {"coming", "upcoming"}:
        return calendar.weekday_by(now, number, ahead=True)
    if pointer in {"last", "past"}:
        there = calendar.moved(now, -1, "D")
        return calendar.weekday_by(there, number, ahead=False) if there else None
    if pointer in _TOLD:
        return _from_told(scan, number, pointer)
    return _bare(scan, at, now, number)


def _from_told(scan: Scan, number: int, pointer: str) -> Stretch | None:
    """ "the following Tuesday", counted from the last date mentioned."""
    base = mentioned(scan, "day")
    if base is None:
        return None
    if pointer == "previous":
        there = calendar.moved(base, -1, "D")
        return calendar.weekday_by(there, number, ahead=False) if there else None
    return calendar.weekday_by(base, number, ahead=pointer == "following")


def _bare(scan: Scan, at: int, now: date, number: int) -> Stretch | None:
    words = scan.tokens.words
    led = _led_from(scan, at)
    beside = low_at(words, led - 2), low_at(words, led - 1)
    paired = _paired(scan, at, now, number) if beside[1] == "and" else None
    if paired:
        return paired
    if beside == ("as", "of") or low_at(words, at + 1) in _APOSTROPHES:
        ahead = beside == ("ahead", "of") or (now.isoweekday() != number and beside[1] not in _BEHIND and _is_to_come(scan, at))
        return calendar.weekday_by(now, number, ahead=ahead)
    if _is_until(words, led) or (beside[1] == "as" and beside[0] in {"soon", "early", "late"}):
        return calendar.weekday_by(now, number, ahead=True)
    return calendar.weekday_by(now, number, ahead=now.isoweekday() != number and (_in_the_present(words, at) or looks_ahead(scan, at)))


def _led_from(scan: Scan, at: int) -> int:
    """The first token of the time of the clock that stands right before the weekday, else that of the weekday: "until 9 a.m. Tuesday"."""
    near = scan.timexes[-1] if scan.timexes else None
    return near.first if near is not None and near.type == "TIME" and near.last in {at, at - (low_at(scan.tokens.words, at - 1) == "on")} else at


def _is_to_come(scan: Scan, at: int) -> bool:
    """Whether a weekday's own vote, match or meeting is still to come: "Sunday's final will be played"."""
    words = scan.tokens.words
    named = at + 2 + (low_at(words, at + 2) == "s")
    while named < at + _NAMED and named + 1 < len(words) and not is_appointed(words[named].low):
        named += 1
    if not is_appointed(low_at(words, named)) or _noun_like(words, named + 1):
        return False
    return low_at(words, named + 1) in _IS or looks_ahead(scan, at)


def _paired(scan: Scan, at: int, now: date, number: int) -> Stretch | None:
    """The second of "Tuesday and Wednesday": the day behind the first, which has found its week."""
    near = scan.timexes[-1] if scan.timexes else None
    if near is None or near.last != at - 1 or near.rule != _RULE or not near.begin or near.last - near.first > 1:
        return None
    first = date.fromisoformat(near.begin)
    there = calendar.moved(first, 1, "D")
    return calendar.day(there) if there and there.isoweekday() == number and (there <= now or first > now) else None


def _in_the_present(words: list[Word], at: int) -> bool:
    """Whether the present tells of a weekday that opens its sentence or is something's day: "Sunday is", "From Monday, buses are", "the vote Sunday is"."""
    if at == 0 or words[at - 1].classes & lexicon.STOP:
        return low_at(words, at + 1) in {"is", "marks"}
    if low_at(words, at + 1) in _IS and is_appointed(low_at(words, at - 1 - (words[at - 1].low == "on"))):
        return True  # "the vote on Sunday is a test"
    return words[at - 1].text in {"From", "Starting", "Beginning"} and not {"are", "is", "can", "must"}.isdisjoint(w.low for w in words[at + 1 : at + 6])


def _is_until(words: list[Word], at: int) -> bool:
    """Whether "until" leads to the weekday; "up until", "not until" and the head of a sentence tell of what is over."""
    return low_at(words, at - 1) in {"until", "till"} and not words[at - 1].capital and low_at(words, at - 2) not in {"up", "not"}


def _several(scan: Scan, at: int) -> Timex | None:
    """ "two Sundays from now", "three Fridays ago"."""
    words, now = scan.tokens.words, today(scan)
    value = lexicon.groups("calendar.toml")["repeated"].get(words[at].low, "")
    number = scan.number_ends.get(at)
    ago = low_at(words, at + 1) == "ago"
    if number is None or not value.startswith("XXXX-WXX-") or number.value % 1 or not 1 <= number.value < 1000:
        return None
    if not ago and (low_at(words, at + 1), low_at(words, at + 2)) not in {("from", "now"), ("from", "today")}:
        return None
    weeks, last = int(number.value) - 1, at + (2 if ago else 3)
    near = calendar.weekday_by(now, int(value[-1]), ahead=not ago) if now else None
    there = calendar.moved(near.begin, -weeks if ago else weeks, "W") if near else None
    return dated(scan, "weekdays.several", (number.first, last), calendar.day(there) if there else None, value)


RULES: tuple[Rule[Timex], ...] = (
    Rule("weekdays.weekday", "A day of the week: the latest, unless the clause looks ahead", lexicon.WEEKDAY, _weekday,
         (("He said Tuesday.", "DATE 2025-06-10"), ("He will come Friday.", "DATE 2025-06-13"), ("Since Thursday the fifth it rains.", "DATE 2025-06-05"),
          ("It shuts Tuesday week.", "DATE 2025-06-24")), ("The Sun rose.", "The Monday Club met.")),
    Rule("weekdays.several", "So many such weekdays ago or from now", lexicon.REPEATED, _several,
         (("Free two Sundays from now?", "DATE 2025-06-22"), ("It shut three Fridays ago.", "DATE 2025-05-23")), ("Two Sundays of rain.",)),
)  # fmt: skip
