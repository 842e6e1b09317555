"""What stands around a claim: its noun, its clause and sentence, its article, and the outcome and scope read there."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import NamedTuple

from factdb.checks import words
from factdb.checks.bags import Bag, bag
from factdb.checks.incidents import Days, happened, incidents
from factdb.checks.rates import Rates
from factdb.checks.statement import Statement
from factdb.checks.verdict import MONEY, Setting
from factdb.claims.schema import KINDS
from factdb.lexicon import DIGITS
from factdb.text.article import Article
from factdb.text.tokens import Tokens, Word, words_of

_WORD = re.compile(r"[^\W\d_]+")
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_NEAR = 8
_BESIDE = 4
_LEAD = 60
_OF_INCIDENTS = ("casualty_count", "count")
_RARE = 16  # the square of a rarity
_NO_WORDS: frozenset[str] = frozenset()


@dataclass(slots=True)
class Context:
    """Bags of base forms at growing distance from a claim, and what was read from them.

    `about` holds the words of what it was read to be about, `near` those within eight tokens in its sentence,
    `sentence` all of the sentence, `names` the capitalised ones of sentence and neighbours, `story` the headline and the first sentences.
    `numbers` are the other figures there as written, `place` the rare words of the place that it was read to be at.
    `happened` are the days of the incident that a count is of.
    `lead` says whether it stands in the first two sentences, `sentence_at` is the token at which its sentence begins, `begins` the offsets at
    which the sentences of its article do.
    """

    about: Bag
    near: Bag
    sentence: Bag
    names: Bag
    story: Bag
    numbers: frozenset[str]
    place: frozenset[str]
    lead: bool
    sentence_at: int
    setting: Setting
    happened: Days | None
    begins: Sequence[int]


class Around(NamedTuple):
    """What a sentence with its neighbours tells of every claim in it; `figures` are the tokens with a digit there, each with its place,
    `several` says whether it adds up several incidents, `single` whether it tells of one, `market` whether it tells prices.
    """

    sentence: Bag
    names: Bag
    figures: Sequence[tuple[int, str]]
    several: bool
    single: bool
    market: bool


class Reader:
    """Reads the contexts of one article's claims; the article is cut into tokens once, and what a sentence tells is worked out once."""

    def __init__(self, article: Article, rates: Rates, claims: Iterable[Statement]) -> None:
        self.rates = rates
        self.tokens = Tokens(article.text)
        self.low = based(self.tokens.lows)
        self.story = story(self.tokens.words, words_of(article.title or ""))
        first_sentence = self.tokens.sentence_of(0)[1] if len(self.tokens) else 0
        self.lead_end = self._sentence_behind(first_sentence)
        day = article.published_on
        self.day = day.date() if isinstance(day, datetime) else day
        self.incidents = incidents(self.tokens, self.low, claims)
        self.begins = self.tokens.begins
        self._known: dict[tuple[int, int], Around] = {}

    def context(self, claim: Statement) -> Context:
        """The context of a claim of this article."""
        first, last = self._place(claim)
        begin, end = self.tokens.sentence_of(first)
        end = max(end, last)
        around = self._known.get((begin, end)) or self._around(begin, end)
        near = self.low[max(begin, first - _NEAR) : min(end, last + _NEAR)]
        numbers = frozenset(low for at, low in around.figures if not first <= at < last)
        outcome = self._outcome(claim, first, last) if claim.kind == "casualty_count" else None
        return Context(
            about=bag(_about(claim)),
            near=bag(near),
            sentence=around.sentence,
            names=around.names,
            numbers=numbers,
            place=_rare_words(claim.fields.get("place")),
            story=self.story,
            lead=begin < self.lead_end,
            sentence_at=begin,
            setting=Setting(
                published_on=self.day,
                outcome=outcome,
                revised=not words.revisions().isdisjoint(near),
                running=claim.kind == "count" and not words.running().isdisjoint(near),
                partial=claim.kind in ("count", "share") and not words.unfinished().isdisjoint(self.low[begin:end]),
                rest=outcome in (None, "killed") and not words.rest().isdisjoint(self.low[max(begin, first - 1) : min(end, last + 1)]),
                whole="all" in self.low[max(begin, first - 1) : first + 1],
                asserted=claim.fields.get("stance") in (None, "asserted") or claim.modifier == "at_most",
                several=around.several,
                single=around.single,
                rate=self.rates.dollars(claim.unit, self.day) if claim.kind in MONEY else None,
                market=around.market,
                years=frozenset(low for at, low in around.figures if not first <= at < last and self._is_year(at)),
            ),
            happened=self._happened(begin, end) if claim.kind in _OF_INCIDENTS else None,
            begins=self.begins,
        )

    def _is_year(self, at: int) -> bool:
        """Whether a figure may be a year: "in 1871", but not "Resolution 1871"."""
        return _YEAR.fullmatch(self.low[at]) is not None and (not at or self.low[at - 1] not in words.labels())

    def _happened(self, begin: int, end: int) -> Days | None:
        """The days of what the figures of a sentence are of, as it or the sentence before tells; at the head of the article as the article does first."""
        spans = [(begin, end), (self._sentence_before(begin), begin)]
        if begin < self.lead_end:
            spans.append((0, len(self.tokens)))
        return happened(self.incidents, begin, spans)

    def _around(self, begin: int, end: int) -> Around:
        """What the sentence from one token up to another tells, the same for each of its claims."""
        low = self.low
        first, last = self._sentence_before(begin), self._sentence_behind(end)
        self._known[begin, end] = around = Around(
            sentence=bag(low[begin:end]),
            names=bag(low[at] for at in self.tokens.capitals_in(first, last)),
            figures=[(at, low[at]) for at in self.tokens.having_in(DIGITS, first, last)],
            several=self._several(begin, end),
            single=self._single(begin, end),
            market=not words.market().isdisjoint(low[begin:end]),
        )
        return around

    def _place(self, claim: Statement) -> tuple[int, int]:
        starts = self.tokens.starts
        first = max(0, bisect_right(starts, claim.start) - 1)
        return first, max(first + 1, bisect_left(starts, claim.end))

    def _sentence_before(self, begin: int) -> int:
        return self.tokens.sentence_of(begin - 1)[0] if begin else 0

    def _sentence_behind(self, end: int) -> int:
        return self.tokens.sentence_of(end)[1] if end < len(self.tokens) else end

    def _several(self, begin: int, end: int) -> bool:
        """Whether a sentence adds up several incidents: "three accidents", "a series of blasts", "two recent raids"."""
        if words.incidents().isdisjoint(self.low[begin:end]):
            return False
        lows = self.tokens.lows
        plural = (at for at in range(begin, end) if self.low[at] in words.incidents() and lows[at] == self.low[at] + "s")
        return any(not words.numbering().isdisjoint(lows[max(begin, at - 4) : at]) for at in plural)

    def _single(self, begin: int, end: int) -> bool:
        """Whether a sentence tells of one incident: "the blast"."""
        return not words.harms().isdisjoint(low for low, told in zip(self.low[begin:end], self.tokens.lows[begin:end], strict=True) if low == told)

    def _outcome(self, claim: Statement, first: int, last: int) -> str | None:
        """The typed outcome, else that of the nearest outcome word of the sentence; a word of the quote is nearest."""
        typed: str | None = claim.fields.get("outcome")
        if typed == "detained" and not words.trapped().isdisjoint(self.low[max(0, first - _BESIDE) : last + _BESIDE]):
            return "missing"  # the trapped and the missing of an incident are the same people
        if typed:
            return typed
        begin, end = self.tokens.sentence_of(first)
        best: tuple[int, str] | None = None
        for at in range(begin, max(end, last)):
            outcome = words.outcomes().get(self.tokens.lows[at]) or words.outcomes().get(self.low[at])
            if outcome:
                away = max(first - at, at - last + 1, 0)
                best = min(best or (away, outcome), (away, outcome))
        return best[1] if best else None


def story(text: Sequence[Word], title: Sequence[Word]) -> Bag:
    """The words by which an article is known: those of the headline and the first sentences in base form, and rare ones with a capital."""
    square = words.squares()
    lead = based([word.low for word in (*text[:_LEAD], *title)])
    return bag([*lead, *(word.low for word in text if word.capital and square[word.low] >= _RARE)])


def based(lows: Iterable[str]) -> list[str]:
    """The base forms of lower-cased words."""
    base = words.bases().get
    return [base(low, low) for low in lows]


def _rare_words(text: str | None) -> frozenset[str]:
    return frozenset(filter(words.rare, _WORD.findall(text.lower()))) if text else _NO_WORDS


@cache
def _texts(kind: str) -> tuple[str, ...]:
    """The fields of a kind that are text."""
    return tuple(field.name for field in KINDS[kind].fields if field.type in ("text", "texts"))


def _about(claim: Statement) -> Iterator[str]:
    """The base forms of the words of a claim's own fields that are text; its subject is worded from these and its sentence, which is compared apart."""
    for name in _texts(claim.kind):
        held = claim.fields.get(name) or ()
        for text in (held,) if isinstance(held, str) else held:
            yield from (words.base(low) for low in _WORD.findall(text.lower()))
