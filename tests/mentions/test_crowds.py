"""A table is no prose: its figures stay numbers, and nothing in it is measured, dated or claimed."""

from factdb import extract
from factdb.mentions.find import find

ROWS = "Wheat 40 tonnes 30 May 2 " * 90
PROSE = "The mill sold 12 carts to the town on the river. "
AFTER = ". Later, when the flood had gone down, it lost 3 mules"


def test_the_figures_of_a_table_are_numbers_and_no_more():
    scan = find(PROSE + ROWS + AFTER + " on June 4.")
    assert [q.unit for q in scan.quantities] == ["cart", "mule"]
    assert [t.value for t in scan.timexes] == ["XXXX-06-04"]
    assert len(scan.numbers) == 3 + 3 * 90


def test_no_claim_comes_from_a_table():
    found = extract(PROSE + ROWS + AFTER + ".")
    assert [claim.quote for claim in found.claims] == ["12 carts", "3 mules"]


def test_many_figures_of_prose_are_read_all():
    text = "; ".join("the old mill on the river sold 12 carts to the town" for _ in range(100))
    assert {q.unit for q in find(text).quantities} == {"cart"}
