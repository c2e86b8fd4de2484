"""The parts of a briefing's file as the desk shows them: their headings, fields, words and choices."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from generator.content.model import AnalysisKind, BriefingStatus, Confidence
from generator.content.model.values import Count, Date, Ids, Language, Text
from generator.language import N_


@dataclass(frozen=True)
class Part:
    """A list of the file: its heading, its fields with their types, which are needed, and whether its items have evidence."""

    title: str
    fields: Mapping[str, Any]
    required: tuple[str, ...] = ("text",)
    has_evidence: bool = True


FIELDS: Mapping[str, tuple[str, Any]] = {
    "title": (N_("Title"), Text),
    "question": (N_("Question"), Text),
    "status": (N_("State of the talks"), BriefingStatus),
    "as_of": (N_("As of"), Date),
    "reviewed_on": (N_("Reviewed on"), Date),
    "review_every": (N_("Days until the next review"), Count),
    "language": (N_("Language"), Language),
}
"""The fields with one value: their words and their types."""
REQUIRED = ("title", "question", "status", "as_of", "reviewed_on")
POINTS = {
    "what_is_new": N_("What is new"),
    "where_it_stands": N_("Where it stands"),
    "what_is_not_known": N_("What is not known"),
}
POINT = Part("", {"text": Text, "past_text": Text})
PARTS: Mapping[str, Part] = {
    "background": Part(N_("Background"), {"text": Text}),
    "unknowns": Part(N_("Unknowns"), {"text": Text}),
    "timeline": Part(N_("Timeline"), {"date": Date, "title": Text}, ("date", "title")),
    "analysis": Part(
        N_("Analysis"),
        {
            "kind": AnalysisKind,
            "text": Text,
            "about": Ids,
            "author": Text,
            "date": Date,
            "confidence": Confidence,
        },
        ("kind", "text", "author", "date"),
    ),
    "corrections": Part(
        N_("Corrections"),
        {"date": Date, "was": Text, "now": Text, "reason": Text},
        ("date", "was", "now", "reason"),
        has_evidence=False,
    ),
}
WORDS = {
    "text": N_("Sentence"),
    "past_text": N_("In the past tense"),
    "date": N_("Date"),
    "title": N_("What happened"),
    "kind": N_("Kind"),
    "about": N_("Issues that it is about"),
    "author": N_("Signed by"),
    "confidence": N_("Confidence"),
    "was": N_("Text before"),
    "now": N_("Text now"),
    "reason": N_("Reason"),
}
CHOICES: Mapping[str, Mapping[str, str]] = {
    "kind": {
        AnalysisKind.ASSESSMENT: N_("Assessment"),
        AnalysisKind.ASSUMPTION: N_("Assumption"),
        AnalysisKind.GAP: N_("Gap"),
        AnalysisKind.UNKNOWN: N_("Unknown"),
        AnalysisKind.OUTLOOK: N_("Outlook"),
    },
    "confidence": {
        Confidence.LOW: N_("Low"),
        Confidence.MODERATE: N_("Moderate"),
        Confidence.HIGH: N_("High"),
    },
}
