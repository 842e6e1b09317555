"""Kill `factdb add` at random moments and see that nothing reported is lost and nothing half there.

    python -m benchmarks.kill_add [--articles 2000] [--kills 20] [--seed 1]

Prints one line a round; ends with status 1 when something was lost, twice there, or not found whole by `factdb doctor`.
"""

import argparse
import json
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

FACTDB = [sys.executable, "-c", "from factdb.cli.main import run; run()"]
TEXT = "The harbour at Ostvik handled {n},500 tonnes in 2024, {n} percent more than a year earlier. Some {n} ships came on 3 May 2024."


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=2000)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    chance = random.Random(given.seed)
    with tempfile.TemporaryDirectory() as folder:
        rows = Path(folder, "rows.jsonl")
        rows.write_text("".join(json.dumps({"id": f"r{n}", "text": TEXT.format(n=n + 2)}) + "\n" for n in range(given.articles)), encoding="utf-8")
        db = str(Path(folder, "facts.db"))
        most = max(1, 2 * given.articles // (given.kills + 1) - 1)
        faults = sum(_round(db, str(rows), chance.randint(1, most), chance.uniform(0, 0.1), turn) for turn in range(given.kills))
        subprocess.run([*FACTDB, "add", "--db", db, str(rows)], check=True, stderr=subprocess.DEVNULL)
        names = [article["name"] for article in _articles(db)]
        whole = sorted(names) == sorted(f"r{n}" for n in range(given.articles))
        print(f"at the end {len(names)} articles, {'each once' if whole else 'NOT each once'}; doctor {_doctor(db)}")
        return 0 if whole and not faults and _doctor(db) == 0 else 1


def _round(db: str, rows: str, after: int, wait: float, turn: int) -> int:
    """One start, killed some moments after so many articles were reported; how many of these are not there, or 1 when doctor finds something."""
    reported: set[str] = set()
    with subprocess.Popen([*FACTDB, "add", "--db", db, rows], stderr=subprocess.PIPE, text=True) as process:
        for line in process.stderr or ():
            if line.startswith("Added ") and line.endswith("\n"):
                reported.add(line.split()[1])
            if len(reported) == after and process.poll() is None:
                time.sleep(wait)
                process.kill()
    lost = reported - {article["id"] for article in _articles(db)}
    doctor = _doctor(db)
    print(f"round {turn + 1}: killed after {after}, {len(reported)} reported, {len(lost)} lost, doctor {doctor}", flush=True)
    return len(lost) + (doctor != 0)


def _articles(db: str) -> list[dict[str, str]]:
    done = subprocess.run([*FACTDB, "articles", "--db", db, "--json"], capture_output=True, text=True, check=False)
    found: list[dict[str, str]] = json.loads(done.stdout) if done.returncode == 0 else []
    return found


def _doctor(db: str) -> int:
    return subprocess.run([*FACTDB, "doctor", "--db", db], capture_output=True, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
