"""What a key asks of the database, as values: the state says what is wanted, the desk does it and says what came of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from factdb.review.view import Hit, Missed, Shown


@dataclass(frozen=True, slots=True)
class Decide:
    """Verify, reject, unsure, flag or note the claim on screen."""

    what: str
    reason: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Correct:
    """Set fields of the claim on screen to what was typed."""

    changes: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Read:
    """Read marked words of the article, code points `start` to `end`, as the extractor would."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Add:
    """Add the claim that was read from marked words, with the fields that the curator changed."""

    start: int
    end: int
    changes: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Search:
    words: str


@dataclass(frozen=True, slots=True)
class Jump:
    """Go to the claim of an id or of a unique beginning of one."""

    prefix: str


@dataclass(frozen=True, slots=True)
class Simple:
    """What needs no more than its name: next, undo, redo, skip, next_article, reviewed, keep (the lease), look (what others say by now) or quit."""

    name: str


Effect = Decide | Correct | Read | Add | Search | Jump | Simple


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of an effect: the claim to show now (None: the queue is empty), what to say, how far the queue is, and what goes on beside."""

    shown: Shown | None
    said: str = ""
    bad: bool = False
    done: int = 0
    left: int = 0
    rest: float | None = None
    hits: tuple[Hit, ...] = ()
    missed: Missed | None = None
    doing: str = ""
