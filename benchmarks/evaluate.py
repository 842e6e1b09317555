"""Run the gold data sets through factdb and print one table: python -m benchmarks.evaluate [--data DIR] [--part tune|held|all].

The data sets are found by file name in DIR; one that is not there has no rows. The scorers stand in the folder above DIR
or, if they are not there, in ../shared/eval beside the checkout.
"""

import argparse
import json
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parent.parent))

from benchmarks.adapters import claims, crosscheck, dates, newsquant, recognizers, timex
from benchmarks.job import PARTS, Job, Row

SHARED = Path(__file__).resolve().parent.parent.parent / "shared" / "eval"
SETS: dict[str, tuple[Callable[[Job], list[Row]], tuple[str, ...]]] = {
    "newsquant": (newsquant.rows, (newsquant.FILE,)),
    "recognizers": (recognizers.rows, tuple(f"recognizers_{name}.json" for name in recognizers.SETS)),
    "timex": (timex.rows, (timex.FILE,)),
    "dates": (dates.rows, (dates.FILE,)),
    "claims": (claims.rows, tuple(file for files in claims.SETS.values() for file in files)),
    "crosscheck": (crosscheck.rows, (crosscheck.STORIES[1], crosscheck.SEED[1])),
}


def evaluate(job: Job, sets: Sequence[str] = tuple(SETS)) -> list[Row]:
    """The rows of every set asked for that has a file in the data folder."""
    return [row for name in sets if any(map(job.has, SETS[name][1])) for row in SETS[name][0](job)]


def main(argv: Sequence[str] | None = None) -> int:
    args = _arguments(argv)
    if args.errors and args.part != "tune":
        print("Errors may only be read in the tune part: add --part tune.", file=sys.stderr)
        return 2
    scorers = args.data.parent if (args.data.parent / "score_claims.py").exists() else SHARED
    job = Job(args.data, scorers, args.part, args.keep, args.errors, args.gold_spans)
    table = evaluate(job, args.sets)
    for row in table:
        print(f"{row.set:12} {row.measure:28} {row.score:6.1f}  {row.cases:5}")
    if args.json:
        args.json.write_text(json.dumps([row._asdict() for row in table], indent=1) + "\n", encoding="utf-8")
    return 0 if table else 2


def _arguments(argv: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=SHARED / "dev", help="folder of the gold files")
    parser.add_argument("--part", choices=PARTS, default="all", help="held is the third that is only looked at as figures")
    parser.add_argument("--json", type=Path, help="write the table here too")
    parser.add_argument("--keep", type=Path, help="leave the prediction files in this folder")
    parser.add_argument("--sets", nargs="+", choices=SETS, default=tuple(SETS), help="only these data sets")
    parser.add_argument("--errors", type=int, default=0, help="print the first N disagreements of each set (tune part only)")
    parser.add_argument("--gold-spans", action="store_true", help="cross-check with the spans, kinds and values of the gold")
    return parser.parse_args(argv)


if __name__ == "__main__":
    sys.exit(main())
