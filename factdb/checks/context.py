"""What stands around a claim: its noun, its clause and sentence, its article, and the outcome and scope read there."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from factdb.checks import words
from factdb.checks.bags import Bag, bag
from factdb.checks.rates import Rates
from factdb.checks.statement import Statement
from factdb.checks.verdict import MONEY, Setting
from factdb.claims.schema import KINDS
from factdb.text.article import Article
from factdb.text.tokens import Tokens

_WORD = re.compile(r"[^\W\d_]+")
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_NEAR = 8
_LEAD = 60


@dataclass(slots=True)
class Context:
    """Bags of base forms at growing distance from a claim, and what was read from them.

    `about` holds the words of what it was read to be about, `near` those within eight tokens in its sentence,
    `sentence` all of the sentence, `names` the capitalised ones of sentence and neighbours, `story` the headline and the first sentences.
    `numbers` are the other figures there as written, `place` the rare words of the place that it was read to be at.
    `lead` says whether it stands in the first two sentences, `sentence_at` is the token at which its sentence begins.
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


class Reader:
    """Reads the contexts of one article's claims; the article is cut into tokens once."""

    def __init__(self, article: Article, rates: Rates) -> None:
        self.rates = rates
        self.article = article
        self.tokens = Tokens(article.text)
        base = words.bases().get
        self.low = [base(low, low) for low in self.tokens.lows]
        lead = self.low[:_LEAD] + [base(low, low) for low in Tokens(article.title or "").lows]
        self.story = bag([*lead, *(w.low for w in self.tokens.words if w.capital and words.weight(w.low) > 0.4)])
        first_sentence = self.tokens.sentence_of(0)[1] if len(self.tokens) else 0
        self.lead_end = self._sentence_behind(first_sentence)
        day = article.published_on
        self.day = day.date() if isinstance(day, datetime) else day
        self._bags: dict[tuple[int, int, bool], Bag] = {}

    def context(self, claim: Statement) -> Context:
        """The context of a claim of this article."""
        first, last = self._place(claim)
        begin, end = self.tokens.sentence_of(first)
        end = max(end, last)
        low = self.low
        left, right = max(begin, first - _NEAR), min(end, last + _NEAR)
        wide = range(self._sentence_before(begin), self._sentence_behind(end))
        outcome = self._outcome(claim, first, last)
        numbers = frozenset(low[i] for i in wide if low[i][:1].isdigit() and not first <= i < last)
        return Context(
            about=bag(_about(claim)),
            near=bag(low[left:right]),
            sentence=self._bag(begin, end),
            names=self._bag(wide.start, wide.stop, capital=True),
            numbers=numbers,
            place=frozenset(filter(words.rare, _WORD.findall((claim.fields.get("place") or "").lower()))),
            story=self.story,
            lead=begin < self.lead_end,
            sentence_at=begin,
            setting=Setting(
                published_on=self.day,
                outcome=outcome,
                revised=any(word in words.revisions() for word in low[left:right]),
                running=claim.kind == "count" and any(word in words.running() for word in low[left:right]),
                partial=claim.kind in ("count", "share") and not words.unfinished().isdisjoint(low[begin:end]),
                rest=outcome in (None, "killed") and any(word in words.rest() for word in low[max(begin, first - 1) : min(end, last + 1)]),
                asserted=claim.fields.get("stance") in (None, "asserted"),
                several=self._several(begin, end),
                rate=self.rates.dollars(claim.unit, self.day) if claim.kind in MONEY else None,
                market=any(word in words.market() for word in low[begin:end]),
                years=frozenset(filter(_YEAR.fullmatch, numbers)),
            ),
        )

    def _bag(self, begin: int, end: int, *, capital: bool = False) -> Bag:
        """The words from one token up to another, or the capitalised ones of them; claims of one sentence share one bag."""
        key = begin, end, capital
        if key not in self._bags:
            self._bags[key] = bag(self.low[i] for i in range(begin, end) if not capital or self.tokens.words[i].capital)
        return self._bags[key]

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
        plural = (at for at in range(begin, end) if self.low[at] in words.incidents() and self.tokens.words[at].low == self.low[at] + "s")
        return any(words.numbering() & set(self.tokens.lows[max(begin, at - 4) : at]) for at in plural)

    def _outcome(self, claim: Statement, first: int, last: int) -> str | None:
        """The typed outcome, else that of the nearest outcome word of the sentence; a word of the quote is nearest."""
        typed = claim.fields.get("outcome")
        if claim.kind != "casualty_count":
            return None
        begin, end = self.tokens.sentence_of(first)
        best: tuple[int, str] | None = None
        for at in range(begin, max(end, last)):
            outcome = words.outcomes().get(self.tokens.words[at].low) or words.outcomes().get(self.low[at])
            if outcome:
                away = max(first - at, at - last + 1, 0)
                best = min(best or (away, outcome), (away, outcome))
        return typed or (best[1] if best else None)


def _about(claim: Statement) -> Iterator[str]:
    """The base forms of the words of a claim's own fields that are text; its subject is worded from these and its sentence, which is compared apart."""
    for name in (field.name for field in KINDS[claim.kind].fields if field.type in ("text", "texts")):
        held = claim.fields.get(name) or ()
        for text in (held,) if isinstance(held, str) else held:
            yield from (words.base(low) for low in _WORD.findall(text.lower()))
