"""A rule: what wakes it, what it makes of the tokens there, and how it speaks to a curator.

The rules of a file end in one tuple `RULES`. Each has at least two examples that it takes and one near-miss that it
must not; one test runs them all. Dispatch is by word class: a rule is tried only at tokens that carry one of the
classes in `on`, so a thousand rules cost no more than the few whose words stand in the text.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from factdb.mentions.mention import Mention
from factdb.mentions.scan import Scan

M = TypeVar("M", bound=Mention)


@dataclass(frozen=True, slots=True)
class Rule(Generic[M]):
    """`match(scan, at)` looks at token `at` and its neighbours and returns a mention or None; it never raises.

    `name` is `<file>.<what_it_sees>`, `says` one sentence for the curator. `takes` are pairs of a text and what the rule
    makes of it, written as the test prints mentions; `refuses` are texts in which it must find nothing. `behind`, where
    given, are the words of which one must follow for the rule to wake.
    """

    name: str
    says: str
    on: int
    match: Callable[[Scan, int], M | None]
    takes: tuple[tuple[str, str], ...]
    refuses: tuple[str, ...]
    behind: frozenset[str] = frozenset()


class Dispatch(dict[tuple[int, str], tuple[Rule[M], ...]]):
    """The rules of a pass by word class and by the word that follows."""

    def __init__(self, rules: Sequence[Rule[M]]) -> None:
        super().__init__()
        self._rules = tuple(rules)
        self._behind = frozenset[str]().union(*(rule.behind for rule in self._rules))
        self.mask = 0
        for rule in self._rules:
            self.mask |= rule.on

    def woken(self, bits: int, behind: str = "") -> tuple[Rule[M], ...]:
        """Those that wake on a token of these classes with that lower-cased word behind it, in order."""
        return self[bits, behind if behind in self._behind else ""]

    def __missing__(self, key: tuple[int, str]) -> tuple[Rule[M], ...]:
        bits, behind = key
        found = self[key] = tuple(rule for rule in self._rules if rule.on & bits and (not rule.behind or behind in rule.behind))
        return found
