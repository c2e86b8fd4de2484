"""Rules for the files of a project; their manual is in rules.md."""

from __future__ import annotations

from generator.diagnostics import read_rules

_RULES = read_rules(__file__)
STRAY_FILE = _RULES["stray-file"]
NO_PARTNER = _RULES["no-partner"]
NO_BRIEFING = _RULES["no-briefing-file"]
WRONG_PARTY_FILE = _RULES["wrong-party-file"]
UNSAFE_NAME = _RULES["unsafe-name"]
MORE_ERRORS = _RULES["more-errors"]
RULES = tuple(_RULES.values())
