"""A line of text being typed, as values: what a key does to it, without a screen."""

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Line:
    """Text and the place of the cursor in it, in code points from 0 to the text's length."""

    text: str = ""
    at: int = 0

    @classmethod
    def of(cls, text: str) -> "Line":
        """A line with the cursor behind its text."""
        return cls(text, len(text))

    def press(self, key: str) -> "Line":
        """The line after a key: one printable character is put in, others move or delete; keys that mean nothing change nothing."""
        if len(key) == 1 and key.isprintable():
            return Line(self.text[: self.at] + key + self.text[self.at :], self.at + 1)
        step = _MOVES.get(key)
        if step is not None:
            return replace(self, at=min(max(0, self.at + step), len(self.text)))
        if key == "backspace" and self.at:
            return Line(self.text[: self.at - 1] + self.text[self.at :], self.at - 1)
        if key == "delete":
            return replace(self, text=self.text[: self.at] + self.text[self.at + 1 :])
        return Line() if key == "ctrl+u" else self


_FAR = 1 << 40
_MOVES = {"left": -1, "right": 1, "home": -_FAR, "end": _FAR}
