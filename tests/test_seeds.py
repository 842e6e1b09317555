"""The demo's articles end to end: what is read from them against what a careful reader expects of them.

`tests/seeds/expected.jsonl` holds the claims of each article, `tests/seeds/expected_findings.json` the pairs about the same fact
and the checks inside one article.
"""

import json
import re
from collections import Counter
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from factdb import extract
from factdb.claims.schema import KINDS, MODIFIERS, PRECISIONS
from factdb.text.readers import read

SEEDS = Path(__file__).parents[1] / "seeds"
HERE = Path(__file__).parent / "seeds"
EXPECTED = [json.loads(line) for line in (HERE / "expected.jsonl").read_text(encoding="utf-8").splitlines()]
FINDINGS = json.loads((HERE / "expected_findings.json").read_text(encoding="utf-8"))
COMMON = {"kind", "start", "end", "quote", "nth", "value", "low", "high", "modifier", "unit", "period", "attribution", "subject"}
MARKS = {"optional", "alt_kinds"}


ARTICLES = {article.id: article for article in read([str(SEEDS)])}
TEXTS = {name: article.text for name, article in ARTICLES.items()}
# The least recall and precision of kinds with eight or more expected claims; they only rise.
FLOORS = {
    "count": (0.75, 0.85),
    "event_date": (0.7, 0.5),
    "meeting_date": (0.55, 0.75),
    "share": (0.85, 0.85),
    "casualty_count": (0.7, 0.85),
    "duration": (0.85, 0.75),
    "rank": (0.85, 0.85),
    "trade_figure": (0.45, 0.45),
}


@cache
def extracted(name):
    return extract(TEXTS[name], ARTICLES[name].published_on, ARTICLES[name].title).as_dict()


def overlap(a, b):
    return a["start"] < b["end"] and b["start"] < a["end"]


def test_every_file_of_the_seeds_has_expectations():
    assert {article["file"] for article in EXPECTED} == {path.name for path in SEEDS.iterdir()}
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


def same(found, wanted):
    """Whether a claim found is the one wanted: kind, place and value or days."""
    keys = ("date_start", "date_end") if KINDS[wanted["kind"]].dated else ("value", "low", "high")
    return found["kind"] in (wanted["kind"], *wanted.get("alt_kinds", ())) and overlap(found, wanted) and all(found.get(key) == wanted.get(key) for key in keys)


@pytest.mark.parametrize("article", EXPECTED, ids=lambda a: a["id"])
def test_articles_are_read_with_their_date(article):
    day = ARTICLES[article["id"]].published_on
    assert (day and str(day)[:10]) == article["published_on"]


@pytest.mark.parametrize("kind", FLOORS)
def test_claims_of_the_seeds_are_found(kind):
    wanted = [(a["id"], c) for a in EXPECTED for c in a["claims"] if c["kind"] == kind]
    firm = [(name, c) for name, c in wanted if not c.get("optional")]
    found = [(a["id"], c) for a in EXPECTED for c in extracted(a["id"])["claims"] if c["kind"] == kind]
    optional = {a["id"]: [c for c in a["claims"] if c.get("optional") or kind in c.get("alt_kinds", ())] for a in EXPECTED}
    missed = [f"{name}: {c['quote']}" for name, c in firm if not any(same(f, c) for f in extracted(name)["claims"])]
    wrong = [f"{n}: {f['quote']}" for n, f in found if not any(n == name and same(f, c) for name, c in wanted) and not any(overlap(f, c) for c in optional[n])]
    recall, precision = FLOORS[kind]
    assert len(missed) <= (1 - recall) * len(firm), missed
    assert len(wrong) <= (1 - precision) * len(found), wrong


def test_everything_read_stands_at_its_words():
    for name, text in TEXTS.items():
        for mentions in extracted(name).values():
            assert all(text[m["start"] : m["end"]] == m["quote"] for m in mentions)
