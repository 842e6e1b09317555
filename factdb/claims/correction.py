"""A curator's correction: each field checked against its type, with an error that says what would be right."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from factdb.claims.schema import KINDS, MODIFIERS, STANCES, Field
from factdb.errors import FactdbError

_NUMBERS = ("value", "low", "high")
_TEXTS = ("unit", "attribution", "subject")
_OPEN_HIGH = ("over", "at_least", "vague")
_OPEN_LOW = ("under", "at_most", "nearly")
_GROUPED = re.compile(r"-?\d{1,3}(,\d{3})+(\.\d+)?")


def corrected(state: Mapping[str, Any], changes: Mapping[str, str], text: str, core: tuple[int, int]) -> dict[str, Any]:
    """A state with some fields set from what a curator typed; an empty one clears the field.

    A new `value` brings `low` and `high` along as the modifier has it, unless these are given too. A new `kind` keeps the
    fields that both kinds have. A new `quote` must hold the number or date itself.
    """
    if not changes:
        raise FactdbError("nothing to correct", next_step="Give field=value, such as value=14 or kind=share.")
    kind = _choice("kind", changes.get("kind", state["kind"]), tuple(KINDS))
    own = {field.name: field for field in KINDS[kind].fields}
    result = {name: value for name, value in state.items() if name in own or name not in _all_own()} | {"kind": kind}
    result |= {name: result.get(name) for name in own}
    for name, typed in changes.items():
        _set(result, name, typed.strip(), own)
    if "quote" in changes:
        result["start"], result["end"] = _place(text, changes["quote"], core)
        result["quote"] = text[result["start"] : result["end"]]
    _bounds(result, changes)
    _ordered(result)
    return result


def _set(result: dict[str, Any], name: str, typed: str, own: Mapping[str, Field]) -> None:
    if name in ("kind", "quote"):
        return
    if name in ("period_start", "period_end"):
        period = {"start": None, "end": None, **(result["period"] or {})} | {name.removeprefix("period_"): _day(name, typed) if typed else None}
        result["period"] = period if any(period.values()) else None
    elif name in own:
        result[name] = _typed(own[name], typed) if typed else None
    elif name in _NUMBERS:
        result[name] = _number(name, typed) if typed else None
    elif name in _TEXTS:
        result[name] = typed or None
    elif name == "modifier":
        result[name] = _choice(name, typed, MODIFIERS) if typed else None
    elif name == "stance":
        result[name] = _choice(name, typed, STANCES)
    else:
        fields = ("kind", "quote", *_NUMBERS, "modifier", *_TEXTS, "stance", "period_start", "period_end", *own)
        raise FactdbError(f"a {result['kind']} has no field {name!r}", next_step=f"It has {', '.join(fields)}.")


def _typed(field: Field, typed: str) -> Any:
    readers: Mapping[str, Callable[[], Any]] = {
        "text": lambda: typed,
        "choice": lambda: _choice(field.name, typed, field.choices),
        "date": lambda: _day(field.name, typed),
        "texts": lambda: [part.strip() for part in typed.split(";") if part.strip()],
    }
    return readers[field.type]()


def _number(name: str, typed: str) -> str:
    plain = typed.replace(",", "") if _GROUPED.fullmatch(typed) else typed
    try:
        number = Decimal(plain)
    except InvalidOperation:
        number = Decimal("NaN")
    if not number.is_finite() or abs(number.adjusted()) > 60:
        raise FactdbError(f"{name}={typed} is no number", next_step="Write it in digits with a point for decimals, such as 3200000000 or 62.5.")
    return format(number, "f")


def _day(name: str, typed: str) -> str:
    try:
        return date.fromisoformat(typed).isoformat()
    except ValueError:
        raise FactdbError(f"{name}={typed} is no day", next_step="Write it as 2025-06-03.") from None


def _choice(name: str, typed: str, choices: tuple[str, ...]) -> str:
    if typed not in choices:
        raise FactdbError(f"{name}={typed} is not known", next_step=f"It is one of {', '.join(choices)}.")
    return typed


def _bounds(result: dict[str, Any], changes: Mapping[str, str]) -> None:
    """Let the bounds follow a new value or modifier."""
    if not {"value", "modifier"} & set(changes) or {"low", "high"} & set(changes) or result["value"] is None:
        return
    result["low"] = None if result["modifier"] in _OPEN_LOW else result["value"]
    result["high"] = None if result["modifier"] in _OPEN_HIGH else result["value"]


def _ordered(result: Mapping[str, Any]) -> None:
    period = result["period"] or {}
    pairs = (("low", result["low"], "high", result["high"]), ("date_start", result.get("date_start"), "date_end", result.get("date_end")))
    for first, begin, last, end in (*pairs, ("period_start", period.get("start"), "period_end", period.get("end"))):
        if begin is not None and end is not None and (Decimal(begin) > Decimal(end) if first == "low" else begin > end):
            raise FactdbError(f"{first}={begin} is above {last}={end}", next_step=f"Give both, {first} first.")


def _place(text: str, quote: str, core: tuple[int, int]) -> tuple[int, int]:
    """Where the quote stands in the text around the claim's number or date."""
    at = text.find(quote, max(0, core[1] - len(quote))) if quote else -1
    if at < 0 or at > core[0]:
        raise FactdbError("the quote is not in the article around the claim's number or date", where=repr(quote), next_step="Copy it from the article's text.")
    return at, at + len(quote)


def _all_own() -> set[str]:
    return {field.name for kind in KINDS.values() for field in kind.fields}
