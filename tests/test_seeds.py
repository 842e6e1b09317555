"""The demo's articles end to end: what is read from them against what a careful reader expects of them.

`seeds/expected/expected.jsonl` holds the claims of each article, `seeds/expected/expected_findings.json` the pairs about the same fact
and the checks inside one article.
"""

import html
import json
import re
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from factdb import extract
from factdb.claims.schema import KINDS, MODIFIERS, PRECISIONS

SEEDS = Path(__file__).parents[1] / "seeds"
EXPECTED = [json.loads(line) for line in (SEEDS / "expected" / "expected.jsonl").read_text(encoding="utf-8").splitlines()]
FINDINGS = json.loads((SEEDS / "expected" / "expected_findings.json").read_text(encoding="utf-8"))
COMMON = {"kind", "start", "end", "quote", "nth", "value", "low", "high", "modifier", "unit", "period", "attribution", "subject"}
MARKS = {"optional", "alt_kinds"}
NUMERIC = {kind for kind in KINDS if not KINDS[kind].dated} - {"rank"}


def text_of(article):
    """The text of a seed article: paragraphs of an HTML page one to a line, front matter left out."""
    path = SEEDS / article["file"]
    raw = path.read_text(encoding="utf-8")
    if path.suffix == ".jsonl":
        return next(row["text"] for row in map(json.loads, raw.splitlines()) if row["id"] == article["id"])
    if path.suffix == ".html":
        return "\n".join(html.unescape(p) for p in re.findall(r"<p>(.*?)</p>", raw[: raw.index("</article>")]))
    return raw.split("---\n\n", 1)[1] if path.suffix == ".md" else raw


TEXTS = {article["id"]: text_of(article) for article in EXPECTED}


def read(article):
    day = article["published_on"]
    return extract(TEXTS[article["id"]], date.fromisoformat(day) if day else None).as_dict()


def overlap(a, b):
    return a["start"] < b["end"] and b["start"] < a["end"]


def test_every_file_of_the_seeds_has_expectations():
    assert {article["file"] for article in EXPECTED} == {path.name for path in SEEDS.iterdir() if path.is_file()}
    assert 12 <= len(EXPECTED) <= 16


@pytest.mark.parametrize("article", EXPECTED, ids=lambda a: a["id"])
def test_expected_claims_stand_where_they_say(article):
    text = TEXTS[article["id"]]
    for claim in article["claims"]:
        assert text[claim["start"] : claim["end"]] == claim["quote"]
        places = [m.start() for m in re.finditer(f"(?={re.escape(claim['quote'])})", text)]
        assert places[claim["nth"] - 1] == claim["start"]


@pytest.mark.parametrize("article", EXPECTED, ids=lambda a: a["id"])
def test_expected_claims_have_the_fields_of_their_kind(article):
    for claim in article["claims"]:
        fields = {field.name: field for field in KINDS[claim["kind"]].fields}
        assert set(claim) - MARKS == COMMON | set(fields)
        assert claim["subject"]
        assert claim["modifier"] in (None, *MODIFIERS)
        assert all(claim[name] in (None, *field.choices) for name, field in fields.items() if field.type == "choice")
        if KINDS[claim["kind"]].dated:
            assert claim["precision"] in PRECISIONS
            assert date.fromisoformat(claim["date_start"]) <= date.fromisoformat(claim["date_end"])


@pytest.mark.parametrize("article", EXPECTED, ids=lambda a: a["id"])
def test_articles_are_short_news(article):
    assert 120 <= len(re.findall(r"\w+", TEXTS[article["id"]])) <= 250


def test_expected_findings_point_at_expected_claims():
    places = {(article["id"], claim["start"], claim["end"]) for article in EXPECTED for claim in article["claims"]}
    for pair in FINDINGS["pairs"]:
        assert all((ref["article"], ref["start"], ref["end"]) in places for ref in (pair["a"], pair["b"]))
    for check in FINDINGS["internal"]:
        assert all((check["article"], ref["start"], ref["end"]) in places for ref in check["claims"])


def test_the_seeds_hold_three_conflicts_an_update_and_one_wrong_weekday():
    verdicts = Counter(pair["verdict"] for pair in FINDINGS["pairs"])
    assert verdicts["conflicts"] == 3
    assert verdicts["updates"] == 2
    assert [(check["check"], check["verdict"]) for check in FINDINGS["internal"] if check["verdict"] == "fails"] == [("weekday", "fails")]
    assert date(2025, 6, 3).strftime("%A") == "Tuesday"


def test_figures_of_the_seeds_are_read_with_their_values():
    wanted = [(article, claim) for article in EXPECTED for claim in article["claims"] if claim["kind"] in NUMERIC and not claim.get("optional")]
    extracted = {article["id"]: read(article)["quantities"] for article in EXPECTED}
    missed = [
        f"{article['id']}: {claim['quote']}"
        for article, claim in wanted
        if not any(overlap(q, claim) and q["low"] == claim["low"] and q["high"] == claim["high"] for q in extracted[article["id"]])
    ]
    assert len(missed) <= 0.05 * len(wanted), missed


def test_everything_read_stands_at_its_words():
    for article in EXPECTED:
        text = TEXTS[article["id"]]
        for mentions in read(article).values():
            assert all(text[m["start"] : m["end"]] == m["quote"] for m in mentions)
