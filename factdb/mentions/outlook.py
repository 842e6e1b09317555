"""Whether the clause around a date looks ahead or back: the word nearest to the date that tells."""

from collections.abc import Sequence
from functools import cache, lru_cache, partial

from factdb import lexicon
from factdb.mentions.scan import Scan
from factdb.text import parts
from factdb.text.tokens import Word

_FAR = 16
_BESIDE = 3
_NEAR = 12
_AHEAD, _OVER, _CALENDAR, _BEFORE_TO, _MODAL, _ASKING, _MOVED, _PENDING = (1 << n for n in range(8))
_GROUPS = (
    ("future", "words", _AHEAD),
    ("past", "words", _OVER),
    ("scheduled", "words", _CALENDAR),
    ("scheduled", "before_to", _BEFORE_TO),
    ("scheduled", "asking", _ASKING),
    ("scheduled", "moved", _MOVED),
    ("scheduled", "pending", _PENDING),
    ("modal", "words", _MODAL),
)
_INFINITE = frozenset(("be", "being", "to", "is", "are"))
_SCENE = frozenset(("in", "on", "at", "here", "late", "early", "last"))
_BE = frozenset(("is", "are"))
_NOT_PRESENT = frozenset(("to", "did", "not", "t", "could", "couldn", "didn", "of", "and", "was", "were", "been"))
_APOSTROPHES = frozenset(("'", "\u2019"))
_REACH = 8  # so many tokens behind "urged" its infinitive is looked for
_NAMED_NEAR = 4  # "a possible strike on Friday"
_SAYING = frozenset(("said", "says", "told"))
_CLOSING = frozenset((",", '"', "\u201d", "'"))
_NEW_DAY = frozenset(("to", "until", "till", "for"))
_PLANNING = frozenset(("for", "from", "until", "till", "to", "by"))
_ABLE = frozenset(("could", "can"))
_TIMES = lexicon.MONTH | lexicon.WEEKDAY | lexicon.DEICTIC | lexicon.DIGITS | lexicon.TIME_UNIT | lexicon.DAYTIME
_BEFORE_TIMES = frozenset(("in", "on", "last", "this", "early", "late", "."))
_TIME_PHRASE = 5
_REASONS = frozenset(("after", "following", "over", "since", "despite"))
_RELATIVE = frozenset(("who", "which", "whose"))
_NONE = frozenset(("no", "none", "nobody", "neither", "nor"))
_LEADING = frozenset(("until", "till", "by"))


def looks_ahead(scan: Scan, at: int) -> bool:
    """Whether the nearest cue tells that the day is still to come."""
    return outlook(scan, at) or False


def lead(scan: Scan, at: int) -> bool | None:
    """What the nearest cue before the token in its sentence tells."""
    begin, _ = scan.tokens.sentence_of(at)
    return _nearest(scan.tokens.words, range(at - 1, max(begin, at - _FAR) - 1, -1))


def happened(scan: Scan, at: int, far: int = _FAR) -> bool:
    """Whether the nearest cue before the token, `far` tokens at most, is a verb of what took place: not of saying or setting, nor a plan's "for"."""
    words = scan.tokens.words
    begin, _ = scan.tokens.sentence_of(at)
    if at and words[at - 1].low in _PLANNING:
        return False
    for here in range(at - 1, max(begin, at - far) - 1, -1):
        cue = 0 if words[here].capital else _cue(words[here].low)
        if cue:
            return bool(cue & _OVER) and words[here].low not in _setting() and not (here and words[here - 1].low in _INFINITE)
    return False


def outlook(scan: Scan, at: int) -> bool | None:
    """What the nearest cue tells, before the token in its sentence, else behind it: True of what is to come, None without a cue."""
    words = scan.tokens.words
    begin, end = scan.tokens.sentence_of(at)
    before = range(at - 1, max(begin, at - _FAR) - 1, -1)
    told = _nearest(words, before)
    if told is None:
        told = _nearest(words, range(at + 1, min(end, at + _NEAR)))
    if told is None and not _LEADING.isdisjoint([words[here].low for here in before[:_BESIDE]]):
        return True
    return told


def _nearest(words: Sequence[Word], places: range) -> bool | None:
    """What the first word that tells anything says; names tell nothing, nor do participles behind "is" and "to be"."""
    for here in places:
        if places.step > 0 and words[here].low in _RELATIVE and words[here - 1].text == ",":
            return None
        cue = 0 if words[here].capital else _cue(words[here].low)
        if not cue or (places.step > 0 and _only_sources(words, here)):
            continue
        if cue & _AHEAD:
            return not _was_planned(words, here)
        if _is_planned(words, here, cue, places) or (places.step < 0 and _is_open(words, here, cue, places.start)):
            return True
        if cue & _OVER and not (here and words[here - 1].low in _INFINITE):
            return words[here].low == "won" and here + 1 < len(words) and words[here + 1].low in _APOSTROPHES  # "won't"
        if places.step < 0 and _stands_in_calendar(words, here, places.start):
            return True
    return None


def _was_planned(words: Sequence[Word], at: int) -> bool:
    """ "had been due", "had planned": what was to come before something else came."""
    before = words[at - 1].low if at else ""
    return before == "had" or (before == "been" and at > 1 and words[at - 2].low == "had")


def _is_open(words: Sequence[Word], at: int, cue: int, before_date: int) -> bool:
    """What leaves open, asks for or puts off what is still to come, before the date."""
    if cue & _MODAL:
        return _leaves_open(words, at)
    if cue & _ASKING:
        return _asks_to_come(words, at, before_date)
    if cue & _MOVED:
        return words[before_date].low in _NEW_DAY
    return bool(cue & _PENDING) and before_date - at < _NAMED_NEAR and not _appointed().isdisjoint([w.low for w in words[at + 1 : before_date + 1]])


def _asks_to_come(words: Sequence[Word], at: int, before_date: int) -> bool:
    """ "urged voters to turn out", "ordered him to appear": an infinitive of what one does at an appointed time, behind whoever is asked."""
    near = range(at + 2, min(before_date, at + _REACH))
    return any(words[here].low == "to" and words[here + 1].low in _coming() for here in near)


def _only_sources(words: Sequence[Word], at: int) -> bool:
    """Whether a verb of saying behind the date stands behind what was said: "in March, the minister said", but "in March, he said it would"."""
    behind = words[at + 1] if at + 1 < len(words) else None
    goes_on = behind is not None and behind.text[0].isalpha() and not behind.classes & (lexicon.WEEKDAY | lexicon.DEICTIC) and behind.low not in _SCENE
    return words[at].low in _SAYING and not goes_on and not _CLOSING.isdisjoint([word.text for word in words[max(at - 4, 0) : at]])


def _leaves_open(words: Sequence[Word], at: int) -> bool:
    """Whether a modal verb speaks of what may come, or "to be": "could be freed", "a hearing to be held".

    "Could have been", "could not say" (but not "may not come"), "could be heard" and "said to be" do not.
    """
    if words[at].low == "be":
        return at > 1 and words[at - 1].low == "to" and not _cue(words[at - 2].low)
    behind = [word.low for word in words[at + 1 : at + 4]]
    if behind[:1] == ["not"] and words[at].low not in _ABLE:
        behind = behind[1:]
    before = [word.low for word in words[max(at - _FAR, 0) : at]]
    return behind[:1] not in (["not"], ["have"], ["only"]) and _senses().isdisjoint(behind) and _NONE.isdisjoint(before)


def _stands_in_calendar(words: Sequence[Word], at: int, before_date: int) -> bool:
    """ "is (on)" and "are closed (on)" right before the date: the present of a calendar."""
    near = at + (words[before_date].low in {"on", "in"})
    return near == before_date and (words[at].low in _BE or (at > 0 and words[at - 1].low in _BE))


@cache
def _cues() -> dict[str, int]:
    found: dict[str, int] = {}
    for group, key, bit in _GROUPS:
        for word in lexicon.groups("calendar.toml")[group][key]:
            found[word] = found.get(word, 0) | bit
    return found


_setting = partial(lexicon.word_set, "calendar.toml", "past", "setting")


_going = partial(lexicon.word_set, "calendar.toml", "scheduled", "gerunds")


_senses = partial(lexicon.word_set, "calendar.toml", "modal", "senses")


_coming = partial(lexicon.word_set, "calendar.toml", "scheduled", "coming")


_appointed = partial(lexicon.word_set, "calendar.toml", "scheduled", "nouns")


def is_appointed(low: str) -> bool:
    """Whether a noun names what has its appointed day: a vote, a match, a meeting."""
    return low in _appointed()


@lru_cache(maxsize=20_000)
def _cue(low: str) -> int:
    """What a word may tell: of what is to come, of what is over, of what stands in a calendar, or of a plan before "to"."""
    told = _cues().get(low, 0)
    if not told & (_AHEAD | _OVER | _MODAL):
        kinds = parts.readings(low)
        told |= _OVER if kinds & (parts.PAST | parts.PARTICIPLE) and not kinds & parts.VERB else 0
    return told


def _follows(words: Sequence[Word], at: int, before_date: int) -> bool:
    """Whether what the date belongs to is behind a verb's reason: "faces jail after his arrest on Monday", but not "leaves after Monday's vote"."""
    between = [word.low for word in words[at + 1 : before_date + 1]]
    return not _REASONS.isdisjoint(between) and _appointed().isdisjoint(between)


def _behind_time(words: Sequence[Word], at: int, before_date: int) -> int:
    """The token behind the time that may stand at a token, up to the date: "agreed on Monday to meet on Friday"."""
    step = at
    while step < min(at + _TIME_PHRASE, before_date) and (words[step].classes & _TIMES or words[step].low in _BEFORE_TIMES):
        step += 1
    return step


def _is_planned(words: Sequence[Word], at: int, cue: int, places: range) -> bool:
    """ "opens", "agreed to": a verb of the calendar in the present, or a word of planning before an infinitive.

    Behind the date ("on Friday they agreed to meet") only "is to" plans for it.
    """
    behind = places.step > 0
    if cue & _BEFORE_TO and at + 2 < len(words) and (words[at].low in _BE or not behind):
        if words[at].low in _BE and words[at + 1].low in _going():
            return True
        to = at + 1 if behind else _behind_time(words, at + 1, places.start)
        if words[to].low == "to" and to + 1 < len(words):
            return words[to + 1].low == "be" or bool(parts.readings(words[to + 1].low) & parts.VERB)
        if words[at].low == "set" and words[at + 1].low == "for":
            return True
    if not cue & _CALENDAR or not at:
        return bool(cue & _CALENDAR)
    before = words[at - 1].low
    joined = before == "and" and words[at].low[-1] == "s"  # "arrived on Monday and leaves on Friday"
    if not behind and _follows(words, at, places.start):
        return False
    return not ((before in _NOT_PRESENT and not joined) or parts.readings(before) & parts.DETERMINER)
