"""AQUAINT: TIMEX3 expressions of news articles."""

import re

from benchmarks.job import Item, Job, Row, ratio, read
from factdb.mentions.mention import Timex

FILE = "timex_aquaint.jsonl"


def rows(job: Job) -> list[Row]:
    """Relaxed and value F1 over all, and the row that counts most: calendar values compared by the days they mean."""
    items = job.chosen(job.lines(FILE), lambda item: item["id"])
    predicted = {item["id"]: predict(item) for item in items}
    job.save(FILE, [{"id": key, "timexes": found} for key, found in predicted.items()])
    scorer = job.scorer("score_timex")
    gold = {item["id"]: item for item in items}
    every, calendar = (scorer.score(gold, predicted, scorer.ROWS[row]) for row in ("ALL", "CALENDAR"))
    for number, (key, g, p) in enumerate(scorer.disagreements(gold, predicted)):
        if number >= job.errors:
            break
        text = gold[key]["text"]
        told = ["-" if t is None else f"{text[t['start'] : t['end']]!r} {t['type']} {t['value']}" for t in (g, p)]
        near = g or p
        print(f"{key} ({gold[key]['published_on']})  gold {told[0]}  pred {told[1]}  | {text[max(near['start'] - 60, 0) : near['end'] + 30]!r}")
    return [
        Row("timex", "relaxed", ratio(every["relaxed"], every["pred"], every["gold"]), every["gold"]),
        Row("timex", "value", ratio(every["value"], every["pred"], every["gold"]), every["gold"]),
        Row("timex", "calendar same", ratio(calendar["same"], calendar["pred"], calendar["gold"]), calendar["gold"]),
    ]


def predict(item: Item) -> list[Item]:
    """The set writes a range as its two ends; anything else stands as it is read."""
    found = read(item["text"], item["published_on"], item.get("title"))
    ends = [end for t in found.timexes for end in (t.parts if "/" in t.value and len(t.parts) == 2 else (t,)) if isinstance(end, Timex)]
    return [{"start": t.start, "end": t.end, "type": t.type, "value": _written(t)} for t in ends]


def _written(t: Timex) -> str:
    """The set writes a decade as 198X, and lengths of decades in years."""
    if t.precision == "decade" and t.value.isdecimal():
        return t.value + "X"
    decades = re.fullmatch(r"P(\d+)DE", t.value)
    return f"P{int(decades[1]) * 10}Y" if decades else t.value
