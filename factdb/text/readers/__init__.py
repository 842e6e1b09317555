"""Files to articles: plain text, Markdown, HTML, JSON Lines and digest pages.

`units` names what there is to read, one file or one row each; `read_unit` reads one of them, in any process. What cannot be
read comes back as a ReadError in its place, so that one bad file never stops the others.
"""

from factdb.text.readers.read import read, read_unit
from factdb.text.readers.unit import ReadOptions, Unit
from factdb.text.readers.units import units

__all__ = ["ReadOptions", "Unit", "read", "read_unit", "units"]
