"""How an event is worded."""

from datetime import date

import pytest

from factdb import extract


def event(text: str) -> object:
    return next(claim.fields["event"] for claim in extract(text, date(2024, 3, 5)).claims if claim.kind == "event_date")


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("The June 3 earthquake destroyed the mill.", "earthquake"),
        ("Monday's blast at the mill broke windows.", "blast"),
        ("The riots of June 2021 emptied the shops.", "riots"),
        ("The Peruvian parliament approved the harbour law on Monday.", "approval of harbour law by Peruvian parliament"),
        ("The mill, founded in 1951, makes paper.", "founding of mill"),
        ("The bank was founded in 1951.", "founding of bank"),
        ("Fighting broke out on June 3, 2021.", "outbreak of Fighting"),
        ("The gas explosion happened on Monday.", "gas explosion"),
        ("Norte on Monday bought a paper mill in Puno.", "Norte buys paper mill in Puno"),
        ("Peru and Chile signed a fishing pact on Monday.", "signing of fishing pact by Peru and Chile"),
        ("Oslo will hold a referendum on June 3.", "referendum"),
        ("President Ines Prado opened a harbour on Monday.", "opening of harbour by Ines Prado"),
        ("The murder last month of a judge shocked the town.", "murder of judge"),
        ("Nothing has moved since the start of the harbour strike in May 2003.", "start of the harbour strike"),
        ("The registration of voters, which began on May 3, goes on.", "start of registration of voters"),
        ("Norte and Sur deepened their ties last year.", "Norte and Sur deepen ties"),
        ("The blast that killed Ruiz in February plunged Lima into chaos.", "blast"),
        ("Moe, born in March 1937, was elected chairman.", "birth of Moe"),
        ("A cargo plane crashed near the airport of Puno, Peru, on Monday, killing two, officials said.", "crash of cargo plane"),
        ('The army sent a brigade and a "Fast Force" to the area on Monday, he added.', "army sends brigade"),
        ("A strong earthquake shook the Puno region early Monday.", "strong earthquake"),
        ("Moe, 54, was arrested in March 2021.", "arrest of Moe"),
        ("Moe is in prison after being convicted in May 2021 of theft.", "conviction of Moe"),
        ("Peru and the Pacific Fund (PF) adopted a plan on Monday.", "adoption of plan by Peru and the Pacific Fund"),
        ("The group signed a trade pact with South Korea last December at a fair.", "signing of trade pact with South Korea by group"),
        ("Rebels want to disrupt local elections due on October 26.", "local elections"),
        ("A ferry carrying 120 people sank off Lima on Monday.", "sinking of ferry"),
        ("Mayor Kari Moe, 48, who took office in May 2023, asked for aid.", "Kari Moe takes office"),
        ("The fire department said on Monday that it was over.", "statement by fire department"),
        ("A bus taking 40 pilgrims and a guide overturned near Puno on Monday.", "overturning of bus"),
        ("A lorry laden with bricks and sand crashed on Monday.", "crash of lorry"),
        ("A bus driven by Ruiz crashed on Monday.", "crash of bus"),
        ("A storm lashing northern Peru ended on Monday.", "end of storm"),
        ("The number of cases in Hanoi rose on Monday.", "rise of number of cases"),
        ("Workers at the Puno mine resigned on Monday.", "resignation of Workers"),
        ("Drivers angry at the price of bread stormed the ministry on Friday.", "storming of ministry by Drivers"),
        ("The appeal of two guards convicted of theft will begin on May 4.", "start of appeal"),
        ("Trade between Peru and Chile collapsed last year.", "collapse of Trade between Peru and Chile"),
        ("Police and soldiers entered Puno on Monday.", "Police and soldiers enter Puno"),
        ("The company that runs the port was sold in 2014.", "sale of company"),
        ("The shares, listed in Oslo, were suspended on Monday.", "suspension of shares"),
        ("The bridge was full of cars when it collapsed on Tuesday.", "collapse of bridge"),
        ("The bank had 90 branches when it failed in 2009.", "failure of bank"),
        ("Ruiz was mayor of Puno when he resigned on Monday.", "resignation of Ruiz"),
        ("The boat had 60 people aboard when it capsized on Monday.", "capsizing of boat"),
        ("The eruption was the largest since 2014, when lava buried farms.", "burial of farms by lava"),
        ("The ruling came on Friday after a long trial.", "ruling"),
        ("Rescuers put the number of dead at 40 on Monday.", "estimate by Rescuers"),
        ("Ghana joined the Save Our Seas Alliance in 2001.", "Ghana joins Save Our Seas Alliance"),
        ("Moe finished second in the Lima marathon last month.", "second place of Moe"),
        ("Moe won the men's 400 metres on Sunday.", "winning of 400 metres by Moe"),
        ("The Reds won on Saturday.", "victory of Reds"),
        ("A van carrying petrol exploded on Monday.", "explosion of van"),
        ("A court in Lima on Friday banned the drug.", "ban of drug by court"),
        ("Fighting between the army and rebels erupted on Monday.", "eruption of Fighting"),
        ("The agency plans to launch a probe in October 2026.", "launch of probe by agency"),
        ("Hundreds marched on Saturday.", "march"),
        ("Lawmakers walked out on Thursday.", "Lawmakers walk out"),
        ("Two bridges were washed away on Monday.", "bridges washed away"),
        ("Police fired tear gas on Friday.", "firing of tear gas by Police"),
        ("The judge found the brothers guilty on Monday.", "conviction of brothers by judge"),
        ("The baker was found not guilty on Monday.", "acquittal of baker"),
        ("The team lost to Ghana on Sunday.", "defeat of team"),
        ("A tremor that jolted northern Chad on Monday has emptied the schools.", "tremor"),
        ("The saint was canonized in May 1931.", "canonization of saint"),
        ("Moe broke the world record on Sunday.", "breaking of world record by Moe"),
        ("The storm, which formed over the sea on Monday, is strong.", "formation of storm"),
    ],
)
def test_an_event_is_a_short_phrase(text: str, phrase: str) -> None:
    assert event(text) == phrase


def test_a_saying_has_no_place_and_an_incident_has_that_of_the_sentence_before() -> None:
    found = extract("A mill stands in Puno. An explosion shook it on Monday, officials in Lima said on Tuesday.", date(2024, 3, 5)).claims
    assert [claim.fields["place"] for claim in found][-1] is None


def subject(text: str) -> str | None:
    return next(claim.subject for claim in extract(text, date(2024, 3, 5)).claims if claim.kind == "event_date")


def test_the_subject_of_an_event_is_a_noun_phrase_where_the_event_is_a_sentence() -> None:
    assert subject("Norte on Monday bought a paper mill.") == "Norte buying paper mill"


def test_the_subject_names_no_place_that_a_nationality_in_it_names_already() -> None:
    assert subject("The Peruvian parliament approved the harbour law on Monday.") == "approval of harbour law by Peruvian parliament"


def test_braces_in_a_name_are_only_signs() -> None:
    assert event("Norte {0} on Monday bought a {mill}.")


def test_an_office_named_after_an_incident_is_none() -> None:
    claim, *_ = extract("The fire department said that 84 people had died.").claims
    assert claim.subject == "people killed"


@pytest.mark.parametrize(
    "text",
    [
        "It was the deadliest flood in Peru since 2010.",
        "Prices were the highest since March 2020.",
        "Later in the day, the army denied it.",
        "They came on Sunday.",
        "Winds reached 150 kilometres an hour on Monday.",
        "The number of people without power reached 40,000 on Friday.",
        "They found 120 more, up from 90 reported on Monday.",
    ],
)
def test_a_date_behind_a_record_or_a_level_is_that_of_no_event(text: str) -> None:
    assert not [claim for claim in extract(text, date(2024, 3, 5)).claims if claim.kind == "event_date"]


def test_a_verb_behind_a_clause_that_tells_of_its_subject_is_found() -> None:
    found = extract("The firm, whose owner was jailed in May, closed a mill on Thursday.", date(2024, 3, 5)).claims
    assert [claim.fields["event"] for claim in found] == ["jailing of owner", "closure of mill by firm"]
