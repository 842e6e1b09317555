"""factdb: numbers and dates from news articles as typed claims, each tied to the words it came from.

>>> import factdb
>>> factdb.extract("Trade rose 5 percent in May.", published_on=date(2025, 6, 9)).claims  # doctest: +SKIP
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from factdb.claims.extract import extract
    from factdb.claims.extraction import Extraction

__all__ = ["Extraction", "__version__", "extract"]

__version__ = "0.1.0"


def __getattr__(name: str) -> Any:
    """The rules are imported when they are first asked for, so that `--help` and `--version` need not wait for them."""
    from importlib import import_module

    if name == "extract":
        return import_module("factdb.claims.extract").extract
    if name == "Extraction":
        return import_module("factdb.claims.extraction").Extraction
    raise AttributeError(f"module 'factdb' has no attribute {name!r}")
