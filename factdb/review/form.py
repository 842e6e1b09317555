"""A claim's fields being corrected: what each key does, and what is wrong with what was typed so far."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from factdb.claims.correction import corrected
from factdb.claims.schema import KINDS, MODIFIERS, STANCES
from factdb.errors import FactdbError
from factdb.review.line import Line

_COMMON = ("value", "low", "high", "modifier", "unit", "period_start", "period_end", "subject", "attribution", "stance")


def field_names(kind: str) -> tuple[str, ...]:
    """The fields of a kind in the order in which a curator sees them: the kind, its own content, then the common rest."""
    own = tuple(one.name for one in KINDS[kind].fields)
    if KINDS[kind].dated:
        return ("kind", *own, "modifier", "subject", "attribution", "stance")
    return ("kind", *_COMMON[:5], *own, *_COMMON[5:])


def choices(kind: str, name: str) -> tuple[str, ...]:
    """What a field may hold, where that is a list; a choice that may be empty has "" first."""
    fixed = {"kind": tuple(KINDS), "modifier": ("", *MODIFIERS), "stance": STANCES}
    own = {one.name: ("", *one.choices) for one in KINDS[kind].fields if one.type == "choice"}
    return fixed.get(name) or own.get(name, ())


def typed(reading: Mapping[str, Any], name: str) -> str:
    """A field as a curator would type it."""
    period = {f"period_{end}": day for end, day in (reading.get("period") or {}).items()}
    held = period.get(name, reading.get(name))
    return "; ".join(held) if isinstance(held, (list, tuple)) else str(held or "")


@dataclass(frozen=True, slots=True)
class Form:
    """The fields as they stand, which one the cursor is in, and what is wrong."""

    reading: Mapping[str, Any]
    values: Mapping[str, str]
    at: int = 0
    line: Line = field(default_factory=Line)
    wrong: str = ""

    @classmethod
    def of(cls, reading: Mapping[str, Any], name: str = "value") -> "Form":
        names = field_names(reading["kind"])
        values = {one: typed(reading, one) for one in names}
        return cls(reading, values).go(names.index(name) if name in names else 1)

    @property
    def kind(self) -> str:
        return self.values["kind"]

    @property
    def names(self) -> tuple[str, ...]:
        return field_names(self.kind)

    @property
    def name(self) -> str:
        return self.names[self.at]

    def changes(self) -> dict[str, str]:
        """The fields that no longer say what the claim says."""
        return {name: value for name, value in self.values.items() if value != typed(self.reading, name)}

    def go(self, at: int) -> "Form":
        """The cursor in another field, round at both ends."""
        at %= len(self.names)
        return replace(self, at=at, line=Line.of(self.values.get(self.names[at], "")))

    def press(self, key: str, text: str, core: tuple[int, int]) -> "Form":
        """The form after a key, with what is wrong in it now."""
        step = {"up": -1, "shift+tab": -1, "down": 1, "tab": 1}.get(key)
        if step is not None:
            return self.go(self.at + step)
        allowed = choices(self.kind, self.name)
        line = _chosen(self.line, key, allowed) if allowed else self.line.press(key)
        if line == self.line:
            return self
        return self._with(line).checked(text, core)

    def fill(self, changes: Mapping[str, str], text: str, core: tuple[int, int]) -> "Form":
        """The form with several fields set at once, checked."""
        kind = changes.get("kind", self.kind)
        names = field_names(kind) if kind in KINDS else self.names
        values = {**{name: self.values.get(name, typed(self.reading, name)) for name in names}, **changes}
        return replace(self, values=values).checked(text, core)

    def _with(self, line: Line) -> "Form":
        values = {**self.values, self.name: line.text}
        kept = {name: values.get(name, typed(self.reading, name)) for name in field_names(values["kind"])}
        return replace(self, values=kept, line=line)

    def checked(self, text: str, core: tuple[int, int]) -> "Form":
        """The form with the fault of its changes, if any, in words."""
        changes = self.changes()
        try:
            if changes:
                corrected(self.reading, changes, text, core)
        except FactdbError as error:
            return replace(self, wrong=str(error))
        return replace(self, wrong="")


def _chosen(line: Line, key: str, allowed: tuple[str, ...]) -> Line:
    """The next or last choice, or the next one that begins with a letter."""
    at = allowed.index(line.text) if line.text in allowed else 0
    if key in ("right", "space", " "):
        return Line.of(allowed[(at + 1) % len(allowed)])
    if key == "left":
        return Line.of(allowed[at - 1])
    if key in ("backspace", "delete") and "" in allowed:
        return Line()
    order = (*allowed[at + 1 :], *allowed[: at + 1])
    return Line.of(next((one for one in order if len(key) == 1 and one.startswith(key)), line.text))
