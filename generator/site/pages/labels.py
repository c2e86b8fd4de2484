"""The words that readers see for the codes of the model, from `labels.yml`. Templates translate them: `_(labels.KINDS[kind])`."""

from collections.abc import Mapping
from pathlib import Path

import yaml

TABLES: Mapping[str, Mapping[str, str]] = yaml.safe_load(
    Path(__file__).with_name("labels.yml").read_text(encoding="utf-8")
)

KINDS = TABLES["kinds"]
KIND_COUNTS = TABLES["kind_counts"]
RELATIONS = TABLES["relations"]
BASES = TABLES["bases"]
CLAIMS = TABLES["claims"]
CLAIM = TABLES["claim"]
OVERVIEW_PARTS = TABLES["overview_parts"]
OVERVIEW_ITEMS = TABLES["overview_items"]
STANCES = TABLES["stances"]
CONVERGENCE_RULES = TABLES["convergence_rules"]
ABSENCES = TABLES["absences"]
SIDES = TABLES["sides"]
PAIR_COUNTS = TABLES["pair_counts"]
SOURCE_STATUSES = TABLES["source_statuses"]
PUBLISHED_PARTS = TABLES["published_parts"]
BRIEFING_STATUSES = TABLES["briefing_statuses"]
NOTE_KINDS = TABLES["note_kinds"]
CONFIDENCE = TABLES["confidence"]
PARTY_KINDS = TABLES["party_kinds"]
