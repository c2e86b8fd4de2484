"""The checks: one rule a module. `CHECKS` lists them all.

To add a check, write a module with `RULE` and `check`, add its name to `_NAMES`, and add a folder to `tests/cases`.
The docstring of a check is its manual page: a title, a blank line, why the rule matters, a wrong and a right example.
"""

from importlib import import_module
from typing import cast

from generator.checks.content import Check, Content
from generator.diagnostics import Diagnostic, merged

_NAMES = (
    "unknown_party",
    "undeclared_party",
    "unknown_issue",
    "unknown_speaker",
    "unknown_stance",
    "stance_for_each_proposition",
    "issue_answers",
    "undefined_stance",
    "row_outside_evidence",
    "long_row",
    "long_key_point",
    "other_answer",
    "repeated_unit",
    "missing_evidence",
    "assessment_alone",
    "incomplete_position",
    "same_day",
    "dates_in_order",
    "scale_order",
    "scale_side",
    "unhashed_source",
    "nearly_whole_excerpt",
    "unusable_source",
    "no_entry",
    "quoted_words",
    "words_outside_evidence",
    "unclosed_mark",
    "translated_into_own_language",
    "same_words_for_two_parties",
    "two_kinds_for_one_passage",
    "same_evidence_twice",
    "one_origin",
    "stored_twice",
    "unused",
    "same_name",
    "source_dates",
    "date_in_future",
    "quote_outside_marks",
    "unused_quotation",
    "left_to_do",
    "speaker_not_near",
    "marks_around_quote",
    "over_paragraph_end",
    "left_out_negation",
    "left_out_condition",
    "denied_words",
    "asked_or_imagined",
    "damaged_text",
    "cuts_number",
    "renamed",
    "loaded_word",
    "unattributed_claim",
    "contested_name",
    "unknown_allowed_word",
    "nothing_to_withdraw",
    "stated_on_reports",
    "later_than_evidence",
    "not_found_after_position",
    "voice_of_source",
    "voice_not_named",
    "dated_names",
    "not_among_speakers",
    "quotation_in_speech",
    "quotes_withheld_source",
)
CHECKS = tuple(cast("Check", import_module(f"{__name__}.{name}")) for name in _NAMES)
RULES = tuple(check.RULE for check in CHECKS)


def run_checks(content: Content) -> tuple[Diagnostic, ...]:
    """Return the diagnostics of every check, sorted by location."""
    return merged(*(check.check(content) for check in CHECKS))
