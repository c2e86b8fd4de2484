"""Two states of a project -> what changed for a reader between them: said in words, positions first, pages last."""
