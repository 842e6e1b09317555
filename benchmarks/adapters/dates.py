"""The date cases of Microsoft's recognizers: short sentences with a reference moment."""

import io
import json
import re
import tempfile
from contextlib import redirect_stdout
from pathlib import Path

from benchmarks.job import Item, Job, Row, read

FILE = "recognizers_dates.json"


def rows(job: Job) -> list[Row]:
    """Recall of span and value, precision of the value, and the cases without a date in which nothing was found."""
    items = job.chosen(job.json(FILE), lambda item: item["input"])
    predicted = [{"input": i["input"], "reference": i["reference"], "results": predict(i)} for i in items]
    job.save(FILE, predicted)
    said = _scored(job, items, predicted)
    if job.errors:
        print(said)
    summary = said.splitlines()
    total = next(line.split() for line in summary if line.startswith("all"))
    quiet = re.search(r"quiet on (\d+) of (\d+)", said)
    precision = re.search(r"value P ([\d.]+)", said)
    if not quiet or not precision:
        raise ValueError(f"the scorer's summary is not as expected: {said!r}")
    empty = int(quiet[2])
    return [
        Row("dates", "right, recall", float(total[3]), int(total[1])),
        Row("dates", "value precision", float(precision[1]), int(total[1])),
        Row("dates", "quiet without a date", 100 * int(quiet[1]) / empty if empty else 100.0, empty),
    ]


def predict(item: Item) -> list[Item]:
    """Dates, ranges and durations; clock times and sets are no part of this set."""
    out = []
    for t in read(item["input"], item["reference"]).timexes:
        if t.type == "SET" or (t.type == "DATE" and t.begin is None):
            continue
        out.append({"start": t.start, "end": t.end, "first": t.begin, "last": t.until, "timex": t.value})
    return out


def _scored(job: Job, items: list[Item], predicted: list[Item]) -> str:
    """What the scorer prints; it has no function that returns its figures."""
    with tempfile.TemporaryDirectory() as folder:
        spec, pred = Path(folder, "spec.json"), Path(folder, "pred.jsonl")
        spec.write_text(json.dumps(items), encoding="utf-8")
        pred.write_text("".join(json.dumps(row) + "\n" for row in predicted), encoding="utf-8")
        out = io.StringIO()
        with redirect_stdout(out):
            job.scorer("score_dates").main(str(spec), str(pred), job.errors)
    return out.getvalue()
