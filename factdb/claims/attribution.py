"""Who says so: the speaker of the sentence, of the quotation that it stands in, or a source that it names."""

from bisect import bisect_right

from factdb.claims.context import noun_after, word_set
from factdb.mentions.mention import Mention
from factdb.text import parts
from factdb.text.phrases import noun_phrase_before
from factdb.text.tokens import Tokens

_PRONOUNS = frozenset(("he", "she", "it", "they"))
_OPEN, _CLOSE = frozenset('"\u201c'), frozenset('"\u201d')
_MARKS = _OPEN | _CLOSE


class Speakers:
    """The speaker of every sentence of an article, found in one pass from its start."""

    def __init__(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self._starts = [first for first, _ in tokens.sentences]
        self._names: dict[str, str] = {}
        self._last: str | None = None
        self._by_sentence = self._read()

    def of(self, mention: Mention) -> str | None:
        return self._by_sentence[bisect_right(self._starts, mention.first) - 1]

    def _read(self) -> list[str | None]:
        out: list[str | None] = []
        quoting = False
        telling = word_set("speech.toml", "verb") | {"according"}
        for first, last in self._tokens.sentences:
            low = [word.low for word in self._tokens.words[first:last]]
            said = None if telling.isdisjoint(low) else self._speaker(first, last)
            if said:
                self._last = said
            marks = 0 if _MARKS.isdisjoint(low) else sum(map(_MARKS.__contains__, low))
            opened = quoting or low[0] in _OPEN
            out.append(said or (self._last if opened else None))
            quoting = quoting != bool(marks % 2)
        return out

    def _speaker(self, first: int, last: int) -> str | None:
        words = self._tokens.words
        verbs = word_set("speech.toml", "verb")
        for at in range(first, last):
            low = words[at].low
            if low == "according" and at + 2 < last and words[at + 1].low == "to":
                return self._full(noun_after(self._tokens, at + 2))
            if low in verbs and parts.readings(low) & (parts.PAST | parts.THIRD):
                found = self._before(first, at) or self._after(at, last)
                if found:
                    return found
        return None

    def _before(self, first: int, verb: int) -> str | None:
        words = self._tokens.words
        if verb > first and words[verb - 1].low in _PRONOUNS:
            return self._last
        found = noun_phrase_before(self._tokens, verb)
        if found is None or found.first < first:
            return None
        return self._full(_name_or_noun(self._tokens, found.first, found.last))

    def _after(self, verb: int, last: int) -> str | None:
        """Behind the verb only where a quotation or comma stands before it: "...", said the minister."""
        words = self._tokens.words
        if verb + 1 >= last or words[verb - 1].text not in _CLOSE | {","}:
            return None
        return self._full(noun_after(self._tokens, verb + 1))

    def _full(self, name: str | None) -> str | None:
        """The fullest form in which the article has named this speaker so far."""
        if not name or name.lower() in _PRONOUNS:
            return None
        key = name.split()[-1]
        if len(name) >= len(self._names.get(key, "")):
            self._names[key] = name
        return self._names[key]


def _name_or_noun(tokens: Tokens, first: int, last: int) -> str:
    """The person's name at the end of a phrase, titles in small letters left out; else the whole phrase."""
    at = last
    while at > first and tokens.words[at - 1].capital:
        at -= 1
    if last - at >= 2 and at > first and not tokens.words[at - 1].text[0].isupper():
        first = at
    text = " ".join(tokens.quote(first, last).split())
    return text[4:] if text.lower().startswith("the ") else text
