"""What every adapter is given: where the gold stands, which part of it counts, the scorers, and where predictions are kept."""

import hashlib
import importlib.util
import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

from factdb import Extraction, extract

Item = dict[str, Any]
PARTS = ("tune", "held", "all")


class Row(NamedTuple):
    """One line of the table: the set, what was measured, the score from 0 to 100, and how many cases it rests on."""

    set: str
    measure: str
    score: float
    cases: int


@dataclass(frozen=True)
class Job:
    """One run over the data sets in `data`; `errors` is how many disagreements are printed for each set."""

    data: Path
    scorers: Path
    part: str = "all"
    keep: Path | None = None
    errors: int = 0
    gold_spans: bool = False

    def has(self, name: str) -> bool:
        return (self.data / name).exists()

    def chosen(self, items: Iterable[Item], key: Callable[[Item], str]) -> list[Item]:
        """The items of the part asked for; the held third is never read, only counted."""
        return [item for item in items if self.part == "all" or (self.part == "held") == is_held(key(item))]

    def json(self, name: str) -> Any:
        return json.loads((self.data / name).read_text(encoding="utf-8-sig"))

    def lines(self, name: str) -> list[Item]:
        return [json.loads(line) for line in (self.data / name).read_text(encoding="utf-8-sig").splitlines() if line.strip()]

    def save(self, name: str, items: Iterable[Item] | Item) -> None:
        """Leave a prediction file as its scorer reads it, named as its gold file with `.pred` added."""
        if self.keep is None:
            return
        self.keep.mkdir(parents=True, exist_ok=True)
        rows = [items] if isinstance(items, dict) else items
        text = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
        (self.keep / f"{name}.pred").write_text(text, encoding="utf-8")

    def scorer(self, name: str) -> Any:
        """The module of a scorer, read from its file as it stands."""
        return _module(self.scorers / f"{name}.py")


def is_held(key: str) -> bool:
    return int(hashlib.sha256(key.encode()).hexdigest()[:8], 16) % 3 == 0


def read(text: str, published_on: str | None = None, title: str | None = None) -> Extraction:
    """The extraction of a text whose date is given as ISO 8601, with or without a time."""
    return extract(text, day(published_on), title)


def day(iso: str | None) -> date | datetime | None:
    if not iso:
        return None
    return datetime.fromisoformat(iso) if "T" in iso else date.fromisoformat(iso)


def ratio(hits: float, predicted: float, gold: float) -> float:
    """F1 in percent."""
    return 200 * hits / (predicted + gold) if predicted + gold else 0.0


def _module(path: Path) -> ModuleType:
    import sys

    sys.dont_write_bytecode = True
    if str(path.parent) not in sys.path:
        sys.path.insert(0, str(path.parent))  # the scorers import each other
    spec = importlib.util.spec_from_file_location(path.stem, path)
    if spec is None or spec.loader is None:
        raise FileNotFoundError(path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
