"""The project's own gold: typed claims of the seed articles and of agency news."""

from collections import defaultdict
from typing import Any

from benchmarks.job import Item, Job, Row, read

SETS = {"seed": ("seed_articles.jsonl", "seed_claims.jsonl"), "news": ("news_articles.jsonl", "news_claims.jsonl")}
_KINDS = ("trade_figure", "casualty_count", "meeting_date")
_BANDS = (0.9, 0.7, 0.5, 0.0)


def rows(job: Job) -> list[Row]:
    """Detection, kind and value F1, the kinds that are asked for, every further field, and how far confidence can be trusted."""
    return [row for name, (articles, claims) in SETS.items() if job.has(articles) and job.has(claims) for row in _set(job, name, articles, claims)]


def predict(article: Item) -> list[Item]:
    found = read(article["text"], article.get("published_on"), article.get("title"))
    told: list[Item] = found.as_dict()["claims"]
    return told


def _set(job: Job, name: str, articles_file: str, claims_file: str) -> list[Row]:
    scorer = job.scorer("score_claims")
    chosen = job.chosen(job.lines(articles_file), lambda item: item["id"])
    predicted = {article["id"]: predict(article) for article in chosen}
    job.save(claims_file, [{"id": key, "claims": found} for key, found in predicted.items()])
    gold = scorer.load(job.data / claims_file)
    score = scorer.Score()
    bands: dict[float, list[bool]] = defaultdict(list)
    for key, found in predicted.items():
        score.add_article(key, gold[key], found)
        _calibrate(scorer, gold[key], found, bands)
    for line in score.errors[: job.errors]:
        print(line)
    return [*_levels(score, name), *_fields(score, name), *_reliability(name, bands)]


def _levels(score: Any, name: str) -> list[Row]:
    total = sum(score.gold.values())
    out = [Row(name, level, 100 * score.total(level)[2], total) for level in ("detection", "kind", "value")]
    return out + [
        Row(name, f"{kind} value", 100 * score.of_kind("value", kind)[2], score.gold[kind]) for kind in score.gold if kind in _KINDS or score.gold[kind] >= 10
    ]


def _fields(score: Any, name: str) -> list[Row]:
    return [Row(name, f"field {field}", 100 * sum(marks) / len(marks), len(marks)) for field, marks in sorted(score.fields.items())]


def _calibrate(scorer: Any, gold: list[Item], found: list[Item], bands: dict[float, list[bool]]) -> None:
    """Whether each prediction is right, by its band of confidence; those on optional gold are left out."""
    partner = {j: gold[i] for i, j in scorer.pair_up(gold, found)}
    for j, claim in enumerate(found):
        g = partner.get(j)
        if g is not None and g.get("optional"):
            continue
        band = next(b for b in _BANDS if float(claim["confidence"]) >= b)
        bands[band].append(g is not None and scorer.right(g, claim))


def _reliability(name: str, bands: dict[float, list[bool]]) -> list[Row]:
    return [Row(name, f"right at confidence {band}+", 100 * sum(marks) / len(marks), len(marks)) for band, marks in sorted(bands.items(), reverse=True)]
