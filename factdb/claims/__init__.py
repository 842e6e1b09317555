"""From mentions to typed claims: what was measured, of whom, where, when, and who says so."""
