"""What a figure is about is named in the words of the text."""

import pytest

from factdb.mentions.find import find


@pytest.mark.parametrize(
    ("text", "of"),
    [
        ("Sales of copper rose by 7 points.", "Sales copper"),
        ("Last week, but the old port lost 7 ships.", "old port"),
        ("About 7 ships in all.", None),
        ("The boat is 7 kg lighter than the ferry.", "boat"),
        ("The pipe, 7 metres long, can be moved.", "pipe"),
        ("They spoke of record sales of 7 cars.", "record sales"),
        ("The R-90 fleet lost 7 ships.", "R-90 fleet"),
        ("Timber, the island's oldest trade, shrank 7 percent.", "Timber"),
        ("Dairy and grain exports rose 7 percent.", "Dairy grain exports"),
        ("The Coral 300 rose 7 percent.", "Coral 300"),
        ("A deposit of 7 euros a year earlier.", "deposit"),
        ("The port saw a 7 percent rise in fees.", "fees"),
        ("Rents grew 7 percent last year.", "Rents"),
        ("The port lost a total of 7 ships.", "port"),
        ("Deck area 7 m2.", "Deck area"),
        ("They welcomed the 7 percent wool price rise.", "wool price"),
        ("They paid 7 euros for a new net.", "new net"),
        ("The moss, which is mostly water, weighed 7 kg.", "moss"),
        ("The old index, while the KR-70 lost 7 percent.", "KR-70"),
        ("They cut the toll for lorries by 7 percent.", "toll lorries"),
        ("A plan to raise the old toll to 7 euros failed.", "old toll"),
        ("It wiped 7 million euros off the firm's value.", "firm value"),
        ("Shares priced at 7 euros sold out.", "Shares"),
        ("A loss let levels fall by 7 metres.", "levels"),
        ("The load across it was 7 kg.", "load"),
        ("The quay is 7 miles long.", "quay"),
        ("Last week the firm paid 7 euros.", "firm"),
        ("The mill, once a school, cost 7 euros.", "mill"),
        ("Sales of tin more than doubled.", "Sales tin"),
        ("With sales down 7 percent, they closed.", "sales"),
        ("A toll of 7 percent on imported tin", "toll"),
        ("They fear a 7 percent toll on imported salt.", "toll imported salt"),
        ("The plan, costing 7 euros, failed.", "plan"),
        ("The shop charges guests 7 euros.", "shop"),
        ("They spent 7 euros on old books.", "old books"),
        ("He took 7 euros worth of rice.", "rice"),
        ("I ran 7 km.", None),
        ("7 ships sank.", None),
        ("Peru's tin mines hold 7 tonnes.", "Peru tin mines"),
        ("The barge, just 7 metres wide, sank.", "barge"),
        ("The barge, with 7 sailors on board, sank.", "barge"),
        ("In Peru, 7 ships sank, he said.", None),
        ("The barge moored 7 miles north of Leeds.", "barge"),
        ("The barge came within 7 miles of Leeds.", "barge"),
        ("They left the toll unchanged at 7 euros.", "toll"),
        ("They cut the toll from the current 7 euros.", "toll"),
        ("The V6 makes 7 kW.", "V6"),
        ("The stock closed at 7 euros.", "stock"),
        ("With 7 members, the club is small.", "club"),
        ("Worth 7 euros, the book sold.", "book"),
        ("It charges an interest rate of 7 percent.", "interest rate"),
        ("It grew at a rate of 7 percent.", None),
        ("They expect earnings per share of 7 euros.", "earnings per share"),
        ("Beijing lost 7 ships.", "Beijing"),
        ("By June, exports to Peru rose 7 percent.", "exports Peru"),
        ("They cut the 2031 toll for lorries by 7 percent.", "toll lorries"),
        ("Sailors who took the pill lost 7 kg.", "Sailors pill"),
    ],
)
def test_about(text, of):
    (quantity,) = find(text).quantities
    assert quantity.of == of


def test_each_figure_has_the_subject_of_its_own_verb():
    scan = find("Wheat stocks fell 7 points and sugar stocks fell 9 points.")
    assert [quantity.of for quantity in scan.quantities] == ["Wheat stocks", "sugar stocks"]


def test_a_figure_without_a_subject_is_about_what_the_one_before_it_was():
    scan = find("Wheat stocks fell 7 points (9 kg).")
    listed = find("Tin fell 7 percent, zinc by 9 percent.")
    assert [quantity.of for quantity in listed.quantities] == ["Tin", "zinc"]
    assert [quantity.of for quantity in scan.quantities] == ["Wheat stocks", "Wheat stocks"]
    assert find("Wheat fell 7 points. So 9 kg.").quantities[1].of is None


@pytest.mark.parametrize(
    ("text", "of"),
    [
        ("The harbour toll rose by 7 percent to 9 euros.", ["harbour toll", "harbour toll"]),
        ("Sailors lost 7 kg, compared with 2 kg ashore.", ["Sailors", "Sailors"]),
        ("It paid a bonus of 9 euros, against 7 euros last time.", ["bonus", "bonus"]),
        ("It let in 7 percent of the 900 boats.", ["boats", "boats"]),
        ("The club sold 7 of the 30 boats.", ["club", "club"]),
        ("The firm took 7 kg on behalf of 9 members.", ["firm", "firm"]),
        ("The calf weighs 7 stone 4 pounds.", ["calf", "calf"]),
        ("They raised the toll nine times to 7 euros.", ["toll", "toll"]),
    ],
)
def test_each_of_two_figures_has_what_it_is_about(text, of):
    assert [quantity.of for quantity in find(text).quantities] == of
