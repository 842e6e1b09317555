"""Things and people counted that no harm has come to."""

from functools import partial

from factdb.claims import periods
from factdb.claims.claim import Claim
from factdb.claims.context import Context
from factdb.claims.rule import KindRule, Reading
from factdb.lexicon import word_set
from factdb.mentions.mention import Quantity
from factdb.text import parts
from factdb.text.phrases import NounPhrase, noun_phrase_after
from factdb.text.tags import tag_of

_BACK = frozenset(("the", "these", "those", "both", "all"))
_BARE = frozenset(("bare",))
_JOINTS = frozenset((",", "and", "or", "from", "than", "to", "against", "with", "but", "for", ";"))
_APOSTROPHES = frozenset("'\u2019")
_OWNED = frozenset(("of", "from"))
_FOR = frozenset(("of", "from", "for"))
_FEW = 5
_HEADS = 4


def _counted_noun(context: Context, q: Quantity) -> Reading | None:
    if q.unit is None or _refers_back(context, q) or q.unit in word_set("counts.toml", "no_thing"):
        return None
    return Reading({"item": _with_owner(context, q, _item(q))}, q.unit_text or q.unit_phrase, periods.of_figure(context, q))


def _item(q: Quantity) -> str | None:
    """The counted noun with its modifiers, but for one that only says that they are not the same: "two separate mines"."""
    first, _, rest = (q.unit_phrase or "").partition(" ")
    return rest if rest and first in word_set("counts.toml", "apart") else q.unit_phrase


def _with_owner(context: Context, q: Quantity, item: str | None, links: frozenset[str] = _OWNED) -> str | None:
    """The counted noun with what it belongs to: "member of league", "guest from Peru"."""
    words = context.tokens.words
    owner = noun_phrase_after(context.tokens, q.last + 1) if item and q.last < len(words) and words[q.last].low in links else None
    return f"{item} {words[q.last].low} {context.tokens.quote(owner.first, owner.last)}" if owner else item


def _of_those(context: Context, q: Quantity) -> Reading | None:
    words = context.tokens.words
    if q.last >= len(words) or words[q.last].low != "of":
        return None
    found = noun_phrase_after(context.tokens, q.last + 1)
    if found is not None and found.last < len(words) and words[found.last].text in _APOSTROPHES:
        at = found.last + 1 + (words[found.last + 1].low == "s" if found.last + 1 < len(words) else 0)
        all_of = context.scan.taken.get(at)  # "three of the league's mines", "three of the league's 20 mines"
        found = noun_phrase_after(context.tokens, all_of.core[1] if all_of and all_of.dimension == "count" else at)
    if found is None or not parts.readings(words[found.head].low) & parts.PLURAL:
        return None
    return _counted(context, q, found)


def _population(context: Context, q: Quantity) -> Reading | None:
    before = context.lows[max(context.here.first, q.first - _HEADS) : q.first]
    if word_set("counts.toml", "people").isdisjoint(before) or not (parts.readings(before[-1]) & (parts.PREPOSITION | parts.AUXILIARY | parts.PAST)):
        return None
    item = "inhabitant" if "population" in before else "person"
    return Reading({"item": item}, "population", periods.of_figure(context, q), "person")


def _crowd(context: Context, q: Quantity) -> Reading | None:
    """People, where a vague number stands alone: "the rally drew thousands"."""
    if q.modifier != "vague" or _has_noun(context, q):
        return None
    words = context.tokens.words
    if q.last < len(words) and words[q.last].low == "of":
        return None
    return Reading({"item": "person"}, "people", periods.of_figure(context, q), "person")


def _others(context: Context, q: Quantity) -> Reading | None:
    words = context.tokens.words
    if q.last >= len(words) or words[q.last].low != "others":
        return None
    return Reading({"item": "person"}, "others", periods.of_figure(context, q), "person")


def _noun_left_out(context: Context, q: Quantity) -> Reading | None:
    """The counted noun of the figure before it in the sentence, where no noun of its own follows."""
    first = context.here.first
    if q.first == first or _has_noun(context, q):
        return None
    if context.tokens.words[q.first - 1].low not in _JOINTS and tag_of(context.tokens, q.first - 1) != "V":
        return None
    before = context.before
    return _same_noun(context, q, before) if before and before.source and before.source.first >= first else None


def _of_them(context: Context, q: Quantity) -> Reading | None:
    """Some of those of whom the sentence or the one before it tells: "Fourteen escaped", "of whom 12 fled"."""
    words = context.tokens.words
    first = context.here.first
    opens = q.first == first or words[q.first - 1].low in ("whom", "and")
    if not opens or q.last >= len(words) or not parts.readings(words[q.last].low) & (parts.FINITE | parts.AUXILIARY):
        return None
    before = context.before
    near = before and before.source and before.source.first >= (context.tokens.sentence_of(first - 1)[0] if first else 0)
    return _same_noun(context, q, before) if before and near else None


def _same_noun(context: Context, q: Quantity, before: Claim) -> Reading | None:
    """What the claim before it counts, things or people."""
    if before.kind not in ("count", "casualty_count"):
        return None
    source = before.source if isinstance(before.source, Quantity) else None
    item = (source.unit_phrase if source else None) or before.unit or "person"
    named = (source.unit_text if source else None) or item
    return Reading({"item": _with_owner(context, q, item, _FOR)}, named, periods.of_figure(context, q), before.unit)


def _has_noun(context: Context, q: Quantity) -> bool:
    """Whether a word right behind a number could be what it counts, or joins it to something else."""
    words = context.tokens.words
    if q.last >= len(words) or words[q.last - 1].classes & words[q.last].classes:
        return True
    low = words[q.last].low
    return words[q.last].text in ":-%/" or bool(parts.readings(low) & (parts.NOUN | parts.PLURAL) and not parts.readings(low) & parts.CLOSED)


def _counted(context: Context, q: Quantity, found: NounPhrase) -> Reading:
    words = context.tokens.words
    unit = parts.singular(words[found.head].low)
    item = " ".join([*(word.text for word in words[found.first : found.head]), unit])
    return Reading({"item": item}, context.tokens.quote(found.first, found.last), periods.of_figure(context, q), unit)


def _refers_back(context: Context, q: Quantity) -> bool:
    """ "the two sides", "both countries", "the three parties"; and "one" as a mere determiner."""
    before = context.tokens.words[q.first - 1].low if q.first else ""
    if q.value is None or q.value > _FEW:
        return False
    determined = bool(parts.readings(before) & parts.DETERMINER) or before in _BACK
    few = q.value <= 2 or q.unit in word_set("counts.toml", "party")
    return (q.value == 1 and q.number.lower() == "one") or (few and determined)


RULES: tuple[KindRule[Quantity], ...] = (
    KindRule(
        name="counts.counted_noun",
        kind="count",
        says="A number before the noun that it counts.",
        weight=0.38,
        on=frozenset(("count",)),
        read=_counted_noun,
        takes=(
            ("The firm hired 40 engineers.", "40 engineers"),
            ("Norway built two dozen ships.", "two dozen ships"),
            ("The 12-member council sat down.", "12-member"),
            ("Dozens of farmers blocked the road.", "Dozens of farmers"),
        ),
        refuses=(
            "The six-way talks failed.",
            "Oslo built a two-storey house.",
            "Both sides agreed.",
            "One of the guards waved.",
            "The two countries are neighbours.",
            "The three parties agreed.",
            "The storm killed 14 sailors.",
            "The train leaves at 1830 GMT.",
        ),
    ),
    KindRule(
        name="counts.of_those",
        kind="count",
        says="A number of those that are named behind \u201cof\u201d.",
        weight=0.3,
        on=_BARE,
        near=lambda: frozenset(("of",)),
        read=_of_those,
        takes=(
            ("Two of his ministers resigned.", "Two"),
            ("Forty of the farmers blocked the road.", "Forty"),
            ("The lender shut 40 of its rival's 310 branches.", "40"),
        ),
        refuses=("One of the guards waved.", "The year 2000 of the calendar began.", "A murder of five students shocked Oslo."),
    ),
    KindRule(
        name="counts.population",
        kind="count",
        says="A number of people behind a word such as population.",
        weight=0.35,
        on=_BARE,
        near=partial(word_set, "counts.toml", "people"),
        read=_population,
        takes=(
            ("Peru has a population of 34 million.", "34 million"),
            ("Membership rose to 40,000.", "40,000"),
        ),
        refuses=("The index rose to 212.",),
    ),
    KindRule(
        name="counts.others",
        kind="count",
        says="A number before \u201cothers\u201d.",
        weight=0.35,
        on=_BARE,
        near=lambda: frozenset(("others",)),
        read=_others,
        takes=(
            ("The mayor was charged with 56 others.", "56"),
            ("He and 12 others signed.", "12"),
        ),
        refuses=("Two agreed while others waited.",),
    ),
    KindRule(
        name="counts.crowd",
        kind="count",
        says="A vague number that stands alone, for people.",
        weight=0.2,
        on=_BARE,
        read=_crowd,
        takes=(
            ("The rally drew thousands.", "thousands"),
            ("Hundreds marched in Oslo.", "Hundreds"),
        ),
        refuses=("Dozens of boats sank.", "The firm hired 40 engineers."),
    ),
    KindRule(
        name="counts.of_them",
        kind="count",
        says="Some of those counted before it.",
        weight=0.2,
        on=_BARE,
        read=_of_them,
        takes=(
            ("Some 40 sailors were on board. Fourteen managed to swim ashore.", "Fourteen"),
            ("The yard has 40 welders, of whom 12 went home.", "12"),
        ),
        refuses=("Fourteen managed to swim ashore.",),
    ),
    KindRule(
        name="counts.noun_left_out",
        kind="count",
        says="A bare number that counts the same as the one before it in the sentence.",
        weight=0.25,
        on=_BARE,
        read=_noun_left_out,
        takes=(
            ("The yard built 300 ships in May and 212 a year before.", "212"),
            ("The hall has six doors, two for guests.", "two"),
            ("Peru sent 8,000 troops while Chile sent 2,000.", "2,000"),
        ),
        refuses=("The firm hired 40 engineers.", "Oslo won 3 games and lost 5 points."),
    ),
)
