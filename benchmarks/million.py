"""Review, lists, search and counts over a million claims.

    python -m benchmarks.million [--claims 1000000] [--keep FILE]

Makes a SQLite database of so many claims in articles of twenty (kept as FILE, and used again where it is there), then prints the
median time of each question with that of the bare SQL in the `sqlite3` program beside it, and the memory of a full-screen
review. Ends with status 1 when a question takes over 100 ms, the counts over 2 s, or the review over 200 MB.
"""

import argparse
import json
import os
import pty
import random
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from statistics import median
from typing import Any

from sqlmodel import Session

from benchmarks.kill_add import FACTDB
from factdb.review import By, decide
from factdb.review.desk import Desk
from factdb.review.effects import Decide, Simple
from factdb.review.queue import Plan, Queue
from factdb.storage.database import create_or_upgrade, reading, writing
from factdb.storage.leases import Holder
from factdb.storage.queries import Filters, claims
from factdb.storage.search import search
from factdb.storage.stats import stats

EACH = 20
KINDS = {"casualty_count": "casualty_count", "count": "item_count", "money_amount": "money_amount", "share": "share", "measurement": "measurement"}
PORTS = ("Ostvik", "Lund", "Brod", "Karst", "Mirna", "Velje", "Tarn", "Solda", "Quell", "Hamra")
QUESTION_MS, COUNTS_MS, MEMORY_MB = 100.0, 2000.0, 200.0
Times = tuple[str, float, float]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--claims", type=int, default=1_000_000)
    parser.add_argument("--keep", type=Path, help="file of the database, made if it is not there")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = given.keep or Path(folder, "million.db")
        if not path.exists():
            began = time.perf_counter()
            make(path, given.claims)
            print(f"made {given.claims:,} claims in {time.perf_counter() - began:.0f} s, {path.stat().st_size / 1e6:,.0f} MB", flush=True)
        worst = [_told(name, ours, bare, limit) for limit, found in ((QUESTION_MS, questions(path)), (COUNTS_MS, counts(path))) for name, ours, bare in found]
        memory = review_memory(path)
        print(f"{'memory of a full-screen review':<44}{memory:8.0f} MB")
    return 1 if not all(worst) or memory > MEMORY_MB else 0


def make(path: Path, number: int) -> None:
    """Fill a database with claims that look like the extractor's; one in twenty is decided already."""
    create_or_upgrade(f"sqlite:///{path}").dispose()
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA synchronous=OFF")
    for begin in range(0, number, 100_000):
        with connection:
            for article in range(begin // EACH, min(begin + 100_000, number) // EACH):
                _article(connection, article, random.Random(article))
    with connection:
        _checked(connection, number // 100)
    connection.execute("ANALYZE")
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()


def _checked(connection: sqlite3.Connection, number: int) -> None:
    """What a check leaves: so many facts of two claims that conflict, and no article that changed since."""
    ids = [(claim, article) for claim, article in connection.execute("SELECT id, article_id FROM claim LIMIT ?", (2 * number,))]
    for one, two in zip(ids[:number], ids[number:], strict=True):
        part, body = min(one[0], two[0]), {"claims": [one[0], two[0]], "pairs": [[0, 1, "conflicts", "the bounds do not overlap", 0.9]]}
        connection.execute("INSERT INTO part (id, claims) VALUES (?, ?)", (part, json.dumps(body["claims"])))
        connection.executemany("INSERT INTO part_article (article_id, part_id) VALUES (?, ?)", {(one[1], part), (two[1], part)})
        connection.execute("INSERT INTO fact (id, part_id, conflicts, body) VALUES (?, ?, 1, ?)", (part, part, json.dumps(body)))
    connection.execute("DELETE FROM stale")


def _article(connection: sqlite3.Connection, number: int, chance: random.Random) -> None:
    sentences = [f"The harbour of {chance.choice(PORTS)} counted {chance.randrange(2, 10**6)} ships of pier{number % 5000}." for _ in range(EACH)]
    text = " ".join(sentences)
    article = f"{chance.getrandbits(48):012x}"
    day = f"{2000 + number % 25}-{number % 12 + 1:02}-{number % 28 + 1:02}"
    connection.execute(
        "INSERT INTO article (id, name, text, sha256, title, published_on) VALUES (?,?,?,?,?,?)", (article, f"a{number}", text, article, "Ships", day)
    )
    at = 0
    for sentence in sentences:
        _claim(connection, article, (sentence, at), chance)
        at += len(sentence) + 1


def _claim(connection: sqlite3.Connection, article: str, where: tuple[str, int], chance: random.Random) -> None:
    sentence, at = where
    words = sentence.split()
    start = at + sentence.index(words[5])
    value, kind = words[5], chance.choice(list(KINDS))
    claim, sure = f"{chance.getrandbits(48):012x}", chance.randrange(5, 95) / 100
    status = chance.choice(("verified", "rejected")) if chance.random() < 0.05 else "new"
    span = {"start": start, "end": start + len(value) + 6, "quote": f"{value} ships"}
    state = {"kind": kind, **span, "value": value, "low": value, "high": value, "modifier": "exact", "unit": "ship", "subject": f"ships in {words[3]}"}
    reading_json = json.dumps({**state, "period": None, "attribution": None, "stance": "asserted", "rule": "count.noun", "confidence": sure})
    row = {**state, "id": claim, "article_id": article, "core_start": start, "core_end": start + len(value), "stance": "asserted", "rule": "count.noun"}
    row |= {f"{name}_number": float(value) for name in ("value", "low", "high")}
    row |= {"confidence": sure, "status": status, "flagged": 0, "gone": 0, "origin": "extractor", "reading": reading_json, "derivation": "{}"}
    names = ", ".join(f'"{name}"' for name in row)
    connection.execute(f"INSERT INTO claim ({names}) VALUES ({', '.join('?' * len(row))})", list(row.values()))
    connection.execute(f"INSERT INTO {KINDS[kind]} (claim_id) VALUES (?)", (claim,))


def questions(path: Path) -> Iterator[Times]:
    """Each question with its median time in milliseconds, and that of the same in the `sqlite3` program."""
    for order, sql in _NEXT.items():
        yield f"next claim, --order {order}", _next(path, order), bare(path, sql)
    yield "next claim, --order conflict", *_next_disputed(path)
    filters = Filters(kinds=("share",), statuses=("new",), least=Decimal(500_000), since=None)
    yield "first page of the list", asked(path, lambda s: list(claims(s, Filters(), 50))), bare(path, _LIST.format("1"))
    yield (
        "page of a filter",
        asked(path, lambda s: list(claims(s, filters, 50))),
        bare(path, _LIST.format("kind = 'share' AND status = 'new' AND high_number >= 500000")),
    )
    yield "search for a word", asked(path, lambda s: search(s, ["pier4711"], 50)), bare(path, _SEARCH)


def counts(path: Path) -> Iterator[Times]:
    yield "stats", asked(path, lambda s: stats(s, "kind"), 3), bare(path, "SELECT kind, status, count(*) FROM claim GROUP BY kind, status")
    yield (
        "stats --by article",
        asked(path, lambda s: stats(s, "article"), 1),
        bare(path, "SELECT count(*) FROM (SELECT article_id, status, count(*) FROM claim GROUP BY 1, 2)"),
    )


_ARTICLE = (
    "SELECT claim.id FROM article JOIN claim ON article_id = article.id WHERE status = 'new' AND superseded_by IS NULL "
    "ORDER BY published_on, article.id, core_start LIMIT 1"
)
_NEXT = {
    "article": _ARTICLE,
    "date": _ARTICLE.replace("published_on, article.id,", "published_on DESC, article.id DESC,"),
    "uncertain": "SELECT id FROM claim WHERE status = 'new' ORDER BY confidence, id LIMIT 1",
    "value": "SELECT id FROM claim WHERE status = 'new' ORDER BY value_number DESC, id DESC LIMIT 1",
    "random": "SELECT id FROM claim WHERE status = 'new' AND id >= '8' ORDER BY id LIMIT 1",
}
_LIST = "SELECT claim.* FROM article JOIN claim ON article_id = article.id WHERE {} ORDER BY published_on, article.id, start LIMIT 50"
_SEARCH = "SELECT id FROM search_claim JOIN search_claim_key ON number = search_claim.rowid WHERE search_claim MATCH 'pier4711' LIMIT 50"


def _next(path: Path, order: str) -> float:
    """Decide on claims and get the next one each time, as a review does."""
    engine = create_or_upgrade(f"sqlite:///{path}")
    queue = Queue(Plan(Filters(statuses=("new",)), order, since="8"), Holder(order, "bench"), datetime.now(UTC))
    times = []
    for _ in range(25):
        with writing(engine) as session:
            began = time.perf_counter()
            claim = queue.next(session, datetime.now(UTC))
            times.append(time.perf_counter() - began)
            decide(session, "verify", claim or "", By("bench", datetime.now(UTC)))
    engine.dispose()
    print(f"{'':4}first {max(times[:1]) * 1000:.0f} ms, slowest {max(times) * 1000:.0f} ms", flush=True)
    return median(times) * 1000


def _next_disputed(path: Path) -> tuple[float, float]:
    """The same from a desk, which asks what others say too, from its start to the first claim; of bare SQL the most disputed facts."""
    engine = create_or_upgrade(f"sqlite:///{path}")
    began = time.perf_counter()
    desk = Desk(engine, Plan(Filters(statuses=("new",)), "conflict"), "bench", lambda: datetime.now(UTC))
    outcome = desk.do(Simple("next"))
    print(f"{'':4}start of the review {(time.perf_counter() - began) * 1000:.0f} ms", flush=True)
    times = []
    for _ in range(25):
        assert outcome.shown is not None
        began = time.perf_counter()
        outcome = desk.do(Decide("verify"))
        times.append(time.perf_counter() - began)
    desk.close()
    engine.dispose()
    return median(times) * 1000, bare(path, "SELECT body FROM fact WHERE conflicts > 0 ORDER BY conflicts DESC, id")


def asked(path: Path, question: Callable[[Session], Any], times: int = 7) -> float:
    engine = create_or_upgrade(f"sqlite:///{path}")
    spent = []
    for _ in range(times):
        with reading(engine) as session:
            began = time.perf_counter()
            question(session)
            spent.append(time.perf_counter() - began)
    engine.dispose()
    return median(spent) * 1000


def bare(path: Path, sql: str) -> float:
    """Milliseconds of a query in the `sqlite3` program, by its own timer; nan where it is not installed."""
    if shutil.which("sqlite3") is None:
        return float("nan")
    script = f".timer on\n.output /dev/null\n{sql};\n.output stdout\n{sql};\n"
    said = subprocess.run(["sqlite3", str(path)], input=script, capture_output=True, text=True, check=True).stdout
    return float(said.rsplit("real ", 1)[1].split()[0]) * 1000


def review_memory(path: Path) -> float:
    """The most memory, in MB, of a full-screen review that decides thirty times."""
    ours, theirs = pty.openpty()
    env = {**os.environ, "TERM": "xterm-256color", "COLUMNS": "80", "LINES": "24", "FACTDB_CURATOR": "bench"}
    process = subprocess.Popen([*FACTDB, "review", "--db", str(path)], stdin=theirs, stdout=theirs, stderr=theirs, env=env)
    os.close(theirs)
    threading.Thread(target=_drain, args=(ours,), daemon=True).start()
    time.sleep(8)
    for key in "v" * 20 + "u" * 10 + "q":
        os.write(ours, key.encode())
        time.sleep(0.3)
    _, _, usage = os.wait4(process.pid, 0)
    return usage.ru_maxrss / 1024


def _drain(terminal: int) -> None:
    try:
        while os.read(terminal, 65536):
            pass
    except OSError:  # the program left
        return


def _told(name: str, ours: float, sql: float, limit: float) -> bool:
    print(f"{name:<44}{ours:8.1f} ms{sql:10.1f} ms bare{'' if ours <= limit else '   TOO SLOW'}", flush=True)
    return ours <= limit


if __name__ == "__main__":
    sys.exit(main())
