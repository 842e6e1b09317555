"""What stands around a claim: its noun, its clause and sentence, its article, and the outcome and scope read there."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from factdb.checks import words
from factdb.checks.statement import Statement
from factdb.checks.verdict import Setting
from factdb.text.article import Article
from factdb.text.tokens import Tokens

_NEAR = 8
_LEAD = 60


@dataclass(frozen=True, slots=True)
class Context:
    """Sets of base forms at growing distance from a claim, and what was read from them.

    `noun` the words of the quote, `near` those within eight tokens in its sentence, `sentence` all of the sentence, `names` the capitalised ones
    of sentence and neighbours, `story` the headline and the first sentences. `scope` is part, total or None.
    """

    noun: frozenset[str]
    near: frozenset[str]
    sentence: frozenset[str]
    names: frozenset[str]
    story: frozenset[str]
    scope: str | None
    setting: Setting


class Reader:
    """Reads the contexts of one article's claims; the article is cut into tokens once."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.tokens = Tokens(article.text)
        self.low = [words.base(word.low) for word in self.tokens.words]
        lead = self.low[:_LEAD] + [words.base(word.low) for word in Tokens(article.title or "").words]
        self.story = _content(lead) | _content(w.low for w in self.tokens.words if w.capital and words.weight(w.low) > 0.4)
        day = article.published_on
        self.day = day.date() if isinstance(day, datetime) else day

    def context(self, claim: Statement) -> Context:
        """The context of a claim of this article."""
        first, last = self._place(claim)
        begin, end = self.tokens.sentence_of(first)
        end = max(end, last)
        low = self.low
        left, right = max(begin, first - _NEAR), min(end, last + _NEAR)
        wide = range(self._sentence_before(begin), self._sentence_behind(end))
        names = frozenset(low[i] for i in wide if self.tokens.words[i].capital and low[i].isalpha() and words.weight(low[i]) > 0.1)
        return Context(
            noun=_content(low[first:last]),
            near=_content(low[left:right]),
            sentence=_content(low[begin:end]),
            names=names,
            story=self.story,
            scope=next((words.scopes()[w] for w in low[max(begin, first - 2) : last + 2] if w in words.scopes()), None),
            setting=Setting(self.day, self._outcome(claim, first, last), any(w in words.revisions() for w in low[left:right])),
        )

    def _place(self, claim: Statement) -> tuple[int, int]:
        starts = self.tokens.starts
        first = max(0, bisect_right(starts, claim.start) - 1)
        return first, max(first + 1, bisect_left(starts, claim.end))

    def _sentence_before(self, begin: int) -> int:
        return self.tokens.sentence_of(begin - 1)[0] if begin else 0

    def _sentence_behind(self, end: int) -> int:
        return self.tokens.sentence_of(end)[1] if end < len(self.tokens) else end

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


def _content(low: Iterable[str]) -> frozenset[str]:
    return frozenset(word for word in low if word.isalpha() and words.weight(word) > 0.1)
