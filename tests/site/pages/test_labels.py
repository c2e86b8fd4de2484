"""Every code of the model has words for readers."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

import pytest

from generator.analysis import pairwise
from generator.content import model
from generator.content.model.uses import Role
from generator.site.pages import labels

EVERY_CODE: list[tuple[Mapping[Any, str], type[StrEnum]]] = [
    (labels.KINDS, model.Kind),
    (labels.KIND_COUNTS, model.Kind),
    (labels.BASES, model.Basis),
    (labels.SIDES, model.Side),
    (labels.PAIR_COUNTS, pairwise.Relation),
    (labels.SOURCE_STATUSES, model.SourceStatus),
    (labels.PUBLISHED_PARTS, model.Publish),
    (labels.BRIEFING_STATUSES, model.BriefingStatus),
    (labels.NOTE_KINDS, model.AnalysisKind),
    (labels.CONFIDENCE, model.Confidence),
    (labels.PARTY_KINDS, model.PartyKind),
]


@pytest.mark.parametrize(("table", "codes"), EVERY_CODE)
def test_every_code_has_words_in_the_order_of_the_model(
    table: Mapping[Any, str], codes: type[StrEnum]
) -> None:
    assert list(table) == list(codes)


def test_tables_of_some_codes_leave_none_out() -> None:
    assert set(labels.RELATIONS) == set(model.Relation) - {model.Relation.SUPPORTS}
    assert set(labels.ABSENCES) == set(model.ABSENCES)
    assert set(labels.CLAIM) == set(labels.CLAIMS)
    assert set(labels.OVERVIEW_PARTS) == set(labels.OVERVIEW_ITEMS)
    assert set(Role) == {Role.POSITION, *labels.CLAIMS, *labels.OVERVIEW_PARTS}
