"""Hashes of stored texts in their sidecars, and what a changed text does to its evidence."""
