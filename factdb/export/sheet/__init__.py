"""The spreadsheet for a colleague who will not open a terminal: written for review, read back, compared with what was written, and decided on."""
