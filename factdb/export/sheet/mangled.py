"""What became of a cell: untouched, changed by a person, or rewritten by the spreadsheet program.

A rewritten cell that can only mean what was exported counts as untouched and is told; any other is refused and named, since
nobody knows what it was meant to say.
"""

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal, InvalidOperation

SAME, EDITED, RESTORED, REFUSED = "same", "edited", "restored", "refused"
Raw = str | int | float | bool | datetime | date | None
_EPOCH = date(1899, 12, 30)
_DIGITS = 15
_ERROR = re.compile(r"#(?:NAME\?|REF!|VALUE!|DIV/0!|N/A|NUM!|NULL!)|#{3,}|Err:\d+")
_SLASHED = re.compile(r"(\d{1,4})[./-](\d{1,2})[./-](\d{1,4})(?: \d\d?:\d\d(?::\d\d)?)?")
_SCIENTIFIC = re.compile(r"-?\d(?:[.,](\d+))?[eE][+-]?\d+")
_MONTH_CELL = re.compile(r"\d{1,2}[-. ][A-Z][a-z]{2}|[A-Z][a-z]{2}[-. ]\d{2}")
_ISO = re.compile(r"\d{4}-\d\d-\d\d")
_PLAIN = re.compile(r"-?[\d.,' \u00a0\u202f]*\d%?")


@dataclass(frozen=True, slots=True)
class Look:
    """`what` became of a cell, its `text` now, and `why` in words where a program rewrote it."""

    what: str
    text: str
    why: str = ""


def look(raw: Raw, exported: str, form: str) -> Look:
    """Compare a cell with what was exported; `form` is number, date or text."""
    text = plain(raw)
    if " ".join(text.split()) == " ".join(exported.split()):
        return Look(SAME, exported)
    fault = _fault(text, exported)
    if fault is not None:
        return fault
    if not text:
        return Look(EDITED, "")
    return {"number": _number, "date": _date, "text": _text}[form](raw, text, exported)


def plain(raw: Raw) -> str:
    """A cell as text: days as ISO 8601, whole numbers without a point."""
    if isinstance(raw, datetime):
        return raw.date().isoformat() if raw.time() == datetime.min.time() else raw.isoformat(sep=" ")
    if isinstance(raw, float) and raw.is_integer():
        return str(int(raw))
    return "" if raw is None else str(raw).strip()


def _fault(text: str, exported: str) -> Look | None:
    """Faults of any cell: an error of the program, or characters that a wrong encoding cost."""
    if _ERROR.fullmatch(text):
        return Look(REFUSED, text, "an error of the spreadsheet")
    if not text:
        return None
    for wrong in ("cp1252", "latin-1", "mac-roman"):
        if _recoded(text, wrong) == exported or (exported and text == _misread(exported, wrong)):
            return Look(RESTORED, exported, f"UTF-8 read as {wrong}")
    if "\ufffd" in text and "\ufffd" not in exported:
        return Look(REFUSED, text, "characters were lost to a wrong encoding")
    if exported and not exported.isascii() and text == "".join(char if char.isascii() else "?" for char in exported):
        return Look(RESTORED, exported, "characters became question marks")
    return None


def _recoded(text: str, encoding: str) -> str | None:
    try:
        return None if text.isascii() else text.encode(encoding).decode("utf-8")
    except UnicodeError:
        return None


def _misread(text: str, encoding: str) -> str:
    return "" if text.isascii() else text.encode().decode(encoding, errors="replace")


def _number(raw: Raw, text: str, exported: str) -> Look:
    if isinstance(raw, (datetime, date)) or _MONTH_CELL.fullmatch(text) or (_SLASHED.fullmatch(text) and text.count(".") < 2):
        return Look(REFUSED, text, "a number became a date")
    scientific = _SCIENTIFIC.fullmatch(text)
    number = _decimal(text.replace(",", ".") if scientific else text)
    if number is None or (not scientific and not _PLAIN.fullmatch(text)):
        return Look(EDITED, text)
    known = _decimal(exported)
    if known is not None and number == known:
        return Look(RESTORED if scientific else SAME, exported, "scientific notation" if scientific else "")
    if known is not None and _rounded(number, known, raw, scientific):
        return Look(RESTORED, exported, "digits were lost" if scientific is None else "scientific notation lost digits")
    return Look(REFUSED, text, "scientific notation; write all digits") if scientific else Look(EDITED, format(number, "f"))


def _rounded(number: Decimal, known: Decimal, raw: Raw, scientific: re.Match[str] | None) -> bool:
    """Whether a number is what a program leaves of the known one: fewer digits, or fifteen of them."""
    if scientific is not None and known:
        digits = len(scientific[1] or "") + 1
        return f"{known:.{digits - 1}E}" == f"{number:.{digits - 1}E}" and digits < len(known.as_tuple().digits)
    long = len(known.as_tuple().digits) > _DIGITS
    return long and (float(known) == float(number) or f"{known:.{_DIGITS - 1}E}" == f"{number:.{_DIGITS - 1}E}") and isinstance(raw, (str, int, float))


def _decimal(text: str) -> Decimal | None:
    """A number in digits as people and programs write it: thousands apart, a point or a comma for decimals."""
    bare = re.sub("[ \u00a0\u202f'%]", "", text)
    if re.fullmatch(r"-?\d{1,3}(,\d{3})+(\.\d+)?", bare):
        bare = bare.replace(",", "")
    elif re.fullmatch(r"-?\d{1,3}(\.\d{3}){2,}(,\d+)?", bare) or re.fullmatch(r"-?\d+,\d+", bare):
        bare = bare.replace(".", "").replace(",", ".")
    try:
        return Decimal(bare)
    except InvalidOperation:
        return None


def _date(raw: Raw, text: str, exported: str) -> Look:
    if isinstance(raw, (datetime, date)) or _ISO.fullmatch(text):
        return Look(EDITED, text)
    days = _days(raw, text)
    if exported in days:
        return Look(RESTORED, exported, f"a day became {text}")
    return Look(REFUSED, text, "the day cannot be told; write it as 2025-06-03") if days else Look(EDITED, text)


def _days(raw: Raw, text: str) -> set[str]:
    """The days that a cell may mean: numbers in any order or, of a `raw` that is known, a count of days."""
    if isinstance(raw, (int, float)) or (raw is not None and re.fullmatch(r"\d{5}(\.0+)?", text)):
        return {(_EPOCH + timedelta(days=int(float(text)))).isoformat()}
    found = _SLASHED.fullmatch(text)
    if not found:
        return set()
    one, two, three = (int(part) for part in found.groups())
    return {day for order in ((three, one, two), (three, two, one), (one, two, three)) if (day := _day(*order))}


def _meant(day: date, exported: str) -> bool:
    """Whether a program may have made this day of the text: "April 1955" becomes 1 April 1955, "3-4" some 3 April or 4 March."""
    numbers, names = re.findall(r"\d+", exported), re.findall(r"[^\W\d_]+", exported)
    known = {str(day.year), str(day.month), str(day.day), f"{day.month:02}", f"{day.day:02}", str(day.year)[2:]}
    return bool(numbers) and set(numbers) <= known and all(day.strftime("%B").lower().startswith(name.lower()) for name in names)


def _day(year: int, month: int, day: int) -> str | None:
    try:
        return date(year + 2000 if year < 100 else year, month, day).isoformat()
    except ValueError:
        return None


def _text(raw: Raw, text: str, exported: str) -> Look:
    days = {raw.date() if isinstance(raw, datetime) else raw} if isinstance(raw, date) else {date.fromisoformat(day) for day in _days(None, text)}
    if days or _MONTH_CELL.fullmatch(text):
        clear = any(_meant(day, exported) for day in days)
        return Look(RESTORED, exported, f"text became {text}") if clear else Look(REFUSED, text, "text became a date")
    if isinstance(raw, bool):
        return Look(REFUSED, text, "text became a truth value")
    number, known = _decimal(text), _decimal(exported)
    if number is not None and number == known:
        return Look(RESTORED, exported, "text became a number")
    return Look(EDITED, text)
