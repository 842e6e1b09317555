"""How fast decisions come, for an estimate of the rest."""

from datetime import datetime
from statistics import median

_LATEST = 50
_PAUSE = 300.0  # seconds; a longer gap was a break


class Pace:
    """Counts decisions and remembers the gaps between the latest ones."""

    def __init__(self) -> None:
        self.done = 0
        self._last: datetime | None = None
        self._gaps: list[float] = []

    def tick(self, now: datetime) -> None:
        """One more decision."""
        gap = None if self._last is None else (now - self._last).total_seconds()
        if gap is not None and 0 <= gap < _PAUSE:
            self._gaps = [*self._gaps[1 - _LATEST :], gap]
        self._last = now
        self.done += 1

    def rest(self, left: int) -> float | None:
        """Seconds until so many more are done; None before there is anything to go by."""
        return median(self._gaps) * left if self._gaps else None
