"""Which language a text is in, near enough to mark what is not English."""

import re
from collections import Counter
from functools import cache

from factdb.lexicon import groups

_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE = 20_000
_FEW_WORDS = 8
_ENGLISH_SHARE = 0.08
# Names of Unicode blocks' ranges would need a table; the script of a letter is told by its code point.


@cache
def _function_words() -> tuple[tuple[str, frozenset[str]], ...]:
    return tuple((code, frozenset(words)) for code, words in groups("languages.toml")["function_words"].items())


@cache
def _scripts() -> tuple[tuple[str, int, int], ...]:
    return tuple((code, int(low, 16), int(high, 16)) for code, ranges in groups("languages.toml")["scripts"].items() for low, high in ranges)


def language_of(text: str) -> str | None:
    """An ISO 639-1 code, "und" for a language that cannot be told but is not English, None where there are too few words.

    A language is told by its commonest function words, or by its script where that is not Latin.
    """
    words = [word.lower() for word in _WORD.findall(text[:_SAMPLE])]
    if (code := _by_script("".join(words))) is not None:
        return code
    if len(words) < _FEW_WORDS:
        return None
    counts = Counter(words)
    scores = {code: sum(counts[word] for word in common) for code, common in _function_words()}
    best = max(scores, key=lambda code: scores[code])
    if scores["en"] >= scores[best] or scores["en"] >= 2 * _ENGLISH_SHARE * len(words):
        best = "en"
    return best if scores[best] >= _ENGLISH_SHARE * len(words) else "und"


def _by_script(letters: str) -> str | None:
    """The language of a script other than Latin that most letters are in."""
    counts: Counter[str] = Counter()
    for letter, times in Counter(letters).items():
        if letter > "\u024f":
            counts.update({code: times for code, low, high in _scripts() if low <= ord(letter) <= high})
    code, times = counts.most_common(1)[0] if counts else ("", 0)
    return code if times * 3 > len(letters) else None
