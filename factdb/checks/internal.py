"""Every check inside one article, in one list."""

from collections.abc import Iterable, Sequence

from factdb.checks.finding import Finding
from factdb.checks.inside.ages import ages
from factdb.checks.inside.anniversaries import anniversaries
from factdb.checks.inside.durations import durations
from factdb.checks.inside.growth import growth
from factdb.checks.inside.page import Page
from factdb.checks.inside.ranks import ranks
from factdb.checks.inside.shares import shares
from factdb.checks.inside.sums import sums
from factdb.checks.inside.weekdays import weekdays
from factdb.checks.statement import Statement
from factdb.text.article import Article

CHECKS = (weekdays, sums, shares, growth, anniversaries, durations, ages, ranks)


def internal(article: Article, claims: Iterable[Statement], begins: Sequence[int] | None = None) -> list[Finding]:
    """What every check finds in one article, also what holds, in the order of the text; `begins` are the offsets of its sentences where they are known."""
    page = Page(article, claims, begins)
    return sorted((finding for check in CHECKS for finding in check(page)), key=lambda finding: finding.places[0][2:4])
