"""Two curators at once, each in a process of their own: no decision lost, none on a claim of the other's unknowingly."""

import json
import re
import subprocess
import sys

import pytest
from sqlmodel import select
from storage_samples import NOW, claims_of

from factdb.storage.database import reading, writing
from factdb.storage.doctor import examine
from factdb.storage.store import add_article, start_run
from factdb.storage.tables import ClaimRow
from factdb.text.article import Article

FACTDB = [sys.executable, "-c", "from factdb.cli.main import run; run()"]
# Decides on each claim in turn, as `factdb verify` does, in one process, so that the two meet at many claims.
DECIDE = """
import sys
from factdb.cli.deciding import by, opened, tell_decision
from factdb.review import decide
from factdb.storage.database import writing
engine = opened(sys.argv[1])
for claim in sys.argv[3:]:
    with writing(engine) as session:
        told = decide(session, "verify", claim, by(sys.argv[2]))
    tell_decision(told)
"""
TEXT = "Norway sold Chile fish worth over 3.20 billion dollars in 2024. A landslide killed at least 14 miners near Arica. "
TEXT += "The ministers met on June 3 in Oslo. About 62 percent of the debt is short-term. Page {n}."


def many(engine, claims):
    with writing(engine) as session:
        run = start_run(session, NOW)
        for n in range(claims // 4):
            text = TEXT.format(n=n)
            add_article(session, Article(f"a{n}", text), claims_of(text), run, NOW)
        return session.exec(select(ClaimRow.id)).all()


@pytest.mark.parametrize("number", [24, pytest.param(200, marks=pytest.mark.slow)])
def test_two_processes_decide_on_the_same_claims(engine, url, number):
    ids = many(engine, number)
    running = [
        subprocess.Popen([sys.executable, "-c", DECIDE, url, name, *order], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        for name, order in (("ann", ids), ("ben", ids[::-1]))
    ]
    said = [process.communicate() for process in running]
    assert [process.returncode for process in running] == [0, 0], said
    assert "locked" not in str(said)
    told = [set(re.findall(r"Note: \w+ decided verify on (\w+) before", errors)) for _, errors in said]
    assert told[0] | told[1] == set(ids), "on each claim the second one is told of the first"
    assert not told[0] & told[1]
    with reading(engine) as session:
        assert list(examine(session)) == []
    log = subprocess.run([*FACTDB, "log", "--db", url, "--nl"], capture_output=True, text=True, check=True).stdout
    assert sorted((row["claim_id"], row["curator"]) for row in map(json.loads, log.splitlines())) == sorted((i, c) for i in ids for c in ("ann", "ben"))
