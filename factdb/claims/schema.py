"""The eleven kinds of claim and their fields: the one table that extraction, storage, correction and export share.

What each kind and field means is set by the guidelines of the project's gold data; here stand names, types and the
choices a field allows.
"""

from dataclasses import dataclass
from types import MappingProxyType

MODIFIERS = ("exact", "about", "over", "under", "at_least", "at_most", "nearly", "between", "vague")
PRECISIONS = ("day", "week", "month", "quarter", "year", "decade", "century")
STANCES = ("asserted", "denied", "planned", "forecast", "hypothetical")
REASONS = (
    *("not_a_claim", "wrong_value", "wrong_unit", "wrong_kind", "wrong_subject", "wrong_date", "duplicate"),
    *("wrong_span", "wrong_party", "source_error", "other"),
)
"""What may be wrong with a reading, the commonest first."""


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a kind. `type` is `text`, `choice`, `texts` (a list of text) or `date` (ISO 8601)."""

    name: str
    type: str = "text"
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of claim, the table that holds it, and the fields it has beyond the common ones."""

    name: str
    table: str
    fields: tuple[Field, ...]

    @property
    def dated(self) -> bool:
        """Whether the claim's content is a date and not a number."""
        return any(field.name == "date_start" for field in self.fields)


_DATE = (Field("date_start", "date"), Field("date_end", "date"), Field("precision", "choice", PRECISIONS))

_ALL = (
    Kind(
        "trade_figure",
        "trade_figure",
        (Field("flow", "choice", ("trade", "export", "import", "balance", "investment")), Field("reporter"), Field("partner")),
    ),
    Kind("money_amount", "money_amount", (Field("role"),)),
    Kind(
        "casualty_count",
        "casualty_count",
        (Field("outcome", "choice", ("killed", "injured", "missing", "displaced", "detained", "affected")), Field("victims"), Field("place")),
    ),
    Kind("count", "item_count", (Field("item"),)),
    Kind("share", "share", (Field("part"), Field("whole"))),
    Kind("change", "change", (Field("direction", "choice", ("up", "down")), Field("of"))),
    Kind("measurement", "measurement", (Field("of"),)),
    Kind("duration", "duration", (Field("of"),)),
    Kind("rank", "rank", (Field("of"),)),
    Kind("meeting_date", "meeting_date", (*_DATE, Field("event"), Field("participants", "texts"), Field("place"))),
    Kind("event_date", "event_date", (*_DATE, Field("event"), Field("place"))),
)

KINDS = MappingProxyType({kind.name: kind for kind in _ALL})
