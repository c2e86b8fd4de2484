"""Rules of the evidence gate; their manual is in rules.md."""

from generator.diagnostics import read_rules

_RULES = read_rules(__file__)
NOT_FOUND = _RULES["not-found"]
NEAR = _RULES["near"]
AMBIGUOUS = _RULES["ambiguous"]
ELSEWHERE = _RULES["in-another-source"]
OUT_OF_ORDER = _RULES["out-of-order"]
TOO_SHORT = _RULES["too-short"]
SOURCE_MISSING = _RULES["source-missing"]
SOURCE_CHANGED = _RULES["source-changed"]
CUTS_WORD = _RULES["cuts-a-word"]
OVERLAPPING = _RULES["overlapping"]
OTHER_PLACE = _RULES["in-another-place"]
RULES = tuple(_RULES.values())
