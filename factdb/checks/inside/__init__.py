"""What one article says against itself or the calendar: one file per check. Silent unless the words leave no other reading."""
