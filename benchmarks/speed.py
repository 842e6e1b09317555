"""How long extraction takes, as multiples of one bare token pass over the same text in the same run.

python -m benchmarks.speed [--articles N] [--rounds N] [--data DIR]: the articles are the texts of the data sets, repeated
with changed figures. Passes are interleaved, medians are told. A wheel is measured by the Python that has it:
env/bin/python benchmarks/speed.py. The last line is `ratio to token pass: N.N`.
"""

import argparse
import contextlib
import itertools
import json
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
import tracemalloc
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import Any

sys.path.append(str(Path(__file__).resolve().parent.parent))

from benchmarks.evaluate import SHARED
from factdb import extract
from factdb.mentions import dates, values
from factdb.mentions.find import find
from factdb.mentions.rule import Dispatch

_TOKEN = re.compile(r"\w+|[^\w\s]")
_DIGIT = re.compile(r"\d")
_DAY = date(2006, 12, 16)
HOSTILE = {
    "question marks": "?",
    "digits": "7",
    "brackets": "(",
    "number words": "one hundred and ",
    "listed numbers": "5, ",
    "ranges": "3 to ",
    "money": "$3 ",
    "percent": "4 percent ",
    "dates": "June 3 ",
    "combining marks": "a\u0301\u0327\u4e2d\u0416 ",
}


def texts(data: Path, count: int) -> list[str]:
    """So many articles, each round of them with its digits shifted."""
    rows = [json.loads(line) for file in sorted(data.glob("*.jsonl")) for line in file.read_text(encoding="utf-8").splitlines()]
    base = list(dict.fromkeys(row["text"] for row in rows if "text" in row))
    if not base:
        sys.exit(f"no texts in {data}: give a folder of JSON lines with a field `text` by --data")
    shifted = (_DIGIT.sub(lambda m, by=by: str((int(m[0]) + by) % 10), text) for by in itertools.count() for text in base)  # type: ignore[misc]
    return list(itertools.islice(shifted, count))


def seconds(run: Callable[[str], object], articles: list[str]) -> float:
    start = time.perf_counter()
    for text in articles:
        run(text)
    return time.perf_counter() - start


def bare(text: str) -> int:
    return sum(1 for _ in _TOKEN.finditer(text))


def whole(text: str) -> object:
    return extract(text, _DAY)


def mentions(text: str) -> object:
    return find(text, _DAY)


def ratios(articles: list[str], rounds: int) -> tuple[float, float]:
    """Mentions alone and full extraction, as multiples of the bare pass: medians over interleaved rounds."""
    for run in (bare, mentions, whole):
        seconds(run, articles[:20])
    told = [(seconds(bare, articles), seconds(mentions, articles), seconds(whole, articles)) for _ in range(rounds)]
    return statistics.median(m / b for b, m, _ in told), statistics.median(w / b for b, _, w in told)


def hostile(articles: list[str], size: int) -> dict[str, float]:
    """Time of a text of one thing over and over, as a multiple of as many characters of news."""
    news = "\n\n".join(itertools.islice(itertools.cycle(articles), size // 1500))[:size]
    base = statistics.median(seconds(whole, [news]) for _ in range(3))
    return {name: seconds(whole, [(unit * size)[:size]]) / base for name, unit in HOSTILE.items()}


def peak(articles: list[str]) -> float:
    """Most memory in megabytes that Python held while it read the articles one by one."""
    tracemalloc.start()
    for text in articles:
        whole(text)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return most / 1e6


def doubled(articles: list[str], rounds: int) -> float:
    """Time of mentions when every rule is listed twice, the second under another name, as a multiple of the plain time."""
    with contextlib.ExitStack() as stack:
        twice = {module: Dispatch((*module.RULES, *(replace(rule, name=f"{rule.name}_again") for rule in module.RULES))) for module in (values, dates)}
        plain = {module: vars(module)["_DISPATCH"] for module in twice}
        stack.callback(_dispatch_by, plain)
        times: dict[int, list[float]] = {1: [], 2: []}
        for _ in range(rounds):
            for count, tables in ((1, plain), (2, twice)):
                _dispatch_by(tables)
                times[count].append(seconds(mentions, articles))
    return statistics.median(two / one for one, two in zip(times[1], times[2], strict=True))


def _dispatch_by(tables: Mapping[ModuleType, Any]) -> None:
    for module, table in tables.items():
        vars(module)["_DISPATCH"] = table


def importing() -> float:
    """Milliseconds of `import factdb` beyond a bare interpreter, compiled before as an installed package is; median of seven."""
    code = "import time; t = time.perf_counter(); import factdb; print(time.perf_counter() - t)"
    with tempfile.TemporaryDirectory() as cache:
        env = {**os.environ, "PYTHONPYCACHEPREFIX": cache, "PYTHONPATH": str(Path(__file__).resolve().parent.parent)}
        env.pop("PYTHONDONTWRITEBYTECODE", None)
        times = [float(subprocess.check_output([sys.executable, "-c", code], env=env)) for _ in range(8)]
    return 1000 * statistics.median(times[1:])


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=SHARED / "dev", help="folder of the gold files")
    parser.add_argument("--articles", type=int, default=2000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--quick", action="store_true", help="only the ratios")
    args = parser.parse_args()
    articles = texts(args.data, args.articles)
    if not args.quick:
        print(f"import factdb: {importing():.0f} ms")
        print(f"peak memory: {peak(articles[:200]):.0f} MB")
        long = statistics.median(seconds(whole, ["\n\n".join(articles[:160])]) / (8 * seconds(whole, ["\n\n".join(articles[:20])])) for _ in range(3))
        print(f"time per character of an article eight times as long: {long:.2f} times")
        print(f"every rule listed twice: {doubled(articles[:200], 5):.2f} times")
        for name, times in hostile(articles, 200_000).items():
            print(f"hostile, {name}: {times:.1f} times news")
    alone, together = ratios(articles, args.rounds)
    print(f"mentions alone: {alone:.1f}")
    print(f"ratio to token pass: {together:.1f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
