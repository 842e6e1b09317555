"""List every finding over articles that nobody planted anything in: python -m benchmarks.false_alarms [--data DIR].

Three piles, each checked by itself: the agency news, the seed articles, and 100 unrelated texts drawn from all sets. A person reads what is
printed and counts what is wrong.
"""

import argparse
import re
import sys
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.adapters.crosscheck import article_of, statements
from benchmarks.evaluate import SHARED
from benchmarks.job import Item, Job
from factdb.checks.check import check

UNRELATED = 100
_SHARED = 2
_NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{3,}")


def piles(job: Job) -> Iterable[tuple[str, list[Item]]]:
    yield "news", job.lines("news_articles.jsonl")
    yield "seed", job.lines("seed_articles.jsonl")
    yield "unrelated", list(islice(_unrelated(job), UNRELATED))


def _unrelated(job: Job) -> Iterator[Item]:
    """Articles of the dated and the running news, then sentences of the quantity set, each with fewer than two names in common with any before it."""
    texts = job.lines("timex_aquaint.jsonl") + job.lines("cross_articles.jsonl") + job.lines("news_articles.jsonl")
    sentences = [{"id": f"sentence-{at}", "text": item["text"]} for at, item in enumerate(job.json("newsquant.json"))]
    taken: list[set[str]] = []
    for item in texts + sentences:
        names = set(_NAME.findall(item["text"]))
        if not any(len(names & other) >= _SHARED for other in taken):
            taken.append(names)
            yield item


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=SHARED / "dev", help="folder of the gold files")
    data = parser.parse_args().data
    for name, items in piles(Job(data, data.parent)):
        articles = [article_of(item) for item in items]
        found = check([claim for article in articles for claim in statements(article)], articles)
        print(f"{name}: {len(found)} findings in {len(articles)} articles")
        by_id = {article.id: article for article in articles}
        for finding in found:
            print(f"  {finding.check} {finding.verdict}: {finding.cause}")
            for place in finding.places:
                around = by_id[place.article].text[max(0, place.start - 80) : place.end + 80].replace("\n", " ")
                print(f"      {place.article} {place.published_on}: {around}")


if __name__ == "__main__":
    main()
