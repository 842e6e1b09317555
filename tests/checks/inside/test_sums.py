"""Parts against their total, and lists against their number."""

from check_pages import seen


def test_parts_that_add_up_hold() -> None:
    assert seen("Our 17 rowers, ten from Oslo and seven from Bergen, came home.", ("17 rowers", 17), ("ten", 10), ("seven", 7)) == [("sum", "holds")]


def test_parts_that_need_not_be_complete_are_no_finding() -> None:
    assert seen("Our 17 rowers, ten from Oslo and five from Bergen, came home.", ("17 rowers", 17), ("ten", 10), ("five", 5)) == []


def test_a_complete_list_that_does_not_add_up_fails() -> None:
    assert seen("Our 17 rowers: ten from Oslo and five from Bergen.", ("17 rowers", 17), ("ten", 10), ("five", 5)) == [("sum", "fails")]


def test_the_cells_of_a_table_are_no_parts() -> None:
    assert seen("PERU: Ships: 17 Boats: 12 Rafts: 3", ("17", 17), ("12", 12), ("3", 3)) == []


def test_a_list_that_names_as_many_things_as_it_says_holds() -> None:
    assert seen("They have three aims, namely peace, work and bread.", ("three aims", 3)) == [("sum", "holds")]
    assert seen("They have three aims, namely peace and bread.", ("three aims", 3)) == []
