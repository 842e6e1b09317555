"""factdb: numbers and dates from news articles as typed claims, each tied to the words it came from.

>>> import factdb
>>> factdb.extract("Trade rose 5 percent in May.", published_on=date(2025, 6, 9)).claims  # doctest: +SKIP
"""

from factdb.claims.extract import extract
from factdb.claims.extraction import Extraction

__all__ = ["Extraction", "__version__", "extract"]

__version__ = "0.1.0"
