"""Check a database of synthetic articles with planted conflicts and agreements: python -m benchmarks.scale [--claims 1000000].

Each story has five articles of five claims: two print the same figures, one rounds them, one is later with a toll that grew, one differs in a
planted way or not. Prints how long `factdb check` takes with everything new, with a hundred articles more and with nothing new, how much
memory, and how many of the planted conflicts and agreements are told.
"""

import argparse
import hashlib
import json
import random
import resource
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.kill_add import FACTDB
from factdb.checks.statement import Statement
from factdb.claims.schema import KINDS
from factdb.storage.database import create_or_upgrade
from factdb.text.article import Article

_EACH = 25
_VICTIMS = ("passengers", "miners", "pilgrims", "workers", "players", "farmers", "soldiers", "pupils")
_STAFF = ("sailors", "guards", "teachers", "nurses", "drivers", "cooks", "masons", "clerks")
_VOWELS, _CONSONANTS = "aeiou", "bdfgklmnprstvz"
Made = tuple[list[Article], list[Statement], set[frozenset[str]]]


def name(draw: random.Random) -> str:
    """A name that no word list holds."""
    return "".join(draw.choice(_CONSONANTS) + draw.choice(_VOWELS) for _ in range(6)).capitalize()


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
    return together(story(number) for number in range(claims // _EACH))


def together(stories: Iterable[Made]) -> Made:
    articles: list[Article] = []
    found: list[Statement] = []
    planted: set[frozenset[str]] = set()
    for more, stated, conflicts in stories:
        articles += more
        found += stated
        planted |= conflicts
    return articles, found, planted


def later(stories: int) -> Made:
    """A hundred articles more: one more on each of fifty stories that are there, and ten new stories."""
    more = (_one_more(number) for number in range(min(50, stories)))
    return together((*more, *(story(stories + number) for number in range(10))))


def _one_more(number: int) -> Made:
    """The fourth article of a story once more, a day after all others, by another paper."""
    articles, claims, planted = story(number)
    key = f"{number}-5"
    again = replace(articles[3], id=key, text=articles[3].text + " More is to follow.", published_on=date(2025, 1, 1))
    return (
        [again],
        [replace(claim, article=key) for claim in claims if claim.article == articles[3].id],
        {frozenset((key, f"{number}-4"))} if planted else set(),
    )


def store(path: Path, stories: Iterable[Made]) -> None:
    """Add articles with their claims to a database as `factdb add` would, without reading them."""
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA synchronous=OFF")
    for articles, claims, _ in stories:
        with connection:
            connection.executemany(_ARTICLE, map(_article_row, articles))
            connection.executemany(_CLAIM, map(_claim_row, claims))
            for kind in {claim.kind for claim in claims}:
                connection.executemany(_TYPED[kind], [(_id(c.article, c.start), c.fields["outcome"]) for c in claims if c.kind == kind])
    connection.close()


_ARTICLE = "INSERT INTO article (id, name, text, sha256, title, published_on) VALUES (?, ?, ?, ?, ?, ?)"
_COLUMNS = (
    *("id", "article_id", "kind", "start", "end", "core_start", "core_end", "quote", "value", "low", "high", "value_number", "low_number", "high_number"),
    *("modifier", "unit", "stance", "rule", "confidence", "status", "flagged", "gone", "origin", "reading", "derivation"),
)
_CLAIM = "INSERT INTO claim ({}) VALUES ({})".format(", ".join(f'"{name}"' for name in _COLUMNS), ", ".join(f":{name}" for name in _COLUMNS))
_TYPED = {name: f"INSERT INTO {kind.table} (claim_id) SELECT ? WHERE ? IS NULL" for name, kind in KINDS.items()}
_TYPED["casualty_count"] = "INSERT INTO casualty_count (claim_id, outcome) VALUES (?, ?)"
_SAME = {"stance": "asserted", "rule": "made", "confidence": 0.8, "status": "new", "flagged": 0, "gone": 0, "origin": "extractor", "reading": "{}"}


def _id(*parts: object) -> str:
    return hashlib.sha256(repr(parts).encode()).hexdigest()[:12]


def _article_row(article: Article) -> tuple[str | None, ...]:
    return _id(article.id), article.id, article.text, _id(article.text), article.title, str(article.published_on)


def _claim_row(claim: Statement) -> dict[str, Any]:
    value = str(claim.value)
    numbers = dict.fromkeys(("value", "low", "high"), value) | {f"{name}_number": float(value) for name in ("value", "low", "high")}
    place = {"start": claim.start, "end": claim.end, "core_start": claim.start, "core_end": claim.end, "quote": claim.quote}
    own = {"id": _id(claim.article, claim.start), "article_id": _id(claim.article), "kind": claim.kind, "modifier": claim.modifier, "unit": claim.unit}
    return {**own, **place, **numbers, **_SAME, "derivation": "{}"}


def checked(path: Path) -> tuple[float, float, set[frozenset[str]]]:
    """Seconds and megabytes of `factdb check`, all its processes together, and the pairs of articles that it tells of."""
    begin, most = time.perf_counter(), 0.0
    with tempfile.TemporaryFile("w+") as out:
        process = subprocess.Popen([*FACTDB, "check", "--json", "--db", str(path)], stdout=out, start_new_session=True)
        while process.poll() is None:
            most = max(most, _memory(process.pid))
            time.sleep(0.05)
        took = time.perf_counter() - begin
        out.seek(0)
        told = json.load(out)["findings"]
    return took, most, {frozenset(place["article"] for place in finding["claims"]) for finding in told}


def _memory(session: int) -> float:
    """The memory, in MB, that the processes of a session hold for themselves or share with each other."""
    pages = 0
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rpartition(")")[2].split()
        except OSError:  # it has ended
            continue
        pages += int(fields[21]) if int(fields[3]) == session else 0
    return pages * resource.getpagesize() / 1e6


def measured(claims: int) -> Iterator[str]:
    stories = claims // _EACH
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "scale.db")
        create_or_upgrade(f"sqlite:///{path}").dispose()
        store(path, map(story, range(stories)))
        yield f"{stories * _EACH:,} claims of {stories * 5:,} articles, {path.stat().st_size / 1e6:,.0f} MB"
        planted = {pair for number in range(stories) for pair in story(number)[2]}
        yield "  all:              " + _line(*checked(path), planted)
        more = later(stories)
        store(path, [more])
        yield "  100 articles more: " + _line(*checked(path), planted | more[2])
        yield f"  nothing new:       {checked(path)[0]:.1f} s"


def _line(took: float, memory: float, pairs: set[frozenset[str]], planted: set[frozenset[str]]) -> str:
    stories = {min(pair).partition("-")[0] for pair in planted}
    right = {min(pair).partition("-")[0] for pair in pairs & planted}
    return f"{took:.1f} s, {memory:.0f} MB; stories with a planted conflict found: {len(right)} of {len(stories)}; other pairs told: {len(pairs - planted)}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--claims", type=int, nargs="+", default=[10_000, 100_000], help="how many claims; 1000000 is the size of the goal")
    for claims in parser.parse_args().claims:
        for line in measured(claims):
            print(line, flush=True)


if __name__ == "__main__":
    main()
