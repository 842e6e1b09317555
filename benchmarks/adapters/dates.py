"""The date cases of Microsoft's recognizers: short sentences with a reference moment."""

import io
import json
import re
import tempfile
from contextlib import redirect_stdout
from datetime import date, timedelta
from pathlib import Path

from benchmarks.job import Item, Job, Row, read
from factdb.mentions import calendar
from factdb.mentions.mention import Timex
from factdb.mentions.numeric_dates import AMBIGUOUS

_ONE_UNIT = frozenset(("P1D", "P1W", "P1M", "P1Y"))
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
    reference = date.fromisoformat(item["reference"][:10])
    found = (_by_convention(t, item["input"], reference) for t in read(item["input"], item["reference"]).timexes if t.type in {"DATE", "DURATION"})
    return [t for t in found if t["first"] or (t["timex"].startswith("P") and not t["timex"].endswith("REF"))]


def _by_convention(t: Timex, text: str, reference: date) -> Item:
    """The set reads an ambiguous date month first, counts to the day ("in two years"), cuts "earlier" and "later" at the middle or the
    reference, and takes "the past month" for the last one of the calendar.
    """
    while t.rule == AMBIGUOUS and isinstance(t.parts[0], Timex):
        t = t.parts[0]
    first, last = t.begin, t.until
    if t.exact:
        first = last = t.exact
    if t.rule == "calendar_dates.day_alone":
        first = last = None  # both readings, the past and the coming day, are right there: such cases are left out
    if first and last and t.mod and t.rule == "relative_dates.pointed":
        first, last = _cut(t, reference.isoformat())
    if text[t.start :].lower().startswith("past ") and t.value in _ONE_UNIT:
        days = calendar.shifted(reference, -1, t.value[2])
        first, last = (days.begin.isoformat(), days.until.isoformat()) if days else (None, None)
    if "few" in text[t.start : t.end] and t.value.startswith("PX"):
        first, last = _few(t, text, reference)
    return {"start": t.start, "end": t.end, "first": first, "last": last, "timex": t.value}


def _cut(t: Timex, now: str) -> tuple[str, str]:
    """The first or the second half, of which "earlier" ends before the reference and "later" begins with it."""
    begin, until = date.fromisoformat(t.begin or ""), date.fromisoformat(t.until or "")
    half = date(begin.year, 7, 1) if t.precision == "year" else begin + timedelta(days=15 if t.precision == "month" else 3)
    if t.mod == "START":
        before = date.fromisoformat(now) - timedelta(days=1)
        return begin.isoformat(), min(before, half - timedelta(days=1)).isoformat()
    return (max(now, half.isoformat()), until.isoformat()) if t.mod == "END" else (begin.isoformat(), until.isoformat())


def _few(t: Timex, text: str, reference: date) -> tuple[str | None, str | None]:
    """ "a few" is three there."""
    ahead = text[t.start : t.end].split()[0].lower() in {"next", "coming", "following"}
    there = calendar.moved(reference, 3 if ahead else -3, t.value[2:])
    if there is None:
        return None, None
    tomorrow = reference + timedelta(days=1)
    return (tomorrow.isoformat(), there.isoformat()) if ahead else (there.isoformat(), reference.isoformat())


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
