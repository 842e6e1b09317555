"""Compare the scores with `floors.toml`: python -m benchmarks.floors [--raise] [--data DIR].

The floors are the scores once reached, rounded down to a tenth: for the whole of each set, and for its held third. A field's
score is a mean over the claims that were found, which may fall when more are found although none is read worse; its floor is
therefore the points that all of them won together. So it is with the verdicts on pairs and with how many of the paired claims are of one
fact: what is paired wrongly is held by the F1 of the same row. A field that few claims have counts only in the sum over all fields, since
one claim moves it by several percent. A score below its floor fails (status 1); `--raise` writes what is reached now wherever
that is higher.
"""

import argparse
import math
import sys
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.evaluate import SHARED, evaluate
from benchmarks.job import Job, Row

FILE = Path(__file__).with_name("floors.toml")
Floors = dict[str, dict[str, float]]
_FEW = 30
_OF_PAIRS = frozenset(("verdicts", "same fact precision"))


def reached(data: Path) -> Floors:
    """Part to measure to score, rounded down; how confidence is spread is no score."""
    scorers = data.parent if (data.parent / "score_claims.py").exists() else SHARED
    out: Floors = {}
    for part in ("all", "held"):
        rows = evaluate(Job(data, scorers, part))
        out[part] = {name: math.floor(score * 10) / 10 for name, score in _held_to(rows)}
    return out


def _held_to(rows: Iterable[Row]) -> Iterator[tuple[str, float]]:
    """The name of each floor and the score that it is held to: percent, or for fields points."""
    fields: dict[str, float] = defaultdict(float)
    for row in rows:
        if row.measure.startswith("field"):
            points = row.score * row.cases / 100
            fields[row.set] += points
            if row.cases >= _FEW:
                yield f"{row.set} {row.measure} points", points
        elif row.measure in _OF_PAIRS:
            yield f"{row.set} {row.measure} points", row.score * row.cases / 100
        elif "confidence" not in row.measure:
            yield f"{row.set} {row.measure}", row.score
    yield from ((f"{name} fields points", points) for name, points in fields.items())


def fallen(floors: Floors, now: Floors) -> list[str]:
    """A line for each score that is below its floor, or that is no longer measured."""
    out = []
    for part, scores in floors.items():
        for name, floor in scores.items():
            score = now.get(part, {}).get(name)
            if score is None or score < floor:
                out.append(f"{part}: {name} is at {score}, its floor is {floor}")
    return out


def raised(floors: Floors, now: Floors) -> Floors:
    return {part: {name: max(score, floors.get(part, {}).get(name, 0.0)) for name, score in scores.items()} for part, scores in now.items()}


def written(floors: Floors) -> str:
    lines = ["# Scores once reached, in percent or points; `python -m benchmarks.floors --raise` lifts them, nothing lowers them."]
    for part, scores in floors.items():
        lines += ["", f"[{part}]", *(f'"{name}" = {score}' for name, score in scores.items())]
    return "\n".join(lines) + "\n"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=SHARED / "dev", help="folder of the gold files")
    parser.add_argument("--raise", dest="lift", action="store_true", help="write the scores that are higher than their floor")
    args = parser.parse_args()
    floors: Floors = tomllib.loads(FILE.read_text(encoding="utf-8")) if FILE.exists() else {}
    now = reached(args.data)
    for line in (below := fallen(floors, now)):
        print(line)
    if args.lift:
        FILE.write_text(written(raised(floors, now)), encoding="utf-8")
    return 1 if below else 0


if __name__ == "__main__":
    sys.exit(main())
