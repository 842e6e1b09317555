"""The subject of a claim: a phrase that can be read alone."""

from datetime import date

import pytest

from factdb import extract
from factdb.claims.claim import Period
from factdb.claims.subjects import span_words, time_words


def subject(text: str, kind: str) -> str | None:
    return next(claim.subject for claim in extract(text, date(2024, 3, 5)).claims if claim.kind == kind)


@pytest.mark.parametrize(
    ("text", "kind", "phrase"),
    [
        ("Norway's exports to Peru reached 3.2 billion dollars in 2023.", "trade_figure", "Norway's exports to Peru in 2023"),
        ("Trade between Norway and Peru reached 3.2 billion dollars.", "trade_figure", "Norway-Peru trade"),
        ("Rents in Oslo rose 4 percent.", "change", "rise of"),
        ("A blast at the Norte mine in Puno province killed 14 miners.", "casualty_count", "miners killed in blast at Norte mine"),
        ("The league has 54 members of the old union.", "count", "members of the old union"),
        ("Some 26 welders were sleeping in the yard.", "count", "welders sleeping in the yard"),
        ("Ines Prado hired 40 engineers.", "count", "engineers hired by Ines Prado"),
        ("Oslo hosted the 46th Summit of the Harbour League.", "rank", "46th Summit of the Harbour League"),
        ("Oslo hosted its 46th summit.", "rank", "46th summit"),
        ("It was her first visit to Lima.", "rank", "order of visit to Lima"),
        ("Norway is the third-largest exporter of fish.", "rank", "Norway's rank among exporters of fish"),
        ("The find makes Peru the second-largest producer of tin.", "rank", "Peru's rank among producers of tin"),
        ("Puno, Peru's second most crowded port, is shut.", "rank", "Puno's rank among"),
        ("Norway ranked third in the league.", "rank", "Norway's rank in the league"),
        ("Norway moved up to second in the league.", "rank", "Norway's rank in the league"),
        ("It was the third Oslo visit of the fleet.", "rank", "order of Oslo visit"),
        ("The surplus with Peru rose 4 percent.", "change", "rise of surplus with Peru"),
        ("The firm sold two mills worth 40 million dollars.", "money_amount", "worth of mills"),
        ("The firm sold its mill for 40 million dollars.", "money_amount", "price of mill"),
        ("The pit is worth around 40 million dollars.", "money_amount", "worth of pit"),
        ("A 40-km-long canal opened.", "measurement", "length of canal"),
        ("The Norte mine has a yearly capacity of 40,000 tonnes.", "measurement", "yearly capacity of Norte mine"),
        ("A flood left 40 sailors trapped in Puno.", "casualty_count", "sailors trapped"),
        ("Cao Steel on Monday bought a 40-percent stake in Norte.", "share", "Cao Steel's stake in Norte"),
        ("The four-day walk ended.", "duration", "length of walk"),
        ("Three of the firm's mills closed.", "count", "mills"),
        ("The 40-day siege of Puno ended.", "duration", "length of siege of Puno"),
    ],
)
def test_each_kind_has_its_wording(text: str, kind: str, phrase: str) -> None:
    assert (subject(text, kind) or "").startswith(phrase)


def test_a_count_without_a_place_takes_that_of_the_sentence_before_but_no_building() -> None:
    assert subject("Rents rose in Oslo. The city is calm. There were 40 thefts.", "count") == "thefts in Oslo"
    assert subject("He landed at Puno airport. There were 40 thefts.", "count") == "thefts"


def test_a_sum_without_a_noun_is_what_it_is_for() -> None:
    found = extract("The plan holds 40 million dollars support for ports, 3 million dollars each for roads and schools.")
    assert [claim.subject for claim in found.claims] == ["plan", "roads"]


def test_what_a_word_points_at_is_named() -> None:
    assert subject("PUNO, March 3 (Agency) -- The country's three-year drought ended.", "duration") == "length of Puno's drought"


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        ("2023-01-01", "2023-12-31", " in 2023"),
        ("2024-02-01", "2024-02-29", " in February"),
        ("2024-02-03", "2024-02-03", ""),
        (None, "2024-02-03", ""),
    ],
)
def test_a_whole_year_or_month_is_told(start: str | None, end: str | None, words: str) -> None:
    assert time_words(Period(start, end)) == words
    assert time_words(None) == ""


def test_the_months_since_new_year_are_told() -> None:
    assert span_words(Period("2023-01-01", "2023-06-30")) == " in the first half of 2023"
    assert span_words(Period("2023-01-01", "2023-09-30")) == " in the first nine months of 2023"
    assert span_words(Period("2023-01-01", "2023-12-31")) == " in 2023"
    assert span_words(Period("2023-02-01", "2023-06-30")) == ""


def test_the_word_that_opens_a_sentence_loses_its_capital_unless_it_is_a_name() -> None:
    assert subject("Rescuers found 36 people.", "count") == "people found by rescuers"
    assert subject("Stone found 36 boats. The judge met Stone.", "count") == "boats found by Stone"


@pytest.mark.parametrize(
    ("text", "kind", "phrase"),
    [
        ("Tin stood at 62 dollars.", "money_amount", "price of tin"),
        ("Norte crude cost 62 dollars a barrel.", "money_amount", "price of Norte crude"),
        ("The Puno Bridge is now being built, with investment estimated at 40 million dollars.", "money_amount", "investment of Puno Bridge"),
        ("In Peru, loans worth were paid, with investment estimated at 40 million dollars.", "money_amount", "investment"),
        ("The repair will take two years.", "duration", "time that repair takes"),
        ("The line will cut the travel time between the two towns from nine hours to four hours.", "duration", "travel time between the two towns"),
        ("The loan carries a term of 12 years.", "duration", "term of loan"),
        ("Some 26 welders sleeping in the yard where the fire began were saved.", "count", "welders sleeping in the yard"),
    ],
)
def test_a_subject_names_prices_times_and_owners_and_ends_before_another_clause(text: str, kind: str, phrase: str) -> None:
    assert subject(text, kind) == phrase


def test_a_number_without_its_noun_counts_the_same_things_in_the_plural() -> None:
    found = extract("The plan has six tracks, two for the Lima line.")
    assert [claim.subject for claim in found.claims] == ["tracks of plan", "tracks for the Lima line"]
