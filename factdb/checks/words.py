"""Base forms and weights of words, from the shipped lists only, so that what is found never depends on the order of adding."""

from functools import cache, partial

from factdb.lexicon import groups, pairs, word_set

_RAREST = 3
_COMMON = 15
_RARE = 0.55


@cache
def bases() -> dict[str, str]:
    """Inflected form to base form: "killed" to "kill", "ferries" to "ferry"."""
    return {word: readings.partition(":")[2].partition(" ")[0] for word, readings in pairs("generated/words.csv") if ":" in readings}


@cache
def grades() -> dict[str, int]:
    return {word: int(grade) for word, grade in pairs("generated/frequencies.csv")}


def base(low: str) -> str:
    """The base form of a lower-cased word, itself where none is known."""
    return bases().get(low, low)


@cache
def weight(word: str) -> float:
    """How much a shared word says: 0 for the commonest, 1 for a word that the frequency list does not hold."""
    grade = grades().get(word, _RAREST)
    return max(0.0, (_COMMON - 3 - grade) / (_COMMON - 3 - _RAREST))


def rarity(word: str) -> int:
    """How rare a word is in whole grades: 0 for the commonest, 9 for a word that the frequency list does not hold."""
    return max(0, _COMMON - 3 - grades().get(word, _RAREST))


def rare(word: str) -> bool:
    """Whether a word is rare enough to tie two articles to one story."""
    return weight(word) >= _RARE


def unlisted(word: str) -> bool:
    """Whether a word is so rare that the list of frequencies does not hold it: mostly a name."""
    return word not in grades()


class Squares(dict[str, int]):
    """The square of the rarity of each word that says something; 0 for signs, figures and the commonest. A memo that fills as words are met."""

    def __missing__(self, word: str) -> int:
        self[word] = said = rarity(word) ** 2 if word.isalpha() else 0
        return said


@cache
def squares() -> Squares:
    return Squares()


@cache
def outcomes() -> dict[str, str]:
    """Base form to the outcome that it tells."""
    return {word: outcome for outcome, words in groups("checks.toml")["outcome"].items() for word in words}


rest = partial(word_set, "checks.toml", "rest", "words")
market = partial(word_set, "checks.toml", "market", "words")
revisions = partial(word_set, "checks.toml", "revision", "words")
# Base forms of what happens and harms.
incidents = partial(word_set, "happenings.toml", "noun", "incident")
peaceful = partial(word_set, "checks.toml", "peaceful", "words")
trapped = partial(word_set, "checks.toml", "trapped", "words")
numbering = partial(word_set, "checks.toml", "several", "words")
journeys = partial(word_set, "meetings.toml", "travel")
running = partial(word_set, "checks.toml", "running", "words")
unfinished = partial(word_set, "checks.toml", "partial", "words")
labels = partial(word_set, "nouns.toml", "label")


@cache
def harms() -> frozenset[str]:
    """Base forms of what happens and harms people."""
    return incidents() - peaceful()


@cache
def sayings() -> frozenset[str]:
    """Verbs of those who tell, as news writes them."""
    return word_set("speech.toml", "verb") | word_set("speech.toml", "report")
