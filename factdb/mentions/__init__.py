"""From tokens to numbers, quantities and dates: every expression of the text that holds a value, claim or not."""
