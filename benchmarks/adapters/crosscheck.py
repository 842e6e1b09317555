"""Pairs of claims about the same fact: running news stories, the seed articles, and the checks inside a seed article."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any

from benchmarks.adapters.claims import predict
from benchmarks.job import Item, Job, Row, day, is_held
from factdb.checks.check import check
from factdb.checks.facts import facts
from factdb.checks.statement import Statement, from_dict
from factdb.text.article import Article

STORIES = ("cross_articles.jsonl", "cross_pairs.json")
SEED = ("seed_articles.jsonl", "seed_crosscheck.json")
_SIDES = ("pairs", "near_misses", "ignore")


def rows(job: Job) -> list[Row]:
    """Same fact, verdicts and conflicts as the scorer counts them. Facts are always made over all articles; `part` says which stories are counted."""
    return [row for name, files in (("crosscheck", STORIES), ("seed_crosscheck", SEED)) if all(map(job.has, files)) for row in _set(job, name, *files)]


def _set(job: Job, name: str, articles_file: str, gold_file: str) -> list[Row]:
    articles = [article_of(item) for item in job.lines(articles_file)]
    gold = job.json(gold_file)
    claims = [claim for article in articles for claim in statements(article)]
    if job.gold_spans:
        claims = spelled(claims, gold, {article.id: article for article in articles})
    predicted = {"facts": [fact.as_dict({}) for fact in facts(claims, articles)]}
    job.save(gold_file, predicted)
    scorer = job.scorer("score_crosscheck")
    held = scorer.Gold(gold)
    found = scorer.predicted_pairs(held, predicted)
    wanted = _wanted(job.part, held)
    _print_errors(job.errors, held, found, wanted, {article.id: article for article in articles})
    out = _rows(name + (" gold spans" if job.gold_spans else ""), scorer.score(held, found, wanted))
    return out + (_internal(job, name, claims, articles, gold["internal"]) if "internal" in gold and not job.gold_spans else [])


def article_of(item: Item) -> Article:
    return Article(item["id"], item["text"], item.get("title"), day(item.get("published_on")))


def statements(article: Article) -> list[Statement]:
    item = {"text": article.text, "title": article.title, "published_on": article.published_on and article.published_on.isoformat()}
    return [from_dict(article.id, claim) for claim in predict(item)]


def _wanted(part: str, gold: Any) -> Callable[[frozenset[Any]], bool]:
    """Whether a pair is counted: by its story, or, where a set names none, by the article that comes first."""
    homes = {claim: _home(claim, story) for pair, story in gold.story.items() for claim in pair}
    return lambda pair: part == "all" or (part == "held") == is_held(gold.story[pair] if gold.story.get(pair, "?") != "?" else homes[min(pair)])


def _home(claim: tuple[str, int, int], story: str) -> str:
    return claim[0] if story == "?" else story


def _rows(name: str, s: Mapping[str, Any]) -> list[Row]:
    measures = (
        ("same fact", s["f"], s["gold"]),
        ("same fact precision", s["p"], s["found"] + s["alarms"]),
        ("verdicts", s["accuracy"], s["found"]),
        ("conflicts", s["cf"], s["conflicts"]),
        ("conflict precision", s["cp"], s["called"]),
        ("disputed facts found", s["disputed_right"] / s["disputed"] if s["disputed"] else 0, s["disputed"]),
    )
    return [Row(name, measure, 100 * score, cases) for measure, score, cases in measures if cases]


def _internal(job: Job, name: str, claims: list[Statement], articles: list[Article], gold: list[Item]) -> list[Row]:
    """How many of the faults are found, how many of the checks that hold are not called faults, and how many of those that need no outside fact are shown."""
    told = check(claims, articles, holding=True)
    chosen = job.chosen(gold, lambda item: item["article"])
    fails = [item for item in chosen if item["verdict"] == "fails"]
    holds = [item for item in chosen if item["verdict"] == "holds"]
    shown = [item for item in holds if not item.get("needs_outside_fact") and not item.get("optional")]
    spared = sum(not any(_is_about(finding, item) for finding in told if finding.verdict == "fails") for item in holds)
    found = sum(any(_is_about(finding, item) for finding in told if finding.verdict == "fails") for item in fails)
    seen = sum(any(_is_about(finding, item) for finding in told if finding.verdict == "holds") for item in shown)
    measures = (("faults found", found, fails), ("no false fault", spared, holds), ("checks shown to hold", seen, shown))
    return [Row(name, measure, 100 * right / len(items), len(items)) for measure, right, items in measures if items]


def _is_about(finding: Any, item: Item) -> bool:
    """Whether a finding is the check that the gold means: of that sort, with every claim of it among its places."""
    places = [place for place in finding.places if place.article == item["article"]]
    return finding.check == item["check"] and all(any(p.start < c["end"] and c["start"] < p.end for p in places) for c in item["claims"])


def spelled(claims: Iterable[Statement], gold: Mapping[str, list[Item]], articles: Mapping[str, Article]) -> list[Statement]:
    """The claims with the gold's spans, kinds and values: those that overlap none are dropped, a span that has none becomes a bare claim."""
    sides = {(side["article"], side["start"], side["end"]): side for name in _SIDES for pair in gold.get(name, []) for side in (pair["a"], pair["b"])}
    own: dict[str, list[Statement]] = {}
    for claim in claims:
        own.setdefault(claim.article, []).append(claim)
    return [_speak(side, own.get(side["article"], []), articles[side["article"]]) for side in sides.values()]


def _speak(side: Item, near: list[Statement], article: Article) -> Statement:
    common = {id(claim): min(claim.end, side["end"]) - max(claim.start, side["start"]) for claim in near}
    best = max(near, key=lambda claim: common[id(claim)], default=None)
    if best is None or common[id(best)] <= 0:
        best = Statement(side["article"], side["start"], side["end"], "", side.get("kind", "count"))
    quote = article.text[side["start"] : side["end"]]
    named = replace(best, start=side["start"], end=side["end"], quote=quote, kind=side.get("kind", best.kind))
    return _valued(named, str(side["value"])) if side.get("value") else named


def _valued(claim: Statement, value: str) -> Statement:
    """The claim with a value of the gold: a number, a day, or two days with a slash between; bounds that hold the number stay."""
    if claim.dated:
        first, _, last = value.partition("/")
        precision = claim.precision if claim.date_start == first else "day" if not last else "month"
        return replace(claim, date_start=first, date_end=last or first, precision=precision, value=None, low=None, high=None)
    number = Decimal(value)
    if number in (claim.value, claim.low, claim.high):
        return claim
    return replace(claim, value=number, low=number, high=number, modifier="exact")


def _print_errors(most: int, gold: Any, found: Mapping[Any, str | None], wanted: Callable[[frozenset[Any]], bool], articles: Mapping[str, Article]) -> None:
    """The pairs missed, held to be one wrongly, or judged wrongly, each with the words around both sides."""
    lines = []
    for pair in sorted(gold.verdict.keys() | found.keys(), key=sorted):
        truth = gold.verdict.get(pair, "different" if gold.is_false_alarm(pair) else None)
        told = found.get(pair) or "none" if pair in found else "apart"
        if truth and wanted(pair) and told != truth:
            lines.append(f"{truth:9} told {told:9} " + "\n    ".join(["", *(_around(articles[a], s, e) for a, s, e in sorted(pair))]))
    for line in lines[:most]:
        print(line)


def _around(article: Article, start: int, end: int) -> str:
    before, quote, after = article.text[max(0, start - 60) : start], article.text[start:end], article.text[end : end + 60]
    return f"{article.id}: {before}[{quote}]{after}".replace("\n", " ")
