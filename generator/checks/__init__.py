"""The checks: one a file, each a rule that editors can break. `CHECKS` lists them all."""

from __future__ import annotations

from generator.checks import (
    assessment_alone,
    contested_name,
    cuts_number,
    dates_in_order,
    incomplete_position,
    left_to_do,
    loaded_word,
    marks_around_quote,
    missing_evidence,
    no_entry,
    one_origin,
    over_paragraph_end,
    quote_outside_marks,
    quoted_words,
    renamed,
    same_day,
    same_evidence_twice,
    same_name,
    same_words_for_two_parties,
    scale_order,
    source_dates,
    speaker_not_near,
    stance_for_each_proposal,
    two_kinds_for_one_passage,
    unattributed_claim,
    uncited_source,
    undeclared_party,
    unhashed_source,
    unknown_allowed_word,
    unknown_issue,
    unknown_party,
    unknown_speaker,
    unknown_stance,
    unusable_source,
    unused_party,
    unused_quotation,
)
from generator.checks.content import Check, Content
from generator.diagnostics import Diagnostic, merged

CHECKS: tuple[Check, ...] = (
    unknown_party,
    undeclared_party,
    unknown_issue,
    unknown_speaker,
    unknown_stance,
    stance_for_each_proposal,
    missing_evidence,
    assessment_alone,
    incomplete_position,
    same_day,
    dates_in_order,
    scale_order,
    unhashed_source,
    unusable_source,
    no_entry,
    quoted_words,
    same_words_for_two_parties,
    two_kinds_for_one_passage,
    same_evidence_twice,
    one_origin,
    uncited_source,
    unused_party,
    same_name,
    source_dates,
    quote_outside_marks,
    unused_quotation,
    left_to_do,
    speaker_not_near,
    marks_around_quote,
    over_paragraph_end,
    cuts_number,
    renamed,
    loaded_word,
    unattributed_claim,
    contested_name,
    unknown_allowed_word,
)
RULES = tuple(check.RULE for check in CHECKS)


def run_checks(content: Content) -> tuple[Diagnostic, ...]:
    """Run every check on `content`: all that is wrong, sorted by place."""
    return merged(*(check.check(content) for check in CHECKS))
