"""Clock times and parts of the day: "6:20 a.m. EST", "9 p.m.", "noon", "this morning"."""

from factdb import lexicon
from factdb.mentions import calendar
from factdb.mentions.anchors import mentioned, timex, today
from factdb.mentions.mention import Timex
from factdb.mentions.rule import Rule
from factdb.mentions.scan import Scan
from factdb.text.tokens import Word

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


def _clock(scan: Scan, at: int) -> Timex | None:
    words = scan.tokens.words
    if not words[at].text.isdecimal() or words[at].size > 2:
        return None
    hour, minute, last = int(words[at].text), 0, at + 1
    colon = last + 1 < len(words) and words[last].text == ":" and not words[at].space and not words[last].space
    if colon and words[last + 1].text.isdecimal() and words[last + 1].size == 2:
        minute, last = int(words[last + 1].text), last + 2
    half, last = _half_of_day(words, last)
    zone = last < len(words) and words[last].low in _ZONES
    if hour > 24 or minute > 59 or (half and not 1 <= hour <= 12) or not (half or (last > at + 1 and (zone or _at(words, at)))):
        return None
    hour = hour % 12 + (12 if half == "p" else 0) if half else hour
    return _on_day(scan, (at, last + zone), f"{hour:02}:{minute:02}")


def _at(words: list[Word], at: int) -> bool:
    return at > 0 and words[at - 1].low in {"at", "by", "until", "from", "around", "about"}


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
    step = {"this": 0, "last": -1, "next": 1, "that": 0, "following": 1, "same": 0}.get(before)
    if step is None:
        near = scan.timexes[-1] if scan.timexes else None
        adjacent = near is not None and near.last == at and near.precision == "day" and near.type == "DATE"
        return _on_day(scan, (at, at + 1), letters) if adjacent else None
    base = today(scan) if before in {"this", "last"} else mentioned(scan, "day")
    there = calendar.moved(base, step, "D") if base else None
    day = calendar.day(there) if there else None
    return timex(scan, "clock.daytime", (at - 1, at + 1), ("TIME", f"{day.value if day else 'XXXX-XX-XX'}T{letters}"), day)


RULES: tuple[Rule[Timex], ...] = (
    Rule("clock.time", "A time of the clock", lexicon.DIGITS, _clock,
         (("It shook at 6:20 a.m. local time.", "TIME 2025-06-11T06:20"), ("It began at 9 p.m. sharp.", "TIME 2025-06-11T21:00")), ("They won 2:1.",)),
    Rule("clock.daytime", "A part of the day", lexicon.DAYTIME, _daytime,
         (("It rained this morning.", "TIME 2025-06-11TMO"), ("They left at noon.", "TIME 2025-06-11T12:00")), ("A good night.",)),
)  # fmt: skip
