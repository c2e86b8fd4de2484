"""Rules of the strict YAML reader; their manual is in rules.md."""

from __future__ import annotations

from generator.diagnostics import read_rules

_RULES = read_rules(__file__)
NOT_UTF8 = _RULES["yaml-not-utf8"]
TOO_LARGE = _RULES["yaml-too-large"]
HIDDEN_CHARACTER = _RULES["hidden-character"]
TAB = _RULES["tab"]
UNREADABLE = _RULES["unreadable-yaml"]
MIXED_MARKS = _RULES["mixed-quotation-marks"]
RUN_TOGETHER = _RULES["run-together"]
DUPLICATE_KEY = _RULES["duplicate-key"]
CUT_BY_COMMENT = _RULES["cut-by-comment"]
NOT_PLAIN = _RULES["not-plain"]
TOO_DEEP = _RULES["too-deep"]
SEVERAL_DOCUMENTS = _RULES["several-documents"]
NOT_A_MAPPING = _RULES["not-a-mapping"]
RULES = tuple(_RULES.values())
