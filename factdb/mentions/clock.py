"""Clock times and parts of the day: "6:20 a.m. EST", "9 p.m.", "noon", "this morning"."""

from factdb import lexicon
from factdb.mentions import calendar
from factdb.mentions.anchors import mentioned, timex, today
from factdb.mentions.date_words import low_at
from factdb.mentions.mention import Timex
from factdb.mentions.rule import Rule
from factdb.mentions.scan import Scan
from factdb.text.tokens import Word

_LED_BY = frozenset(("at", "until", "till", "before", "after", "since"))
_EDGES_OF_DAY = frozenset(("dawn", "dusk", "sunrise", "sunset"))  # "at dawn Friday"
_SPOKEN = frozenset(("o", "in", "at"))
_ZONES = frozenset(("gmt", "utc", "est", "edt", "cst", "cdt", "mst", "mdt", "pst", "pdt", "cet", "cest", "bst", "ist", "jst"))


def _half_of_day(words: list[Word], at: int) -> tuple[str, int]:
    """ "a.m.", "pm" at a token: "a" or "p" (or nothing) and the token behind it."""
    if at >= len(words):
        return "", at
    low = words[at].low
    if low in {"am", "pm"}:
        return low[0], at + 1
    if low in {"a", "p"} and [w.low for w in words[at + 1 : at + 3]] == [".", "m"] and not words[at].space:
        return low, at + 3 + (at + 3 < len(words) and words[at + 3].text == "." and not words[at + 2].space)
    return "", at


def _figures(words: list[Word], at: int) -> tuple[int, int, int] | None:
    """Hour and minute at a token and the token behind them: "9", "9:30", "9.30", "0930"."""
    text, last = words[at].text, at + 1
    if text.isdecimal() and words[at].size == 4:
        zone = low_at(words, last) in _ZONES or (low_at(words, last) == "hours" and low_at(words, last + 1) in _ZONES)
        return (int(text[:2]), int(text[2:]), last) if zone else None
    hour, _, minute = text.partition(".")
    if minute:
        return (int(hour), int(minute), last) if len(hour) <= 2 and len(minute) == 2 and hour.isdecimal() and minute.isdecimal() else None
    if not text.isdecimal() or words[at].size > 2:
        return None
    colon = low_at(words, last) == ":" and not words[at].space and not words[last].space
    if colon and last + 1 < len(words) and words[last + 1].text.isdecimal() and words[last + 1].size == 2:
        return int(text), int(words[last + 1].text), last + 2
    return int(text), 0, last


def _clock(scan: Scan, at: int) -> Timex | None:
    words = scan.tokens.words
    found = _figures(words, at)
    if found is None:
        return None
    hour, minute, last = found
    plain = last == at + 1 and words[at].size <= 2
    half, last = _half_of_day(words, last)
    spoken = _o_clock(words, last) if plain and not half else last
    if not half and hour <= 12:
        half, last = _of_daytime(words, spoken)
    zone = low_at(words, last) in _ZONES
    known = half or (spoken > at + 1 and plain) or (not plain and (words[at].text[0] == "0" or "." not in words[at].text) and (zone or _at(words, at)))
    if hour > 24 or minute > 59 or (half and not 1 <= hour <= 12) or not known:
        return None
    hour = hour % 12 + (12 if half == "p" else 0) if half else hour
    return _on_day(scan, (at, last + zone), f"{hour:02}:{minute:02}")


def _at(words: list[Word], at: int) -> bool:
    return low_at(words, at - 1) in {"at", "by", "until", "from", "around", "about"}


def _o_clock(words: list[Word], at: int) -> int:
    """The token behind "o'clock" at a token, or that token."""
    spoken = low_at(words, at) == "o" and low_at(words, at + 1) in {"'", "\u2019"} and low_at(words, at + 2) == "clock"
    return at + 3 if spoken else at


def _of_daytime(words: list[Word], at: int) -> tuple[str, int]:
    """ "in the morning", "in the afternoon", "at night" at a token: "a" or "p" and the token behind it."""
    if (low_at(words, at), low_at(words, at + 1)) == ("in", "the") and low_at(words, at + 2) in {"morning", "afternoon", "evening"}:
        return "a" if words[at + 2].low == "morning" else "p", at + 3
    return ("p", at + 2) if (low_at(words, at), low_at(words, at + 1)) == ("at", "night") else ("", at)


def _spoken(scan: Scan, at: int) -> Timex | None:
    """ "five o'clock", "eleven in the morning"."""
    words, number = scan.tokens.words, scan.numbers.get(at)
    if (
        number is None
        or (low_at(words, number.last) not in _SPOKEN and low_at(words, at - 2) not in {"half", "quarter"})
        or number.form != "words"
        or not 1 <= number.value <= 12
        or number.value % 1
    ):
        return None
    beside = _minutes_beside(scan, at) if low_at(words, at - 1) in {"past", "to"} else None
    if beside:
        first, minutes = beside
        half, end = _of_daytime(words, number.last)
        clock = (int(number.value) % 12 + 12 * (half == "p")) * 60 + minutes
        return _on_day(scan, (first, end), f"{clock // 60 % 24:02}:{clock % 60:02}")
    last = _o_clock(words, number.last)
    half, end = _of_daytime(words, last)
    if last == number.last and not (half and _at(words, at)):
        return None
    hour = int(number.value) % 12 + 12 * (half == "p") if half else int(number.value)
    return _on_day(scan, (at, end), f"{hour:02}:00")


def _minutes_beside(scan: Scan, at: int) -> tuple[int, int] | None:
    """ "half past", "a quarter to" before an hour: the first token and the minutes, below zero before the hour."""
    words = scan.tokens.words
    minutes = {"half": 30, "quarter": 15}.get(low_at(words, at - 2))
    if minutes is None or (minutes == 30 and words[at - 1].low == "to"):
        return None
    first = at - 2 - (low_at(words, at - 3) == "a")
    return (first, minutes if words[at - 1].low == "past" else -minutes) if low_at(words, first - 1) in _LED_BY else None


def _on_day(scan: Scan, place: tuple[int, int], clock: str) -> Timex:
    now = mentioned(scan, "day")
    day = calendar.day(now) if now else None
    return timex(scan, "clock.time", place, ("TIME", f"{day.value if day else 'XXXX-XX-XX'}T{clock}"), day)


def _daytime(scan: Scan, at: int) -> Timex | None:
    """A part of the day that this, that, last, next, every or a day before it pins; a moment alone."""
    words = scan.tokens.words
    letters = lexicon.groups("calendar.toml")["daytime"][words[at].low]
    if ":" in letters:
        return _on_day(scan, (at, at + 1), letters)
    before = words[at - 1].low if at else ""
    if before in {"every", "each"}:
        return timex(scan, "clock.daytime", (at - 1, at + 1), ("SET", f"XXXX-XX-XXT{letters}"))
    if words[at].low in _EDGES_OF_DAY and at + 2 < len(words) and words[at + 1 + (words[at + 1].low == "on")].classes & lexicon.WEEKDAY:
        return _on_day(scan, (at, at + 1), letters)
    step = {"this": 0, "last": -1, "next": 1, "that": 0, "following": 1, "same": 0}.get(before)
    if step is None:
        near = scan.timexes[-1] if scan.timexes else None
        adjacent = near is not None and near.last == at and near.precision == "day" and (near.type == "DATE" or ":" in near.value)
        return _on_day(scan, (at, at + 1), letters) if adjacent else None
    base = today(scan) if before in {"this", "last"} else mentioned(scan, "day")
    there = calendar.moved(base, step, "D") if base else None
    day = calendar.day(there) if there else None
    return timex(scan, "clock.daytime", (at - 1, at + 1), ("TIME", f"{day.value if day else 'XXXX-XX-XX'}T{letters}"), day)


RULES: tuple[Rule[Timex], ...] = (
    Rule("clock.time", "A time of the clock", lexicon.DIGITS, _clock,
         (("It shook at 6:20 a.m. local time.", "TIME 2025-06-11T06:20"), ("It began at 9 p.m. sharp.", "TIME 2025-06-11T21:00"),
          ("At 1430 GMT it sank.", "TIME 2025-06-11T14:30"), ("At 3 in the afternoon.", "TIME 2025-06-11T15:00"),
          ("By 8.30 p.m. it rained.", "TIME 2025-06-11T20:30")),
         ("They won 2:1.", "In 1430 it sank.", "It rose 8.30.")),
    Rule("clock.spoken", "A time of the clock in words", lexicon.CARDINAL, _spoken,
         (("It left at five o'clock.", "TIME 2025-06-11T05:00"), ("It left at eleven in the morning.", "TIME 2025-06-11T11:00"),
          ("It left at half past three.", "TIME 2025-06-11T03:30"), ("At a quarter to nine it rang.", "TIME 2025-06-11T08:45")),
         ("Five in the town.", "It fell from a quarter to five.")),
    Rule("clock.daytime", "A part of the day", lexicon.DAYTIME, _daytime,
         (("It rained this morning.", "TIME 2025-06-11TMO"), ("They left at noon.", "TIME 2025-06-11T12:00")), ("A good night.",)),
)  # fmt: skip
