"""Ages against years of birth."""

import re
from collections.abc import Iterator

from factdb.checks.finding import FAILS, HOLDS, Finding
from factdb.checks.inside.page import Page

_BORN = re.compile(r"\bborn (?:\w+ ){0,4}?(?:on|in) (?:[^.,;]{0,20}?)((?:18|19|20)\d\d)\b")
_AGE = re.compile(r"\b(?:aged?|is|turned|now) (\d{1,3})(?=[,.;)]| years? old\b| and\b)|,\s(\d{2}),|\b(\d{1,3})[- ]years?[- ]old\b")
_YEAR = re.compile(r"\b(?:1[6-9]|20)\d\d\b")
_DEAD = re.compile(r"\b(?:died|dead|death|killed|was|were|when|at the age|then)\b", re.IGNORECASE)


def ages(page: Page) -> Iterator[Finding]:
    """One age and one year of birth in one sentence, of one who lives: the age follows from the year of publication, give or take a birthday."""
    if page.year is None:
        return
    for born in _BORN.finditer(page.text):
        sentence = page.sentence(born.start())
        begin, words = page.begin(sentence), page.words(sentence)
        stated = list(_AGE.finditer(words))
        if len(stated) != 1 or len(_YEAR.findall(words)) != 1 or _DEAD.search(words.replace("was born", "")):
            continue
        age = int(next(group for group in stated[0].groups() if group))
        passed = page.year - int(born[1])
        cause = f"born in {born[1]} is {passed - 1} or {passed} years old in {page.year}, stated as {age}"
        places = (page.place(begin + stated[0].start(), begin + stated[0].end()), page.place(*born.span(1)))
        yield Finding("age", HOLDS if age in (passed - 1, passed) else FAILS, "warning", cause, places)
