"""Fit the weights of the reasons for one fact: python -m benchmarks.fit_facts [--data DIR], whose output is `factdb/checks/weights.py`'s table.

Logistic regression with a small ridge over the candidate pairs of the tune stories only. A pair that the gold lists is one fact; pairs of
two gold facts, of two stories, or of a listed and an unlisted claim are not. What the gold leaves open is left out.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from math import exp
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.adapters.crosscheck import STORIES, article_of, statements
from benchmarks.evaluate import SHARED
from benchmarks.job import Job, is_held
from factdb.checks.blocking import akin_of, candidates
from factdb.checks.comparing import compare_all
from factdb.checks.facts import read_all
from factdb.checks.features import SAYS, Read

RIDGE = 1.0
_UNLISTED, _UNSURE = 0.3, 0.5
Example = tuple[list[float], float, float]


def examples(job: Job) -> list[Example]:
    """Features, 1 for one fact and 0 for two, and the weight of each pair of the tune stories; large stories weigh less a pair."""
    articles = [article_of(item) for item in job.lines(STORIES[0])]
    gold = job.scorer("score_crosscheck").Gold(job.json(STORIES[1]))
    reads = read_all([claim for article in articles for claim in statements(article)], articles)
    stories: dict[str, set[str]] = {}
    for pair, story in gold.story.items():
        for claim in pair:
            stories.setdefault(claim[0], set()).add(story)
    found = []
    for (i, j), (_, values) in compare_all(reads, candidates(reads, akin_of(reads))).items():
        told = stories[reads[i].claim.article] | stories[reads[j].claim.article]
        label = _label(gold, reads[i], reads[j], bool(stories[reads[i].claim.article] & stories[reads[j].claim.article]))
        if label and not any(map(is_held, told)):
            found.append(([values[name] for name in SAYS], label, sorted(told)[0]))
    return list(_evened(found))


def _label(gold: Any, a: Read, b: Read, one_story: bool) -> tuple[float, float] | None:
    """Whether a pair is one fact, and how much to trust that; None where the gold leaves it open."""
    x, y = (gold.match({"article": read.claim.article, "start": read.claim.start, "end": read.claim.end}) for read in (a, b))
    pair = frozenset((x, y))
    if x and y and x != y:
        if pair in gold.verdict or gold.is_false_alarm(pair):
            return float(pair in gold.verdict), 1.0
        one_fact = x in gold.fact and y in gold.fact and gold.root(x) == gold.root(y)
        return None if pair in gold.ignored or one_fact or x[0] == y[0] else (0.0, _UNSURE)
    if a.claim.article == b.claim.article or (one_story and not (x or y)):
        return None
    return 0.0, _UNLISTED


def _evened(found: list[tuple[list[float], tuple[float, float], str]]) -> Iterator[Example]:
    """Pairs of one fact weigh by the fourth root of how few of them their story has."""
    sizes = Counter(story for _, (same, _), story in found if same)
    for row, (same, weight), story in found:
        yield row, same, weight * (30 / sizes[story]) ** 0.25 if same else weight


def fit(rows: Sequence[Example], rounds: int = 12) -> list[float]:
    """The weights of most likelihood less the ridge, by Newton's method."""
    size = len(rows[0][0])
    weights = [0.0] * size
    for _ in range(rounds):
        slope = [-RIDGE * weight for weight in weights]
        bend = [[RIDGE * (i == j) for j in range(size)] for i in range(size)]
        for row, same, trust in rows:
            _add(row, same, trust, weights, slope, bend)
        weights = [weight + step for weight, step in zip(weights, _solved(bend, slope), strict=True)]
    return weights


def _add(row: list[float], same: float, trust: float, weights: list[float], slope: list[float], bend: list[list[float]]) -> None:
    """Add one example to the slope and the bend of the likelihood."""
    chance = 1 / (1 + exp(-sum(weight * value for weight, value in zip(weights, row, strict=True))))
    there = [at for at, value in enumerate(row) if value]
    for i in there:
        slope[i] += trust * (same - chance) * row[i]
        for j in there:
            bend[i][j] += trust * chance * (1 - chance) * row[i] * row[j]


def _solved(matrix: list[list[float]], right: list[float]) -> list[float]:
    """Gauss and Jordan; the ridge keeps the matrix regular."""
    rows = [[*row, value] for row, value in zip(matrix, right, strict=True)]
    for at, row in enumerate(rows):
        pivot = row[at]
        row[:] = [value / pivot for value in row]
        for other in rows:
            if other is not row and other[at]:
                factor = other[at]
                other[:] = [value - factor * own for value, own in zip(other, row, strict=True)]
    return [row[-1] for row in rows]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=SHARED / "dev", help="folder of the gold files")
    data = parser.parse_args().data
    scorers = data.parent if (data.parent / "score_crosscheck.py").exists() else SHARED
    for name, weight in zip(SAYS, fit(examples(Job(data, scorers))), strict=True):
        print(f'    "{name}": {weight:.2f},')


if __name__ == "__main__":
    main()
