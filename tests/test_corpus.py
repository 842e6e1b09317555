"""The corpus: sentences and what is read in them, one file for each file of rules.

An entry has `text`, perhaps `published_on`, and the lists that it checks: `numbers`, `quantities` or `timexes`. A mention is a
table of the fields that matter; the mentions of a list must be exactly those, in order.
"""

import tomllib
from datetime import date
from pathlib import Path

import pytest

from factdb.claims.extract import extract

FILES = sorted(Path(__file__).with_name("corpus").glob("*.toml"))
ENTRIES = [(path.stem, entry) for path in FILES for entry in tomllib.loads(path.read_text(encoding="utf-8"))["entry"]]
LISTS = ("numbers", "quantities", "timexes")


@pytest.mark.parametrize(("name", "entry"), ENTRIES, ids=[f"{name}: {entry['text']}" for name, entry in ENTRIES])
def test_the_corpus_is_read_as_written(name, entry):
    day = entry.get("published_on")
    read = extract(entry["text"], day if isinstance(day, date) or day is None else date.fromisoformat(day)).as_dict()
    checked = [kind for kind in LISTS if kind in entry]
    assert checked, name
    for kind in checked:
        fields = [set(expected) for expected in entry[kind]]
        found = [{key: mention[key] for key in keys} for mention, keys in zip(read[kind], fields, strict=False)]
        assert [*found, *(m["quote"] for m in read[kind][len(fields) :])] == entry[kind]
