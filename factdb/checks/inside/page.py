"""An article with its claims by sentence, as the checks inside one article look at it."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import groupby

from factdb.checks.finding import Place
from factdb.checks.statement import Statement
from factdb.text.article import Article
from factdb.text.tokens import Tokens


class Page:
    """One article and its claims in the order of the text. `year` is that of publication, `begins` the offsets at which its sentences begin."""

    def __init__(self, article: Article, claims: Iterable[Statement], begins: Sequence[int] | None = None) -> None:
        self.article = article
        self.text = article.text
        self.claims: Sequence[Statement] = sorted((claim for claim in claims if claim.article == article.id), key=lambda claim: claim.key)
        self.year = None if article.published_on is None else article.published_on.year
        self._known = begins

    @cached_property
    def _begins(self) -> Sequence[int]:
        return Tokens(self.text).begins if self._known is None else self._known

    def sentence(self, offset: int) -> int:
        """The number of the sentence that an offset stands in."""
        return max(0, bisect_right(self._begins, offset) - 1)

    def words(self, sentence: int) -> str:
        """The text of a sentence."""
        ends = [*self._begins[1:], len(self.text)]
        return self.text[self._begins[sentence] : ends[sentence]]

    def begin(self, sentence: int) -> int:
        """The offset at which a sentence begins."""
        return self._begins[sentence]

    @cached_property
    def sentences(self) -> Sequence[tuple[int, list[Statement]]]:
        """Each sentence that holds claims, by its number, with them."""
        return [(number, list(claims)) for number, claims in groupby(self.claims, key=lambda claim: self.sentence(claim.start))]

    def place(self, start: int, end: int) -> Place:
        """The words at a span, with the article's day."""
        return place(self.article, start, end)

    def places(self, *claims: Statement) -> tuple[Place, ...]:
        return tuple(place(self.article, claim.start, claim.end) for claim in claims)


def place(article: Article, start: int, end: int) -> Place:
    """The words at a span of an article, with the article's day."""
    day = article.published_on
    return Place(article.id, None if day is None else day.isoformat()[:10], start, end, article.text[start:end])
