"""Rules for the files of a project and for stored texts; their manual is in rules.md."""

from __future__ import annotations

from generator.diagnostics import read_rules

_RULES = read_rules(__file__)
NOT_A_FILE = _RULES["not-a-file"]
TOO_LARGE = _RULES["file-too-large"]
UNREADABLE = _RULES["unreadable"]
NO_FOLDER = _RULES["no-folder"]
WRONG_SETTINGS = _RULES["wrong-settings"]
NOT_UTF8 = _RULES["text-not-utf8"]
NUL = _RULES["text-with-nul"]
EMPTY = _RULES["text-empty"]
RULES = tuple(_RULES.values())
RULES_OF_THE_DISK = (NOT_A_FILE, TOO_LARGE, UNREADABLE, NO_FOLDER, WRONG_SETTINGS)
"""Rules that examining bytes cannot break, only reading files from the disk."""
