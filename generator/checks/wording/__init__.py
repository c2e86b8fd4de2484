"""Words that take sides, by language, and how to find words in the editors' sentences."""
