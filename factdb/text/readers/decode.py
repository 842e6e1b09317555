"""Bytes to text: UTF-8 first, then what a byte order mark says, then a guess that has to be a good one."""

import codecs
import re

from factdb.errors import ReadError

_MARKS = ((codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF32_BE, "utf-32"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
# Two bytes or more that make one character of UTF-8: unlikely by chance in any older encoding.
_UTF8_PAIR = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_FEW_CONTROLS = 8
_ENOUGH_CONTROLS = 0.02
_SURROGATE = re.compile("[\ud800-\udfff]")


def decode(data: bytes, where: str) -> str:
    """The text of a file, line ends as they are. A ReadError where it is empty, binary or of unknown encoding."""
    if not data.strip(b"\xef\xbb\xbf \t\r\n\f"):
        raise ReadError("the file is empty", where=where, next_step="Leave it out")
    text = _decoded(data, where)
    checked(text, where)
    return text


def checked(text: str, where: str) -> str:
    """A text that can be stored: no NUL, no half surrogate pair, and few control characters; else a ReadError."""
    if "\0" in text or len(_CONTROL.findall(text)) > max(_FEW_CONTROLS, _ENOUGH_CONTROLS * len(text)):
        raise ReadError("binary, not text", where=where, next_step="Save it as text in UTF-8")
    if _SURROGATE.search(text):
        raise ReadError("half of a surrogate pair in the text", where=where, next_step="Save it again as UTF-8 without such escapes")
    return text


def _decoded(data: bytes, where: str) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                return data.decode(encoding)
            except UnicodeDecodeError as error:
                raise _wrong(where, f"not valid {encoding.upper()} at byte {error.start:,}") from None
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        if b"\0" in data:
            raise ReadError("binary, not text", where=where, next_step="Save it as text in UTF-8") from None
        if _UTF8_PAIR.search(data):
            raise _wrong(where, f"not valid UTF-8 at byte {error.start:,}") from None
    return _guessed(data, where)


def _guessed(data: bytes, where: str) -> str:
    """Older encodings: the one that English newsrooms used is tried first, since short texts fit many."""
    from charset_normalizer import from_bytes

    best = from_bytes(data, cp_isolation=["cp1252"]).best() or from_bytes(data).best()
    if best is None:
        raise _wrong(where, "neither UTF-8 nor another encoding that can be told")
    return str(best)


def _wrong(where: str, what: str) -> ReadError:
    return ReadError(what, where=where, next_step="Save it again as UTF-8")
