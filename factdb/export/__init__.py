"""Verified claims as files for other programs: CSV and JSON Lines, wide or one file per kind."""
