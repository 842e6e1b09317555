"""The state of one reading: the tokens of an article, its date, and what the passes have found so far."""

from bisect import bisect_left
from collections.abc import Iterator
from datetime import date, datetime

from factdb.mentions.mention import Number, Quantity, Timex
from factdb.text.tokens import Tokens

_COUNTED = frozenset(("relative_dates.counted", "relative_dates.from_event"))


class Scan:
    """Passes read it and add to it, in the order that `find` lists them.

    `numbers` maps the first token of each number to the number, `number_ends` the token behind it; both in text order.
    `taken` maps the first token of a number to the quantity that was made of it: `free` gives the numbers that are left.
    `day_first` is whether the article writes the day before the month in slashed dates, None where nothing tells.
    `crowds` are the spans of tokens, in order, whose figures are too dense for prose: their numbers are not free.
    `told_on` is the day that the text counts from behind a dateline, None before one.
    `labelled` are the first tokens of the numbers that name something, as the pass of counts finds them.
    """

    __slots__ = (
        "_countable",
        "crowds",
        "day_first",
        "labelled",
        "number_ends",
        "numbers",
        "published_on",
        "publisher",
        "quantities",
        "taken",
        "timexes",
        "title",
        "tokens",
        "told_on",
    )

    def __init__(self, tokens: Tokens, published_on: date | datetime | None = None, title: str | None = None, publisher: str | None = None) -> None:
        self.tokens = tokens
        self.published_on = published_on
        self.title = title
        self.publisher = publisher
        self.numbers: dict[int, Number] = {}
        self.number_ends: dict[int, Number] = {}
        self.labelled: set[int] = set()
        self.quantities: list[Quantity] = []
        self.taken: dict[int, Quantity] = {}
        self.timexes: list[Timex] = []
        self._countable: list[Number] | None = None
        self.crowds: list[tuple[int, int]] = []
        self.day_first: bool | None = None
        self.told_on: date | None = None

    def add_number(self, number: Number) -> None:
        self.numbers[number.first] = number
        self.number_ends[number.last] = number

    def add_quantity(self, number: Number, quantity: Quantity) -> None:
        """Keep a quantity and mark its number as used. The pass that adds sorts `quantities` when it is done."""
        self.taken[number.first] = quantity
        self.quantities.append(quantity)

    def sort(self) -> None:
        """Bring the quantities into text order; cheap, since they come as a few sorted runs."""
        self.quantities.sort(key=lambda q: q.first)

    def free(self) -> Iterator[Number]:
        """The numbers that are in no date, time or set expression and that no pass has made a quantity of.

        "Two years ago" is a date, but its number counts years all the same.
        """
        if self._countable is None:
            self._countable = self._undated()
        taken = self.taken
        for number in self._countable:
            if number.first not in taken:
                yield number

    def _undated(self) -> list[Number]:
        """The numbers outside dates and crowds; asked for once, behind the passes that find those."""
        dated = {at for t in self.timexes if t.type != "DURATION" and t.rule not in _COUNTED for at in range(t.first, t.last)}
        return [self.numbers[at] for at in self.prose(list(self.numbers)) if at not in dated]

    def prose(self, places: list[int]) -> list[int]:
        """Those of some tokens, in order, that stand in none of the crowds."""
        kept: list[int] = []
        begin = 0
        for first, last in self.crowds:
            kept += places[begin : bisect_left(places, first)]
            begin = bisect_left(places, last)
        return kept + places[begin:]
