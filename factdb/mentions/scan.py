"""The state of one reading: the tokens of an article, its date, and what the passes have found so far."""

from datetime import date, datetime

from factdb.mentions.mention import Number, Quantity, Timex
from factdb.text.tokens import Tokens


class Scan:
    """Passes read it and add to it, in the order that `find` lists them.

    `numbers` maps the first token of each number to the number, `number_ends` the token behind it; both in text order.
    """

    __slots__ = ("number_ends", "numbers", "published_on", "quantities", "timexes", "title", "tokens")

    def __init__(self, tokens: Tokens, published_on: date | datetime | None = None, title: str | None = None) -> None:
        self.tokens = tokens
        self.published_on = published_on
        self.title = title
        self.numbers: dict[int, Number] = {}
        self.number_ends: dict[int, Number] = {}
        self.quantities: list[Quantity] = []
        self.timexes: list[Timex] = []

    def add_number(self, number: Number) -> None:
        self.numbers[number.first] = number
        self.number_ends[number.last] = number
