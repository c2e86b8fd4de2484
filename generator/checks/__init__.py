"""The checks: one rule a module. `CHECKS` lists them all.

To add a check, write a module with `RULE` and `check`, add its name to `_NAMES`, and add a folder to `tests/cases`.
The docstring of a check is its manual page: a title, a blank line, why the rule matters, a wrong and a right example.
"""

from collections.abc import Iterable
from dataclasses import replace
from importlib import import_module
from typing import cast

from generator.checks.content import Check, Content, Texts
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
    "places_in_order",
    "other_page",
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
_OF_SOURCE = (
    "nearly_whole_excerpt",
    "same_words_for_two_parties",
    "two_kinds_for_one_passage",
    "unused_quotation",
)
"""Checks that compare the uses of a source in all briefings."""
_OF_SITE = ("date_in_future", "renamed", "stored_twice", "unused")
"""Checks that compare parts of the site in other ways."""
_OF_TEXTS = ("quoted_words", "words_outside_evidence", "quotes_withheld_source", "unclosed_mark")
"""Checks of the editors' texts. Those that all briefings share may quote the evidence of any briefing."""


def _checks(names: Iterable[str]) -> tuple[Check, ...]:
    return tuple(cast("Check", import_module(f"{__name__}.{name}")) for name in names)


CHECKS = _checks(_NAMES)
RULES = tuple(check.RULE for check in CHECKS)
OF_PARTS = _checks(name for name in _NAMES if name not in {*_OF_SOURCE, *_OF_SITE})
"""Checks that look at a briefing with its sources.

What they report in the files of a briefing, of a source or of all briefings follows from that part of the content alone,
from the shared files, and from the languages and publishers of the whole site.
"""
OF_SOURCE = _checks(_OF_SOURCE)
OF_SITE = _checks(_OF_SITE)
OF_TEXTS = _checks(_OF_TEXTS)


def check_parts(content: Content) -> tuple[Diagnostic, ...]:
    """Return what the checks of parts report in some parts of the content, sorted."""
    return _run(OF_PARTS, content)


def check_source(content: Content) -> tuple[Diagnostic, ...]:
    """Return what the checks of sources report about the source of this part, with all its uses."""
    return _run(OF_SOURCE, content)


def check_site(content: Content) -> tuple[Diagnostic, ...]:
    """Return what follows from the content as a whole, sorted: what no part shows."""
    return merged(_run(OF_SITE, content), _run(OF_TEXTS, replace(content, texts=Texts.SHARED)))


def run_checks(content: Content) -> tuple[Diagnostic, ...]:
    """Return the diagnostics of every check, sorted by location."""
    return _run(CHECKS, content)


def _run(run: Iterable[Check], content: Content) -> tuple[Diagnostic, ...]:
    return merged(*(check.check(content) for check in run))
