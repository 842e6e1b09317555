"""NewsQuant: quantities of single sentences with unit, change and concept, in the conventions of its annotators."""

import re
from functools import cache
from typing import Any

from benchmarks.job import Item, Job, Row, ratio, read
from factdb import Extraction
from factdb.lexicon import groups
from factdb.lexicon import rows as rows_of
from factdb.text.parts import PLURAL, readings, singular
from factdb.text.phrases import NounPhrase, noun_phrase_after
from factdb.text.tokens import Tokens

FILE = "newsquant.json"
_VAGUE = {"24": [12, 120], "200": [100, 1_000], "2000": [1_000, 10_000], "20000": [10_000, 100_000], "200000": [100_000, 1_000_000]}
_CHANGES = {"about": "~", "nearly": "~", "over": ">", "at_least": ">", "under": "<", "at_most": "<"}
_TIMES = re.compile(r"\s(?:more |straight |consecutive )?times\b")
_COINS = {"p": "pence", "¢": "cent", "￠": "cent", "c": "cent"}
_SYMBOLS = ("{rev}/min", "[psi]")  # which the scorer knows better by their codes
_ONE_OF = re.compile(r"\s+of\s+(?:the|its|his|her|their|our|my|your|these|those|many|several|[A-Z]\w*(?:'s|’s|s'|s’))\s+")
_A_ONE = re.compile(r"\s+(?!of|in|another|or|to|thing|day|way|time|hand|point|side|more|that|who|and)[a-z]+")
_COMPOUND = re.compile(r"[A-Za-z]+-[a-z]+$")
_NO_ONE = re.compile(r"(?i)\b(?:the|this|that|no|each|every|any|which|at|another|other) $")
_ONE_OF_SOME = re.compile(r"(?i)\bone of (?:just |only |about )?$")
_SHORT = {
    "ppg": "point per game",
    "rpg": "rebound per game",
    "apg": "assist per game",
    "spg": "steal per game",
    "bpg": "block per game",
    "pts": "point",
    "pt": "point",
    "td": "touch down",
}


def rows(job: Job) -> list[Row]:
    """value, +unit, +change and the concept rows."""
    items = job.chosen(job.json(FILE), lambda item: item["text"])
    predicted = [{"text": item["text"], "quantities": predict(item["text"])} for item in items]
    job.save(FILE, predicted)
    scorer = job.scorer("score_quantities")
    right, n_pred, n_gold = scorer.score(items, predicted, show=bool(job.errors))
    return [Row("newsquant", row.replace("value+", "+"), ratio(right[row], n_pred, n_gold), n_gold) for row in scorer.ROWS if "complete" not in row]


def predict(text: str) -> list[Item]:
    """The quantities of a sentence as NewsQuant writes them."""
    found = read(text)
    quantities = found.as_dict()["quantities"]
    told = _moves(text, [(q, _of_some(text, q, written)) for q in quantities if (written := _quantity(q)) is not None])
    spans = [(q["start"], q["end"]) for q in quantities]
    return told + _ones(found, spans)


def _moves(text: str, told: list[tuple[dict[str, Any], Item]]) -> list[Item]:
    """ "from A to B" is one pair of numbers."""
    out: list[Item] = []
    begin = end = -1
    for q, item in told:
        joins = out and text[end : q["start"]] == " to " and isinstance(item["value"], float) and isinstance(out[-1]["value"], float)
        if joins and text[:begin].endswith("from "):
            out[-1] = {**out[-1], "value": [out[-1]["value"], item["value"]], "unit": item["unit"] if item["unit"] != "-" else out[-1]["unit"], "change": "="}
        else:
            out.append(item)
        begin, end = q["start"], q["end"]
    return out


def _of_some(text: str, q: dict[str, Any], item: Item) -> Item:
    """ "one of four pumps" is a quarter of these; "four times" counts times."""
    if q["dimension"] == "bare" and _TIMES.match(text, q["end"]):
        return {**item, "unit": "time"}
    if q["dimension"] == "fraction":
        return {**item, "unit": _parts(text, q["end"])}
    counted = q["dimension"] == "count" and isinstance(item["value"], float) and item["value"] > 1
    return {**item, "value": 1 / item["value"]} if counted and _ONE_OF_SOME.search(text, 0, q["start"]) else item


def _parts(text: str, end: int) -> str:
    """The things that a fraction is one of, "-" where it is one of no things: "two thirds of the clubs", "one in five adults"."""
    tokens = Tokens(text)
    at = tokens.starts.index(end + 1) if end + 1 in tokens.starts else len(tokens)
    at += at < len(tokens) and tokens.words[at].low == "of"
    if at + 1 < len(tokens) and tokens.words[at + 1].text[0].isdigit():
        at += 2  # "of the 40 clubs"
    phrase = noun_phrase_after(tokens, at)
    if phrase is None or not readings(tokens.words[phrase.head].low) & PLURAL:
        return "-"
    return " ".join((*tokens.lows[phrase.first : phrase.head], singular(tokens.words[phrase.head].low)))


def _quantity(q: dict[str, Any]) -> Item | None:
    """The item, None for what is no quantity here: ordinals, "doubled", and words that a hyphen makes an adjective of ("six-speed")."""
    value = _value(q)
    if value is None or q["dimension"] == "ordinal" or _COMPOUND.match(q["quote"]):
        return None
    if q["dimension"] == "multiple" and (q["number"] or "").lower() in groups("numbers.toml")["multiple"]:
        return None  # "doubled" counts nothing here, nor does "more than double"
    return {"value": value, "unit": _unit(q), "change": _change(q), "concept": (q["of"] or "-").split()}


def _value(q: dict[str, Any]) -> Any:
    """A number, a pair for a range or a vague plural, None for "several"."""
    if q["modifier"] == "vague":
        return _VAGUE.get(q["low"] or "")
    if q["modifier"] == "between" and q["low"] and q["high"]:
        return [_as_written(q, q["low"]), _as_written(q, q["high"])]
    value = q["value"] or q["low"] or q["high"]
    return None if value is None else _as_written(q, value)


def _as_written(q: dict[str, Any], value: str) -> float:
    """Fractions as decimals; pence stay pence."""
    if q["dimension"] == "fraction":
        return float(value) / 100 if "/" not in (q["number"] or "") else _fraction(q["number"])
    if _is_small_coin(q):
        return float(value) * 100
    return float(value)


def _fraction(written: str) -> float:
    over, under = written.split("/")
    return float(over) / float(under) if float(under) else 0.0


def _is_small_coin(q: dict[str, Any]) -> bool:
    """Whether a sum is written in hundredths ("30 sen", "5p"); "P5" is in pesos."""
    text = q["unit_text"] or ""
    return q["dimension"] == "money" and text != "P" and (text.lower().rpartition(" ")[2] in groups("money.toml")["cent"] or text == "c")


def _unit(q: dict[str, Any]) -> str:
    dimension, unit = q["dimension"], q["unit"] or "-"
    name, _, per = (q["unit_phrase"] or "").partition(" per ")
    if dimension == "money":
        return _currency(q, unit) + (f" per {per}" if per else "")
    if dimension == "physical":
        return _measure(q, unit) + (f" per {per}" if per and name == unit else "")
    if dimension == "age":
        return f"{unit} of age"
    if dimension == "fraction":
        return "-"
    if dimension == "percent" and (q["unit_text"] or "").lower().startswith("b"):
        return "basis point"
    if dimension == "count":
        return _SHORT.get(unit.lower()) or (q["unit_phrase"] or unit).replace(" and ", " ")
    return str(unit)


@cache
def _names() -> dict[str, str]:
    return {row["code"]: row["names"].split("|")[0] for row in rows_of("generated/units.csv")}


def _measure(q: dict[str, Any], code: str) -> str:
    """The name of a unit, and of each of two that make a rate."""
    if code == "[HP]" and (q["unit_text"] or "").lower().startswith("b"):
        return "brake horsepower"
    if code == "t" and q["unit_text"] in ("ton", "tons"):
        return "ton"
    return code if code in _SYMBOLS else "/".join(_names().get(part, part) for part in code.split("/"))


def _currency(q: dict[str, Any], unit: str) -> str:
    """ "$" is dollar whatever the country, also one taken from the context; only a dollar that is spelled out has its country."""
    text = (q["unit_text"] or "").lower()
    if _is_small_coin(q):
        return _COINS.get(text, text.rpartition(" ")[2])
    code, _, per = unit.partition("/")
    signed = "$" in text and not text.startswith("r")  # "R$" is a real
    return ("dollar" if signed or text in ("dollar", "dollars") else code) + (f"/{per}" if per else "")


def _change(q: dict[str, Any]) -> str:
    return q["direction"] or _CHANGES.get(q["modifier"], "=")


def _ones(found: Extraction, spans: list[tuple[int, int]]) -> list[Item]:
    """ "one of the X" and "one X" count one X here, which are an idiom and a determiner to factdb."""
    out: list[Item] = []
    tokens = Tokens(found.text)
    for number in found.numbers:
        if found.text[number.start : number.end].lower() != "one" or any(a <= number.start < b for a, b in spans):
            continue
        of_some = _ONE_OF.match(found.text, number.end)
        alone = _A_ONE.match(found.text, number.end) and not _NO_ONE.search(found.text, 0, number.start)
        phrase = noun_phrase_after(tokens, number.last + (2 if of_some else 0))
        if phrase and (of_some or alone):
            out.append({"value": 1, "unit": _one(tokens, phrase), "change": "=", "concept": ["-"]})
    return out


def _one(tokens: Tokens, phrase: NounPhrase) -> str:
    """The singular of a phrase, its superlatives in their plain form: "richest fields" is "rich field"."""
    table = {row["word"]: row["readings"] for row in rows_of("generated/words.csv")}
    plain = []
    for word in tokens.words[phrase.first : phrase.head]:
        tags = dict(reading.partition(":")[::2] for reading in table.get(word.low, "").split())
        if word.low not in ("most", "few"):
            plain.append(tags.get("AS") or word.text)
    return " ".join([*plain, singular(tokens.words[phrase.head].low)])
