"""Rules for the shape of data; their manual is in rules.md."""

from __future__ import annotations

from generator.diagnostics import read_rules

_RULES = read_rules(__file__)
UNKNOWN_KEY = _RULES["unknown-key"]
MISSING_KEY = _RULES["missing-key"]
NOT_A_CHOICE = _RULES["not-a-choice"]
NO_VALUE = _RULES["no-value"]
WRONG_SHAPE = _RULES["wrong-shape"]
TOO_LONG = _RULES["too-long"]
WRONG_DATE = _RULES["wrong-date"]
WRONG_IDENTIFIER = _RULES["wrong-identifier"]
WRONG_VALUE = _RULES["wrong-value"]
RULES = tuple(_RULES.values())
