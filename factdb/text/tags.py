"""The one part of speech that each word has where it stands, chosen by its readings and its neighbours.

A sentence becomes a string with one letter for each token, so that phrases and clauses can be read off it:

    D determiner, possessive    A adjective, participle before a noun    N noun    S plural    P name
    F figure, sign of money or percent    Y month, weekday, length of time    R adverb    H pronoun
    V verb of a clause (behind its auxiliary, if any)    X modal, "do"    Z "be"    K "have"
    T B "to" and its verb    G -ing form    E participle without auxiliary    O "of"    I other preposition
    C "and", "or"    Q "who", "which"    W other conjunction    - inside a compound    ' possessive    , ; ( ) .

No list of words says which reading holds: "plans" is a verb in "the firm plans to close" and a noun in "the firm's
plans". Where the neighbours leave it open, a clause takes a verb if it has none, and gives one up if it has two.

>>> tags(Tokens("The firm plans to cut prices by 7 percent."), 0)
(0, 'DNVTBSIFF.')
"""

import re
from bisect import bisect_left
from functools import lru_cache

from factdb.text import parts
from factdb.text.forms import BE, CLOSED, CUT, END, FIGURE, HYPHEN, JOINING, NAME, NOMINAL, OF, OLD, OPEN, SAYS, THAT, TO, VERBAL, learn
from factdb.text.tokens import Tokens, Word

_PREMODIFYING = NOMINAL | parts.ADJECTIVE | NAME
# What follows a verb more often than a noun.
_DIRECT = FIGURE | parts.DETERMINER | TO | parts.PRONOUN | THAT
_PLAIN = parts.DETERMINER | parts.PRONOUN
_OBJECT = _DIRECT | parts.PREPOSITION | parts.ADVERB | parts.FILLER

_MARKS = re.compile("[-;]")
_HEDGED = re.compile(r"\?(?=[IRAW]..?F|[IRAW]F)")
_HEDGES = frozenset(("about", "around", "nearly", "almost", "roughly", "approximately", "up", "more", "less", "fewer", "at"))
_BOUNDS = frozenset(("to", "than", "least", "most"))
_OBJECTS = frozenset("DSNAPFH")
_PASSED = frozenset("R-")
_OWNING = frozenset("D'")


# What bounds the stretches that have a verb of their own, the letters of one, and what opens another clause inside a stretch.
_BOUND = re.compile("[;WQ.(),V]|C(?=R?V)")
_SUBJECT = "DANSPFY'-H"
_FINITE = re.compile("[VXZK]")
_COUNTED = re.compile("F(?!-[NPA])[NPA-]*$")
_NEW_CLAUSE = re.compile("[,CTHG]")


def tags(tokens: Tokens, at: int) -> tuple[int, str]:
    """The sentence of token `at`: its first token, and the letters of its tokens. Read once for each sentence."""
    first, letters = tokens.tagged
    if not first <= at < first + len(letters):
        first, last = tokens.sentence_of(at)
        known = tokens.tags.get(first)
        if known is None:
            known = tokens.tags[first] = _read(tokens.words[first:last])
        tokens.tagged = first, known
    return tokens.tagged


def tag_of(tokens: Tokens, at: int) -> str:
    """The letter of one token."""
    first, letters = tags(tokens, at)
    return letters[at - first]


def tags_between(tokens: Tokens, first: int, last: int) -> str:
    """The letters of some tokens (half-open) of one sentence."""
    begin, letters = tags(tokens, first)
    return letters[first - begin : last - begin]


def _read(words: list[Word]) -> str:
    """One letter for each word: what stands fast first, then the others from left to right; then each clause is given its verb."""
    letters = [word.letter or learn(word) for word in words]
    forms = [word.form for word in words]
    sure = "".join(letters)
    if "-" in sure or ";" in sure:
        for found in _MARKS.finditer(sure):
            _heed_mark(words, forms, letters, found.start())
        sure = "".join(letters)
    if "PF" in sure:
        sure = _with_models(words, letters, sure)
    if letters[0] == "P":
        sure = "?" + sure[1:]
    doubtful: list[int] = []
    for hedged in _HEDGED.finditer(sure):
        at = hedged.end()
        if words[at].low in _HEDGES and (sure[at + 1] == "F" or words[at + 1].low in _BOUNDS):
            forms[at] = FIGURE  # "the drug costs about 7 euros", "the trip lasts up to 9 days"
    forms.append(END)
    at = sure.find("?")
    while at >= 0:
        before, last = letters[at - 2 : at] if at > 1 else ("R", "R")
        if last == "R" or before in _PASSED:
            before, last = _two_before(letters, at)
        letter = _choose(forms[at], before, last, forms[at + 1])
        if letter > "Z":
            doubtful.append(at)
            letter = letter.upper()
        letters[at] = letter
        at = sure.find("?", at + 1)
    return _settled(letters, forms, doubtful) if doubtful else "".join(letters)


def _with_models(words: list[Word], letters: list[str], sure: str) -> str:
    """Take figures glued to a name for a part of it: "the V6", "an A320"."""
    at = sure.find("PF")
    while at >= 0:
        if not words[at].space and words[at + 1].text.isdigit():
            letters[at + 1] = "P"
        at = sure.find("PF", at + 1)
    return "".join(letters)


def _two_before(letters: list[str], at: int) -> tuple[str, str]:
    """The two letters before a token, adverbs passed over."""
    at -= 1
    while at >= 0 and letters[at] == "R":
        at -= 1
    if at < 0:
        return "", "."
    last = letters[at]
    if at > 1 and letters[at - 1] == "-" and letters[at - 2] == "F" and last in "NY":
        return "-", "A"  # "a 2-litre", "a 9-year-old"
    at -= 1
    while at >= 0 and letters[at] == "R":
        at -= 1
    return (letters[at] if at >= 0 else "."), last


def _heed_mark(words: list[Word], forms: list[int], letters: list[str], at: int) -> None:
    """A hyphen between two words makes a compound of them ("coal-fired", "TA-35"), any other is a dash; a capital behind a dash or quote is no name."""
    if letters[at] == "-" and (not 0 < at < len(words) - 1 or words[at - 1].space or words[at].space):
        forms[at], letters[at] = CUT, ";"
    if letters[at] == ";":
        if at + 1 < len(words) and letters[at + 1] == "P":
            letters[at + 1] = "?"
    elif words[at - 1].text[0].isalpha() and letters[at] == "-":
        if letters[at - 1] != "Y":
            forms[at - 1], letters[at - 1] = HYPHEN | parts.NOUN, "-"
        if letters[at + 1] == "F":
            letters[at + 1] = "P"
        elif forms[at + 1] & CLOSED:
            letters[at + 1] = "N"  # "sell-off"


def _opening(form: int) -> int:
    """A capital at the beginning says nothing of a word that may be one of several kinds; a sentence of news begins with no order."""
    if form & parts.VERB and not form & NOMINAL:
        form |= parts.NOUN
    return form & ~NAME if form & (VERBAL | parts.ADJECTIVE | parts.ADVERB | parts.PLURAL | parts.GERUND) else form


@lru_cache(maxsize=65_536)
def _choose(form: int, before: str, last: str, following: int) -> str:
    """The letter of one word, from its readings, the two letters before it and the readings behind it.

    Small letters are guesses: `n` and `s` could be verbs, `v` could be a noun or a participle.
    """
    if form & BE:
        return "Z" if last == "H" or (last != "'" or following & (parts.PARTICIPLE | parts.GERUND | parts.DETERMINER)) else "'"
    if form & THAT:
        return "W" if last in "VNSPYGBEHAF,)" else "D"
    if form & TO:
        return "T" if following & parts.AUXILIARY or (following & parts.VERB and not following & (NAME | CLOSED)) else "I"
    if form & NAME and last in ".;":
        form = _opening(form)
        if form & OPEN == parts.ADVERB:
            return "R"
    if form & NAME:
        return "P"
    if last in _OPENERS:
        return _opener(form, before, last, following)
    return _PLACES.get(last, _behind_noun)(form, last, following)


def _noun(form: int, following: int, last: str = "") -> str:
    """A noun, or what stands before one."""
    if form & parts.ADJECTIVE and following & FIGURE and last in _OWNING:
        return "A"  # "their last seven games"
    moved = following & parts.PAST and (form & NOMINAL or not following & parts.PARTICIPLE)  # "copper rose", "the stock closed"
    if form & (parts.ADJECTIVE | parts.PARTICIPLE) and following & _PREMODIFYING and not following & CLOSED and not moved:
        return "A"
    return "S" if form & parts.PLURAL else "N"


def _nominal(form: int, last: str, following: int) -> str:
    """Where a noun is looked for: behind a determiner, adjective, preposition, figure or possessive."""
    before_noun = following & _PREMODIFYING and not following & CLOSED and (form & parts.ADJECTIVE or not following & parts.ADVERB)
    told = (form & parts.PAST and not before_noun) or (form & parts.VERB and following & _PLAIN)
    if last == "F" and told and not form & parts.PLURAL:
        return "V"  # "the Coral 300 rose 5 percent", "another 12 left", "40 percent want a new quay"
    if form & NOMINAL:
        doubt = last == "A" and form & (parts.THIRD | parts.PAST) and following & _DIRECT  # "the firm plans to"
        return _doubt(form) if doubt else _noun(form, following, last)
    if last == "F" and form & parts.THIRD:
        return "S"  # "six assists"
    if form & parts.ADJECTIVE:
        return "N" if form & OLD and last == "-" and not following & NOMINAL else "A"  # "a 9-year-old"
    if form & parts.GERUND:
        return "G" if last in "IOF" else "A" if following & _PREMODIFYING else "N"
    if form & parts.PARTICIPLE and (last not in "FI" or (following & _PREMODIFYING and not following & CLOSED)):
        return "A"
    return "V" if form & (parts.PAST | parts.THIRD) or last == "F" else "N" if form & parts.VERB else "E"


def _complement(form: int, last: str, following: int) -> str:
    """Behind an auxiliary: the verb of the clause, or what something is or has."""
    fits = {"X": parts.VERB, "K": parts.PARTICIPLE, "Z": parts.PARTICIPLE | parts.GERUND}[last]
    if form & fits and not (last == "Z" and form & parts.ADJECTIVE and following & NOMINAL):
        return "V"
    if last == "Z" and form & parts.ADJECTIVE:
        return "A"
    return _object(form, last, following)


def _object(form: int, _: str, following: int) -> str:
    """Behind a verb: its object, or a second verb ("began making", "helped build")."""
    if form & parts.GERUND:
        return "A" if following & NOMINAL and not following & CLOSED else "G"
    if form & NOMINAL:
        return _noun(form, following)
    if form & parts.ADJECTIVE:
        return "A"
    if form & parts.PARTICIPLE:
        return "A" if following & _PREMODIFYING and not following & CLOSED else "E"
    return "B" if form & parts.VERB else "V"


def _infinitive(form: int, last: str, following: int) -> str:
    return "B" if form & parts.VERB else _nominal(form, last, following)


def _behind_pronoun(form: int, last: str, following: int) -> str:
    if form & VERBAL:
        return "V"
    return "G" if form & parts.GERUND else "E" if form & parts.PARTICIPLE else _object(form, last, following)


def _behind_noun(form: int, last: str, following: int) -> str:
    """Behind a noun: the verb of the clause, a participle that belongs to the noun, or the next noun of a compound."""
    if form & SAYS:
        return "V"
    fitting = following & _OBJECT and not following & (OF | parts.OPENER)
    if form & parts.GERUND:
        return _compound_gerund(following) if last in "NPY" else "G"
    if form & parts.ADJECTIVE and last in "SY" and not fitting and not (form & parts.PAST and following & END):
        return "A"  # "7 miles long"
    if form & parts.PAST:
        if not form & (NOMINAL | parts.PARTICIPLE):
            return "V"
        return "v" if not form & NOMINAL or fitting else _doubt(form)
    if form & parts.THIRD:
        agrees = last != "S"
        return "V" if not form & NOMINAL else "v" if agrees and following & _DIRECT else "s"
    if form & parts.VERB:
        return "V" if not form & NOMINAL else "v" if (last == "S" and fitting) or (last == "P" and following & _DIRECT) else _doubt(form)
    if form & parts.PARTICIPLE:
        return "E"
    return _noun(form, following) if form & NOMINAL else "A"


def _compound_gerund(following: int) -> str:
    """Behind a singular noun: "an oil trading firm", "defence spending in May", but "a firm making 40 cars"."""
    if following & NOMINAL and not following & CLOSED:
        return "A"
    return "G" if following & (parts.DETERMINER | FIGURE | NAME | TO | parts.PRONOUN) else "N"


def _doubt(form: int) -> str:
    return "s" if form & parts.PLURAL else "n"


def _opener(form: int, before: str, last: str, following: int) -> str:
    """At the beginning of a part of the sentence: a second verb, an -ing form, or the first word of a phrase."""
    if form & parts.GERUND:
        if last == "." and following & parts.PAST and not following & parts.PARTICIPLE:
            return "N"  # "Fighting broke out"
        return "A" if last == "." and following & _PREMODIFYING and not following & CLOSED else "G"
    if form & NOMINAL:
        if last == "Q" and form & VERBAL:
            return "v"
        behind = _DIRECT if last in ";," else _OBJECT & ~OF if last in "CW" and not (before == "S" and form & parts.PLURAL) else 0
        if form & (parts.PAST | parts.THIRD) and following & behind:
            return "v"
        return _doubt(form) if form & VERBAL and not form & parts.ADJECTIVE else _noun(form, following)
    aside = last == "," and form & parts.PARTICIPLE and following & parts.PREPOSITION  # "Ruiz, born in Lima"
    if form & parts.ADJECTIVE and not aside and not (form & VERBAL and last in "CW"):
        return "A"
    if form & VERBAL:
        return "v" if form & parts.PARTICIPLE else "V"
    return "E"


_OPENERS = ",;(.CWQ"
_PLACES = {
    **dict.fromkeys("DAFOI'-", _nominal),
    **dict.fromkeys("XZK", _complement),
    **dict.fromkeys("VGBE", _object),
    "T": _infinitive,
    "H": _behind_pronoun,
}


def _settled(letters: list[str], forms: list[int], doubtful: list[int]) -> str:
    """Give each part of the sentence its verb: a guess is promoted where there is none, and taken back where there are two."""
    text = "".join(letters)
    starts = [found.start() for found in _BOUND.finditer(text)]
    bounds = [at for at in starts if text[at] != "V" or forms[at] & SAYS]  # "he said prices fell": what is said has a verb of its own
    bounds.append(len(text))
    last = part = 0
    for n, guess in enumerate(doubtful):
        if guess >= last:  # the first of its part
            while bounds[part] <= guess:
                part += 1
            first, last = bounds[part - 1] + 1 if part else 0, bounds[part]
            if first < last and text[first] in _SUBJECT and not _FINITE.search(text, first, last + 1):
                _promote(text, forms, letters, doubtful[n + (guess == first) : bisect_left(doubtful, last)])
        if text[guess] == "V" and forms[guess] & parts.PARTICIPLE and _gives_way(text, forms, guess, last):
            letters[guess] = "E"
        elif text[guess] == "V" and forms[guess] & parts.PLURAL and forms[guess + 1] & TO and text[guess + 1] == "I" and _FINITE.search(text, guess + 2, last):
            letters[guess] = "S"  # "By May, exports to Peru grew"
    return "".join(letters)


def _promote(text: str, forms: list[int], letters: list[str], guesses: list[int]) -> None:
    """Make a verb of the first guess that could be one."""
    for at in guesses:
        if _could_be_verb(text, forms, at):
            letters[at] = "V"
            if text[at - 1] == "A":
                letters[at - 1] = "N"
            return


def _could_be_verb(text: str, forms: list[int], at: int) -> bool:
    """A noun that agrees as a verb with the noun before it: "banks report losses", "demand rises in May", but not "7 coal mines in"."""
    form, before, following = forms[at], text[at - 1], forms[at + 1]
    past = form & parts.PAST and following & (_OBJECT | END | JOINING | NAME)
    if _COUNTED.search(text, max(0, at - 8), at):
        return bool(past and forms[at - 1] & parts.PLURAL)
    if before == "S":
        one = forms[at - 1] & parts.NOUN or text[at - 3 : at - 1] == "NO"  # "aircraft" may be one, and so is "a bag of apples"
        agreeing = parts.VERB | parts.PAST | (parts.THIRD if one else 0)
        return bool(past or (form & agreeing and following & (_OBJECT | END | NOMINAL)))
    if before == "A":
        return bool(form & (parts.THIRD | parts.PAST) and following & _DIRECT and forms[at - 1] & parts.NOUN)
    return before in "NPY" and bool(past or (form & parts.THIRD and following & (_OBJECT | NOMINAL)))  # "the shop charges guests"


def _gives_way(text: str, forms: list[int], at: int, last: int) -> bool:
    """Whether a participle belongs to the noun before it, since the verb of the clause comes later: "cars sold in May cost more"."""
    later = _FINITE.search(text, at + 1, last)
    if later is None or forms[at] & SAYS or text[at + 1] in _OBJECTS or _NEW_CLAUSE.search(text, at + 1, later.start()):
        return False
    verb = later.start()
    return not forms[verb] & parts.PARTICIPLE or bool(forms[at + 1] & parts.PREPOSITION and forms[verb + 1] & _DIRECT)
