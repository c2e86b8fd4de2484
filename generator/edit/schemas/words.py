"""What editors' programs show of values, and the texts that they offer to start from. Keys are those of the model."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

VALUES: Mapping[str, Mapping[str, str]] = {
    "AnalysisKind": {
        "assessment": "What the author concludes from the evidence.",
        "assumption": "What the author takes as given, and did not find in a source.",
        "gap": "What the stored sources do not cover.",
        "unknown": "What nobody is known to know.",
        "outlook": "What the author expects to happen.",
    },
    "Basis": {
        "stated": "The party said so itself. This is meant where nothing is written.",
        "reported": "A source says so of the party.",
        "inferred": "The editors conclude it; the page says that.",
    },
    "BriefingStatus": {
        "exploratory": "Contacts, and no talks yet.",
        "active": "The parties are talking.",
        "stalled": "Talks have stopped moving.",
        "agreed": "The parties have an agreement.",
        "collapsed": "Talks were broken off.",
        "closed": "The matter has ended, and the briefing is kept as it is.",
    },
    "Confidence": {
        "low": "Thin or conflicting evidence: it may well be otherwise.",
        "moderate": "Sound evidence that allows other readings.",
        "high": "Strong evidence that agrees.",
    },
    "PartyKind": {
        "state": "A country.",
        "government": "A government, or a part of one, apart from its country.",
        "bloc": "States or organisations that act together.",
        "organisation": "An organisation, company or authority.",
        "person": "One person, speaking for nobody else.",
        "movement": "People who act together without a fixed organisation.",
    },
    "Publish": {
        "full": "Readers see the whole text.",
        "excerpt": "Readers see the sentences that hold a cited passage. This is meant where nothing is written.",
        "none": "Readers see the cited words alone.",
    },
    "Relation": {
        "supports": "The passage bears the claim out. This is meant where nothing is written.",
        "qualifies": "The passage limits the claim.",
        "contradicts": "The passage speaks against the claim.",
        "background": "The passage helps to understand the claim, and proves nothing.",
    },
    "Side": {
        "for": "On the side of the proposal.",
        "between": "Neither for nor against.",
        "against": "Against the proposal.",
    },
    "SourceStatus": {
        "usable": "Nothing is known against it. This is meant where nothing is written.",
        "corrected": "Its publisher corrected it.",
        "withheld": "Its publisher asks not to use it for now.",
        "canceled": "Its publisher took it back.",
    },
}

STANCES: Mapping[str, str] = {
    "supports": "Wants the proposal.",
    "accepts": "Can live with the proposal.",
    "conditional": "Makes it depend on something: say on what under conditions.",
    "opposes": "Does not want the proposal.",
    "rejects": "Rules the proposal out: a declared red line.",
    "unclear": "The party’s own statements conflict, or cannot be read either way.",
    "not-stated": "The party has said nothing on it. No evidence is needed; say searched_until.",
    "declined": "The party was asked and would not say. No evidence is needed; say searched_until.",
    "not-found": "The sources were searched and hold nothing. Say up to when: searched_until.",
}

_QUOTE = {"source": "$1", "quote": "$2", "speaker": "$3"}
SNIPPETS: Mapping[str, tuple[Mapping[str, Any], ...]] = {
    "Position": (
        {
            "label": "a position",
            "description": "A stance with its day, its sentence, and a quote that shows it.",
            "body": {
                "issue": "$4",
                "stance": "$5",
                "as_of": "$6",
                "statement": "$7",
                "evidence": [_QUOTE],
            },
        },
        {
            "label": "nothing on record",
            "description": "The sources hold no position: say up to when they were searched.",
            "body": {"issue": "$1", "stance": "not-found", "searched_until": "$2"},
        },
    ),
    "Evidence": (
        {
            "label": "a quote",
            "description": "The party’s own words, inside quotation marks in the source.",
            "body": _QUOTE,
        },
        {
            "label": "a reported sentence",
            "description": "The source’s words about what a party says or does.",
            "body": {"source": "$1", "reported": "$2"},
        },
        {
            "label": "an assessment",
            "description": "The source’s own judgement.",
            "body": {"source": "$1", "assessment": "$2"},
        },
    ),
    "Claim": (
        {
            "label": "a claim",
            "description": "One attributed sentence, and the passage that it rests on.",
            "body": {"text": "$1", "evidence": [{"source": "$2", "reported": "$3"}]},
        },
    ),
    "Speaker": (
        {
            "label": "a speaker",
            "description": "The full name, and the office in words that the sources use.",
            "body": {"name": "$1", "role": "$2"},
        },
    ),
}
