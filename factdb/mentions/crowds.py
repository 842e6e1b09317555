"""Figures too dense for prose: a table, or a list that goes on and on.

They stay numbers, and no more: the other passes would read columns as grammar, and take most of their time there.
"""

from factdb.mentions.scan import Scan

_MOST = 80  # figures in a row, each near the next, that prose can hold
_NEAR = 6  # tokens from one figure to the next


def read(scan: Scan) -> None:
    """Find the crowds of figures, which the passes behind this one leave out."""
    if len(scan.numbers) <= _MOST:
        return
    firsts = list(scan.numbers)
    begin = 0
    for at in range(1, len(firsts) + 1):
        if at == len(firsts) or firsts[at] - firsts[at - 1] > _NEAR:
            if at - begin > _MOST:
                scan.crowds.append((firsts[begin], scan.numbers[firsts[at - 1]].last))
            begin = at
