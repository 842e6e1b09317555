"""What curators do with claims, without any screen: deciding here, each further concern in a file of its own."""

from factdb.review.adding import add
from factdb.review.deciding import By, OvertakenError, Told, correct, decide, mark_reviewed, redo, undo

__all__ = ["By", "OvertakenError", "Told", "add", "correct", "decide", "mark_reviewed", "redo", "undo"]
