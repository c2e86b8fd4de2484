"""The words that readers see for the codes of the model, from `labels.yml`. Templates translate them: `_(labels.KINDS[kind])`."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

import yaml

from generator.analysis import pairwise
from generator.content import model
from generator.content.model.uses import Role

Code = TypeVar("Code", bound=StrEnum)
TABLES: Mapping[str, Mapping[str, str]] = yaml.safe_load(
    Path(__file__).with_name("labels.yml").read_text(encoding="utf-8")
)


def _labels(table: str, codes: type[Code]) -> Mapping[Code, str]:
    """Return the words for each code of a table, in the order of the file."""
    return {codes(code): words for code, words in TABLES[table].items()}


KINDS = _labels("kinds", model.Kind)
KIND_COUNTS = _labels("kind_counts", model.Kind)
RELATIONS = _labels("relations", model.Relation)
BASES = _labels("bases", model.Basis)
CLAIMS = _labels("claims", Role)
CLAIM = _labels("claim", Role)
OVERVIEW_PARTS = _labels("overview_parts", Role)
OVERVIEW_ITEMS = _labels("overview_items", Role)
ABSENCES = TABLES["absences"]
SIDES = _labels("sides", model.Side)
PAIR_COUNTS = _labels("pair_counts", pairwise.Relation)
SOURCE_STATUSES = _labels("source_statuses", model.SourceStatus)
PUBLISHED_PARTS = _labels("published_parts", model.Publish)
BRIEFING_STATUSES = _labels("briefing_statuses", model.BriefingStatus)
NOTE_KINDS = _labels("note_kinds", model.AnalysisKind)
CONFIDENCE = _labels("confidence", model.Confidence)
PARTY_KINDS = _labels("party_kinds", model.PartyKind)
