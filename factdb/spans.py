"""Half-open spans of a text, counted in Unicode code points."""

from typing import NamedTuple


class Span(NamedTuple):
    """`text[start:end]`, with 0 <= start <= end <= len(text)."""

    start: int
    end: int

    def quote(self, text: str) -> str:
        return text[self.start : self.end]

    def overlap(self, other: "Span") -> int:
        """How many code points the two share; zero when they only touch or lie apart."""
        return max(0, min(self.end, other.end) - max(self.start, other.start))

    def contains(self, other: "Span") -> bool:
        return self.start <= other.start and other.end <= self.end
