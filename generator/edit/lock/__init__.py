"""Hashes of stored texts: recorded in their sidecars, and what came of the evidence where a text was changed."""
