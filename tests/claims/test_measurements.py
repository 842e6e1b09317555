"""What a physical quantity is of."""

import pytest

from factdb import extract


@pytest.mark.parametrize(
    ("text", "of"),
    [
        ("The bridge is 3 kilometres long.", "length of bridge"),
        ("A 3-kilometre-long bridge was opened.", "length of bridge"),
        ("The tower stands 300 metres high.", "height of tower"),
        ("High winds of 90 kilometres an hour hit Lima.", "high winds"),
    ],
)
def test_an_adjective_behind_a_measure_says_what_is_measured(text: str, of: str) -> None:
    assert [claim.fields["of"] for claim in extract(text).claims if claim.kind == "measurement"] == [of]


@pytest.mark.parametrize(
    ("text", "of"),
    [
        ("Peru mined 40,000 tonnes of tin in Puno.", "tin mined by Peru in Puno"),
        ("Fires burned 300 hectares.", "area burned by fires"),
        ("The port handled 300 tonnes.", "amount handled by port"),
        ("The blast came at a depth of 40 metres.", "depth of blast"),
        ("With 40 hectares of land cleared of weeds, Puno is green.", "land cleared of weeds"),
    ],
)
def test_what_is_done_to_it_and_by_whom_is_told(text: str, of: str) -> None:
    assert [claim.fields["of"] for claim in extract(text).claims if claim.kind == "measurement"] == [of]


def test_a_figure_that_another_is_compared_with_is_of_the_same() -> None:
    found = [claim.subject for claim in extract("Peru mined 40 tonnes of tin in May, up from 30 tonnes in April.").claims]
    assert found == ["tin mined by Peru", "tin mined by Peru"]


def test_the_magnitude_of_a_quake_is_told_with_its_place() -> None:
    assert [claim.subject for claim in extract("A 6.1-magnitude quake came in Lima.").claims] == ["magnitude of quake in Lima"]
