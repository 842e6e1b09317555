"""Figures too dense for prose: a table or a list that runs on without a full stop.

Its figures stay numbers, and no more: the other passes would read columns as grammar, and take most of their time there.
"""

from collections import Counter

from factdb.mentions.scan import Scan

_MOST = 80  # figures that a sentence of prose can hold
_SPARSEST = 6  # tokens for each figure beyond which it is prose all the same


def read(scan: Scan) -> None:
    """Leave the crowded sentences out of the passes behind this one."""
    if len(scan.numbers) <= _MOST:
        return
    found = Counter(map(scan.tokens.sentence_of, scan.numbers))
    scan.crowds = sorted(span for span, count in found.items() if count > _MOST and span[1] - span[0] < count * _SPARSEST)
    for first, last in scan.crowds:
        scan.tokens.leave_out(first, last)
