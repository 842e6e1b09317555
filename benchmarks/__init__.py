"""Measurements against the gold data; not part of the installed package."""
