"""Where articles disagree: same facts, verdicts, and checks inside one article. Pure functions over plain claims."""
