"""What curators do with claims, without any screen: deciding here, each further concern in a file of its own."""

from factdb.review.adding import add
from factdb.review.deciding import By, Told, correct, decide, undo

__all__ = ["By", "Told", "add", "correct", "decide", "undo"]
