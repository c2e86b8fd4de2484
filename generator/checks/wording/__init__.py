"""Words that take sides, by language, and how to find words in a text."""
