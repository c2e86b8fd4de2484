"""Every code of the model has words for readers."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

import pytest

from generator.analysis.results import Finding
from generator.content import model
from generator.content.model.uses import Role
from generator.site.pages.labels import LABELS

EVERY_CODE: list[tuple[Mapping[Any, str], type[StrEnum]]] = [
    (LABELS.kinds, model.Kind),
    (LABELS.kind_counts, model.Kind),
    (LABELS.bases, model.Basis),
    (LABELS.sides, model.Side),
    (LABELS.finding_rules, Finding),
    (LABELS.a_source, model.SourceKind),
    (LABELS.source_statuses, model.SourceStatus),
    (LABELS.published_parts, model.Publish),
    (LABELS.briefing_statuses, model.BriefingStatus),
    (LABELS.note_kinds, model.AnalysisKind),
    (LABELS.confidence, model.Confidence),
    (LABELS.party_kinds, model.PartyKind),
]


@pytest.mark.parametrize(("table", "codes"), EVERY_CODE)
def test_every_code_has_words_in_the_order_of_the_model(
    table: Mapping[Any, str], codes: type[StrEnum]
) -> None:
    assert list(table) == list(codes)


def test_tables_of_some_codes_leave_none_out() -> None:
    assert set(LABELS.relations) == set(model.Relation) - {model.Relation.SUPPORTS}
    assert set(LABELS.claim) == set(LABELS.claims)
    assert set(LABELS.overview_parts) == set(LABELS.overview_items)
    assert set(Role) == {Role.POSITION, *LABELS.claims, *LABELS.overview_parts}
    own = {level.code: level.label for level in model.DEFAULT_SCALE} | model.ABSENCES
    assert LABELS.stances == own | {"unclear": "Unclear", "withdrawn": "withdrawn"}
