"""From files to articles, and from an article to sentences and classed tokens. The text is never rewritten."""
