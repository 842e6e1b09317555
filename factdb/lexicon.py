"""The word lists in `lexicons/`: loaded, validated, and given to the tokeniser as word classes.

Words are data, decisions are code. A list stands in a TOML file (groups of plain words) or in a CSV file (a header,
one row an entry); what was made from another package stands under `lexicons/generated/` and is never edited by hand.
A malformed list raises a LexiconError that names file and line.

A *word class* is one bit. A token carries the bits of all classes that its lower-cased form belongs to, so that a rule
can ask "is this a month?" with one `&`, and the scan can pass over tokens in which no rule is interested.
"""

import csv
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import islice
from pathlib import Path
from typing import Any, Generic, TypeVar

from factdb.errors import LexiconError

T = TypeVar("T")

# As the tokeniser cuts: a run of letters, or one other sign.
_FIRST_WORD = re.compile(r"[^\W0-9]+|\S")
_FOLDER = Path(__file__).with_name("lexicons")

# Classes that the form of a token gives.
DIGITS, STOP, PARAGRAPH = (1 << n for n in range(3))
# Classes that word lists give, each with its file and group below.
(
    CARDINAL,
    SCALE,
    ORDINAL,
    FRACTION,
    VAGUE,
    MONTH,
    WEEKDAY,
    TIME_UNIT,
    NUMBER_SIGN,
    MULTIPLE,
    CURRENCY,
    PERCENT,
    UNIT,
    TIMES,
    AGE,
    LINK,
    DEICTIC,
    DAYTIME,
    SEASON,
    REPEATED,
    CUT,
    WHERE,
    DECADE,
    HOLIDAY,
    PART,
) = (1 << n for n in range(3, 28))

WORD_LISTS: tuple[tuple[int, str, str], ...] = (
    (CARDINAL, "numbers.toml", "cardinal"),
    (SCALE, "numbers.toml", "scale"),
    (ORDINAL, "numbers.toml", "ordinal"),
    (FRACTION, "numbers.toml", "fraction"),
    (VAGUE, "numbers.toml", "vague"),
    (MONTH, "calendar.toml", "month"),
    (WEEKDAY, "calendar.toml", "weekday"),
    (TIME_UNIT, "calendar.toml", "unit"),
    (TIME_UNIT, "calendar.toml", "short_unit"),
    (DEICTIC, "calendar.toml", "deictic"),
    (DAYTIME, "calendar.toml", "daytime"),
    (SEASON, "calendar.toml", "season"),
    (REPEATED, "calendar.toml", "repeated"),
    (REPEATED, "calendar.toml", "lasting"),
    (DECADE, "calendar.toml", "decade"),
    (HOLIDAY, "calendar.toml", "holiday_end"),
    (PART, "calendar.toml", "part"),
    (NUMBER_SIGN, "numbers.toml", "sign"),
    (MULTIPLE, "numbers.toml", "multiple"),
    (CURRENCY, "money.toml", "sign"),
    (CURRENCY, "money.toml", "before"),
    (CURRENCY, "money.toml", "capital"),
    (CURRENCY, "money.toml", "name"),
    (CURRENCY, "money.toml", "shared"),
    (CURRENCY, "money.toml", "cent"),
    (CURRENCY, "money.toml", "thousand"),
    (CURRENCY, "money.toml", "million"),
    (PERCENT, "numbers.toml", "percent"),
    (UNIT, "unit_names.toml", "name"),
    (UNIT, "unit_names.toml", "short"),
    (UNIT, "unit_names.toml", "letter"),
    (TIMES, "numbers.toml", "times"),
    (AGE, "numbers.toml", "age"),
    (LINK, "numbers.toml", "share_link"),
    (CUT, "grammar.toml", "clause_opener"),
    (CUT, "grammar.toml", "clause_sign"),
    (WHERE, "places.toml", "preposition"),
    (WHERE, "places.toml", "onto"),
)

# Columns of made lists whose words are classed too; spellings in one cell are split by |.
COLUMNS: tuple[tuple[int, str, tuple[str, ...]], ...] = (
    (CURRENCY, "generated/currencies.csv", ("code", "name", "one", "many", "also")),
    (UNIT, "generated/units.csv", ("names", "symbols")),
)


def _source(name: str) -> str:
    try:
        return (_FOLDER / name).read_text(encoding="utf-8")
    except FileNotFoundError:
        raise LexiconError("no such word list", where=f"lexicons/{name}", next_step="Install factdb again") from None


@cache
def groups(name: str) -> Mapping[str, Any]:
    """The groups of a TOML list: words, or words with what they stand for."""
    try:
        return tomllib.loads(_source(name))
    except tomllib.TOMLDecodeError as error:
        raise LexiconError(str(error), where=f"lexicons/{name}", next_step="Mend the line") from None


@cache
def rows(name: str) -> tuple[Mapping[str, str], ...]:
    """The rows of a CSV list by column name."""
    header, *table = _cells(name)
    return tuple(dict(zip(header, cells, strict=True)) for cells in table)


def pairs(name: str) -> Iterator[tuple[str, str]]:
    """The rows of a long CSV list of two columns."""
    return ((one, two) for one, two in islice(_cells(name), 1, None))


def _cells(name: str) -> Iterator[list[str]]:
    """The header of a CSV list, then its rows. Every row has as many cells as the header; lines with # in front are notes."""
    lines = [(n, line) for n, line in enumerate(_source(name).splitlines(), 1) if line and not line.startswith("#")]
    reader = csv.reader(line for _, line in lines)
    header = next(reader, [])
    yield header
    for (number, _), cells in zip(lines[1:], reader, strict=True):
        if len(cells) != len(header):
            raise LexiconError(
                f"{len(cells)} cells where the header has {len(header)}",
                where=f"lexicons/{name}, line {number}",
                next_step="Give the row one cell for each column",
            )
        yield cells


def words(name: str, group: str, part: str | None = None) -> tuple[str, ...]:
    """The words of one group of a TOML list, or of one part of a group that has several, in the order of the file."""
    try:
        return tuple(groups(name)[group] if part is None else groups(name)[group][part])
    except KeyError as error:
        raise LexiconError(f"no group [{error.args[0]}]", where=f"lexicons/{name}", next_step="Add the group") from None


@cache
def word_set(name: str, group: str, part: str | None = None) -> frozenset[str]:
    """The words of one group of a TOML list, or of one part of it, to look one up in."""
    return frozenset(words(name, group, part))


@cache
def meanings(name: str, group: str) -> Mapping[str, str]:
    """The words of one group of a TOML list, each with the one that it stands for: verbs with their nouns."""
    return {str(word): str(meant) for word, meant in groups(name)[group].items()}


@cache
def verb_forms(name: str, group: str) -> frozenset[str]:
    """Every form of the verbs of a group, which lists their bases, by the word table."""
    bases = word_set(name, group)
    return bases | {word for word, _, base in inflected_verbs() if base in bases}


def inflected_verbs() -> Iterator[tuple[str, str, str]]:
    """Each form of a verb that is not its plain form, with its tag (VD past, VN participle, VG -ing, VZ third person) and its plain form."""
    for row in rows("generated/words.csv"):
        for reading in row["readings"].split():
            tag, _, base = reading.partition(":")
            if base and tag[0] == "V":
                yield row["word"], tag, base


@cache
def word_classes() -> Mapping[str, int]:
    """Lower-cased word to the bits of its classes. Of a phrase the first word is classed."""
    table: dict[str, int] = {}
    for bit, name, group in WORD_LISTS:
        _class(table, bit, words(name, group))
    for bit, name, columns in COLUMNS:
        _class(table, bit, (phrase for row in rows(name) for column in columns for phrase in row[column].split("|")))
    _class(table, UNIT, (sign for each in groups("senses.toml")["sense"] for sign in each["means"]))
    return table


def _class(table: dict[str, int], bit: int, phrases: Iterable[str]) -> None:
    for phrase in phrases:
        found = _FIRST_WORD.match(phrase.lower())
        if found:
            table[found.group()] = table.get(found.group(), 0) | bit


class Phrases(Generic[T]):
    """Entries of one or more words, found by the longest match from a token on.

    >>> units = Phrases({("square", "metre"): "m2", ("metre",): "m"})
    >>> units.longest(["a", "square", "metre"], 1)
    (3, 'm2')
    """

    def __init__(self, entries: Mapping[tuple[str, ...], T]) -> None:
        self._entries = dict(entries)
        lengths: dict[str, set[int]] = {}
        for phrase in entries:
            lengths.setdefault(phrase[0], set()).add(len(phrase))
        self._lengths = {first: sorted(found, reverse=True) for first, found in lengths.items()}

    @classmethod
    def of(cls, entries: Iterable[tuple[str, T]]) -> "Phrases[T]":
        """From phrases written with spaces between the tokens: "per cent", "u . s ."."""
        return cls({tuple(phrase.lower().split()): entry for phrase, entry in entries})

    def longest(self, low: Sequence[str], at: int) -> tuple[int, T] | None:
        """The token behind the longest phrase that starts at a token, and its entry."""
        for length in self._lengths.get(low[at], ()):
            phrase = tuple(low[at : at + length])
            if phrase in self._entries:
                return at + len(phrase), self._entries[phrase]
        return None

    def firsts(self) -> Iterable[str]:
        return self._lengths.keys()
