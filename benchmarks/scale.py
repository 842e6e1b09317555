"""Check synthetic articles with planted conflicts and agreements: python -m benchmarks.scale [--claims 1000000].

Each story has five articles of five claims: two print the same figures, one rounds them, one is later with a toll that grew, one differs in a
planted way or not. Prints how long a full check takes, how much memory, and how many of the planted conflicts and agreements are told.
"""

import argparse
import random
import resource
import sys
import time
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from factdb.checks.check import check
from factdb.checks.statement import Statement
from factdb.text.article import Article

_EACH = 25
_VICTIMS = ("passengers", "miners", "pilgrims", "workers", "players", "farmers", "soldiers", "pupils")
_STAFF = ("sailors", "guards", "teachers", "nurses", "drivers", "cooks", "masons", "clerks")
_VOWELS, _CONSONANTS = "aeiou", "bdfgklmnprstvz"
Made = tuple[list[Article], list[Statement], set[frozenset[str]]]


def name(draw: random.Random) -> str:
    """A name that no word list holds."""
    return "".join(draw.choice(_CONSONANTS) + draw.choice(_VOWELS) for _ in range(4)).capitalize()


def story(number: int) -> Made:
    """Five articles of one story, their claims, and the pairs of articles between which a conflict was planted."""
    draw = random.Random(number)
    names = (name(draw), name(draw), name(draw), draw.choice(_VICTIMS), draw.choice(_STAFF))
    dead, hurt, cost, crew, years = (draw.randrange(*ends) for ends in ((20, 900), (1000, 9000), (11, 99), (30, 400), (3, 60)))
    day = date(2024, 1, 1) + timedelta(days=draw.randrange(300))
    planted = number % 2
    articles, claims = [], []
    for turn in range(5):
        figures = {
            "killed": dead + (turn >= 3),
            "injured": hurt if turn != 2 else round(hurt, -2),
            "cost": cost,
            "crew": crew + (7 if turn == 4 and planted else 0),
            "years": years,
        }
        article, found = _written(f"{number}-{turn}", day + timedelta(days=turn), names, figures)
        articles.append(article)
        claims += found
    return articles, claims, {frozenset((f"{number}-{turn}", f"{number}-4")) for turn in range(4)} if planted else set()


def _written(key: str, day: date, names: tuple[str, str, str, str, str], figures: dict[str, int]) -> tuple[Article, list[Statement]]:
    place, ship, firm, victims, staff = names
    parts = (
        ("casualty_count", "killed", "person", f"The {ship} went down off {place}, killing ", f"{figures['killed']} {victims}"),
        ("casualty_count", "injured", "person", ", and ", f"{figures['injured']} people"),
        ("money_amount", None, "USD", f" were hurt. {firm} had paid ", f"{figures['cost']} million dollars"),
        ("count", None, staff[:-1], f" for the {ship}. The {ship} had ", f"{figures['crew']} {staff}"),
        ("duration", None, "year", f" and sailed from {place} for ", f"{figures['years']} years"),
    )
    text, claims = "", []
    for (kind, outcome, unit, before, quote), amount in zip(parts, figures.values(), strict=True):
        text += before
        value = Decimal(amount) * (1_000_000 if kind == "money_amount" else 1)
        claims.append(Statement(key, len(text), len(text) + len(quote), quote, kind, value, value, value, "exact", unit, fields={"outcome": outcome}))
        text += quote
    return Article(key, text + ".", f"{ship} lost off {place}", day), claims


def made(claims: int) -> Made:
    """Whole stories, with so many claims."""
    articles: list[Article] = []
    found: list[Statement] = []
    planted: set[frozenset[str]] = set()
    for number in range(claims // _EACH):
        more, stated, conflicts = story(number)
        articles += more
        found += stated
        planted |= conflicts
    return articles, found, planted


def measured(claims: int) -> Iterator[str]:
    articles, found, planted = made(claims)
    begin = time.perf_counter()
    told = check(found, articles)
    took = time.perf_counter() - begin
    pairs = {frozenset(place.article for place in finding.places) for finding in told}
    stories = {min(pair).partition("-")[0] for pair in planted}
    right = {min(pair).partition("-")[0] for pair in pairs & planted}
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    yield f"{len(found)} claims of {len(articles)} articles: {took:.1f} s, {memory:.0f} MB"
    yield f"planted conflicts found: {len(right)} of {len(stories)}; other pairs told: {len(pairs - planted)}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--claims", type=int, nargs="+", default=[10_000, 100_000], help="how many claims; 1000000 is the size of the goal")
    for claims in parser.parse_args().claims:
        for line in measured(claims):
            print(line, flush=True)


if __name__ == "__main__":
    main()
