"""What a physical quantity is of."""

import pytest

from factdb import extract


@pytest.mark.parametrize(
    ("text", "of"),
    [
        ("The bridge is 3 kilometres long.", "length of bridge"),
        ("A 3-kilometre-long bridge was opened.", "length of bridge"),
        ("The tower stands 300 metres high.", "height of tower"),
        ("High winds of 90 kilometres an hour hit Lima.", "High winds"),
    ],
)
def test_an_adjective_behind_a_measure_says_what_is_measured(text: str, of: str) -> None:
    assert [claim.fields["of"] for claim in extract(text).claims if claim.kind == "measurement"] == [of]
