"""Values as the cells of a table and as JSON: exact decimals, ISO 8601 days, and text that no spreadsheet runs."""

import json
import re
from datetime import date
from decimal import Decimal
from typing import Any

# Controls, C1, marks of direction, separators of lines, half surrogates, tags and invisible joiners that hide text.
UNSAFE = re.compile("[\x00-\x1f\x7f-\x9f\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e007f]")
_FORMULA = re.compile(r"\s*[=+\-@\uff1d\uff0b\uff0d\uff20]|[\t\r\n]")


def harmless(text: str) -> str:
    """Text that a spreadsheet would take for a formula gets an apostrophe in front; other text is unchanged.

    The characters are those of OWASP's page on CSV injection, with their full-width forms.
    """
    return f"'{text}" if _FORMULA.match(text) else text


def cell(value: object) -> str:
    """A value as the text of a table's or CSV's cell; lists are joined by semicolons."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, (list, tuple)):
        return "; ".join(str(part) for part in value)
    return str(value if isinstance(value, (str, int, float)) else _plain(value))


def separate_cell(value: object) -> str:
    """A cell of CSV: text is made harmless for spreadsheets, numbers are never touched."""
    return harmless(cell(value)) if isinstance(value, (str, list, tuple)) else cell(value)


def json_line(value: Any) -> str:
    """A value as JSON on one line; what could steer a terminal is written as a JSON escape, so nothing is lost."""
    line = json.dumps(value, ensure_ascii=False, default=_plain)
    return line if line.isprintable() else UNSAFE.sub(lambda found: _json_escape(found[0]), line)  # nothing unsafe is printable, told far sooner


def _json_escape(char: str) -> str:
    return json.dumps(char)[1:-1] if ord(char) != 0x7F else "\\u007f"


def _plain(value: object) -> Any:
    """A value that JSON does not know: decimals as plain strings, dates as ISO 8601."""
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"no plain form for {type(value).__name__}")
