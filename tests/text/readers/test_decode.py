"""Encodings: the text is what the author saw, or the file is refused."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factdb.errors import ReadError
from factdb.text.readers.decode import decode

SAYS = "The café in Malmö sold 1,200 cups – “twice” as many as in 2023, the owner said, and the résumé of the year is naïve."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"])
def test_common_encodings_are_read(encoding):
    assert decode(SAYS.encode(encoding), "a.txt") == SAYS


def test_line_ends_stay_as_they_are():
    assert decode(b"a\r\nb\rc\n", "a.txt") == "a\r\nb\rc\n"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b"\xef\xbb\xbf\r\n", "empty"),
        (b"5 boats\0\0\0", "binary"),
        (bytes(range(256)) * 20, "binary"),
        ("5 caf\u00e9s".encode() + b" and \xff\xfe more", "not valid UTF-8 at byte 13"),
        (b"\xff\xfea\xd8", "not valid UTF-16"),
    ],
)
def test_what_is_no_text_is_refused_with_the_reason(data, reason):
    with pytest.raises(ReadError, match=reason) as error:
        decode(data, "a.txt")
    assert error.value.where == "a.txt"
    assert error.value.next_step


@given(st.binary(max_size=300))
def test_any_bytes_are_text_or_a_read_error(data):
    with suppress(ReadError):
        assert decode(data, "x")
