"""The day that the text below a dateline counts from: "GENEVA, June 4 (Agency) --", "Following is the text of a speech delivered on 4 June:"."""

from datetime import date

from factdb.mentions.date_words import low_at
from factdb.mentions.mention import Timex
from factdb.mentions.scan import Scan

_DASHES = frozenset(("-", "\u2013", "\u2014", "_"))
_LEAD = 10  # so many tokens of a line may stand before the date of its dateline
_AGENCY = 10  # so many tokens on the dash stands
_MONTH = 31
_SENTENCE = 40  # tokens
_RULES = frozenset(("calendar_dates.month_day", "calendar_dates.day_month"))
_FOLLOWING = frozenset(("following", "below"))
_IS = frozenset(("is", "are", "text", "transcript"))
_REPRINTED = frozenset(("reprint", "reproduce", "republish"))
_SPOKEN = frozenset(
    ("speech", "statement", "remarks", "address", "letter", "interview", "lecture", "article", "sermon", "message", "declaration", "transcript")
)


def told_on(scan: Scan, t: Timex) -> date | None:
    """The day that a date gives to the text below it, None where it gives none."""
    if t.rule not in _RULES or not t.begin or t.begin != t.until or scan.published_on is None:
        return None
    day = date.fromisoformat(t.begin)
    over = (date.fromisoformat(scan.published_on.isoformat()[:10]) - day).days
    if over < 0:
        return None
    return day if (over <= _MONTH and _opens_dispatch(scan, t)) or _opens_text(scan, t) else None


def _opens_dispatch(scan: Scan, t: Timex) -> bool:
    """Whether a date near the start of a line has brackets and a dash behind it."""
    words = scan.tokens.words
    if low_at(words, t.last) != "(" or t.first - scan.tokens.sentence_of(t.first)[0] > _LEAD:
        return False
    closed = next((at for at in range(t.last + 1, t.last + _AGENCY) if low_at(words, at) == ")"), None)
    return closed is not None and low_at(words, closed + 1) in _DASHES


def _opens_text(scan: Scan, t: Timex) -> bool:
    """Whether the sentence of a date says that a text of that day follows: "The following speech was given on June 4", "We reprint a letter"."""
    words = scan.tokens.words
    begin, end = scan.tokens.sentence_of(t.first)
    lead = begin + (low_at(words, begin) == "the")
    opens = low_at(words, lead) in _FOLLOWING and (low_at(words, lead + 1) in _IS or low_at(words, lead + 1) in _SPOKEN)
    if not opens and low_at(words, begin + 1) not in _REPRINTED:
        return False
    return any(word.low in _SPOKEN for word in words[begin : min(end, begin + _SENTENCE)])
