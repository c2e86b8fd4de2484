"""What is said about a selection or a statement before it is saved, as values; the words for screens are the desk's."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from generator.content.model import Kind
from generator.evidence import Span
from generator.evidence.rules import (
    AMBIGUOUS,
    CUTS_WORD,
    OUT_OF_ORDER,
    OVERLAPPING,
    TOO_SHORT,
)


class Level(StrEnum):
    """How serious a verdict is: all is well, something needs a look, or it can only be saved as a draft."""

    OK = "ok"
    CHECK = "check"
    ERROR = "error"


class Finding(StrEnum):
    """What a verdict is about. `CODES` has the codes of the diagnostics that the check gives for these findings."""

    FOUND = "found"
    FOUND_IN_PARTS = "found in parts"
    ALSO_IN = "also in"
    PRONOUN = "pronoun"
    NOBODY_NAMED = "nobody named"
    LEAVES_OUT_NEGATION = "leaves out negation"
    LEAVES_OUT_CONDITION = "leaves out condition"
    MAY_BE_DENIED = "may be denied"
    MAY_BE_ASKED = "may be asked"
    OUTSIDE_MARKS = "outside marks"
    PARTLY_OUTSIDE_MARKS = "partly outside marks"
    NOT_OF_A_VOICE = "not of a voice"
    MARKS_AROUND = "marks around"
    OVER_PARAGRAPH_END = "over paragraph end"
    CUTS_NUMBER = "cuts number"
    INNER_MARKS = "inner marks"
    MARKS_IN_SPEECH = "marks in speech"
    OTHER_SPEAKER = "other speaker"
    OTHER_PARTY = "other party"
    PRONOUN_OF_ANOTHER = "pronoun of another"
    SPEAKER_NOT_CERTAIN = "speaker not certain"
    OTHER_IS_NEARER = "other is nearer"
    SPEAKER_NOT_NAMED = "speaker not named"
    NOT_AMONG_PARTIES = "not among parties"
    UNUSABLE_SOURCE = "unusable source"
    SPEAKER_OF_ANOTHER = "speaker of another"
    NO_WORDS = "no words"
    DAMAGED = "damaged"
    CUTS_WORD = "cuts word"
    TOO_SHORT = "too short"
    OUT_OF_ORDER = "out of order"
    OVERLAPPING = "overlapping"
    TOO_MANY_PLACES = "too many places"
    IN_EVIDENCE = "in evidence"
    ELSEWHERE_IN_SOURCE = "elsewhere in source"
    IN_NO_SOURCE = "in no source"
    SOURCE_HAS_OTHER_WORDS = "source has other words"
    QUOTES_WITHHELD = "quotes withheld"
    MARK_ALONE = "mark alone"
    SAYS_WHO = "says who"
    SAYS_NOT_WHO = "says not who"


_LEVELS = dict.fromkeys(
    (
        Finding.SPEAKER_OF_ANOTHER,
        Finding.NO_WORDS,
        Finding.DAMAGED,
        Finding.CUTS_WORD,
        Finding.TOO_SHORT,
        Finding.OUT_OF_ORDER,
        Finding.OVERLAPPING,
        Finding.TOO_MANY_PLACES,
        Finding.IN_NO_SOURCE,
        Finding.SOURCE_HAS_OTHER_WORDS,
        Finding.QUOTES_WITHHELD,
        Finding.MARK_ALONE,
    ),
    Level.ERROR,
) | dict.fromkeys(
    (Finding.FOUND, Finding.FOUND_IN_PARTS, Finding.IN_EVIDENCE, Finding.SAYS_WHO),
    Level.OK,
)

CODES: Mapping[Finding, str] = {
    Finding.ALSO_IN: AMBIGUOUS.code,
    Finding.LEAVES_OUT_NEGATION: "W456",
    Finding.LEAVES_OUT_CONDITION: "W457",
    Finding.MAY_BE_DENIED: "W458",
    Finding.MAY_BE_ASKED: "W459",
    Finding.OUTSIDE_MARKS: "W425",
    Finding.PARTLY_OUTSIDE_MARKS: "W425",
    Finding.NOT_OF_A_VOICE: "W425",
    Finding.MARKS_AROUND: "W433",
    Finding.OVER_PARAGRAPH_END: "W434",
    Finding.CUTS_NUMBER: "W435",
    Finding.INNER_MARKS: "W426",
    Finding.MARKS_IN_SPEECH: "W465",
    Finding.OTHER_SPEAKER: "W426",
    Finding.OTHER_PARTY: "W426",
    Finding.PRONOUN_OF_ANOTHER: "W426",
    Finding.SPEAKER_NOT_CERTAIN: "W426",
    Finding.OTHER_IS_NEARER: "W426",
    Finding.SPEAKER_NOT_NAMED: "W426",
    Finding.NOT_AMONG_PARTIES: "W464",
    Finding.UNUSABLE_SOURCE: "W414",
    Finding.SPEAKER_OF_ANOTHER: "E404",
    Finding.DAMAGED: "W443",
    Finding.CUTS_WORD: CUTS_WORD.code,
    Finding.TOO_SHORT: TOO_SHORT.code,
    Finding.OUT_OF_ORDER: OUT_OF_ORDER.code,
    Finding.OVERLAPPING: OVERLAPPING.code,
    Finding.TOO_MANY_PLACES: AMBIGUOUS.code,
    Finding.ELSEWHERE_IN_SOURCE: "W444",
    Finding.IN_NO_SOURCE: "E416",
    Finding.SOURCE_HAS_OTHER_WORDS: "E416",
    Finding.QUOTES_WITHHELD: "E462",
    Finding.MARK_ALONE: "E445",
    Finding.SAYS_NOT_WHO: "I431",
}
"""The code of the diagnostic that the check gives. Of `ALSO_IN`, the one that words without prefix, suffix or occurrence would get."""


class Action(StrEnum):
    """What an offer does to a selection, its kind or speaker, or a statement."""

    TAKE_BETWEEN = "take the words between"
    TAKE_ALONG = "take along"
    WHOLE_WORD = "whole word"
    WHOLE_NUMBER = "whole number"
    WHOLE_SENTENCE = "whole sentence"
    WHOLE_QUOTATION = "whole quotation"
    THIS_PLACE = "this place"
    WITHOUT_MARKS = "without marks"
    ONLY_QUOTED = "only quoted"
    IN_PARTS = "in parts"
    IN_ORDER = "in order"
    IT_IS = "it is"
    REPORT = "report"
    ASSESS = "assess"
    FOR_OTHER_PARTY = "for other party"
    TAKE_ITS_WORDS = "take its words"
    TAKE_MARKS_AWAY = "take marks away"
    TAKE_AS_EVIDENCE = "take as evidence"


@dataclass(frozen=True, slots=True)
class Offer:
    """A change that settles a verdict: what is not None becomes the selection, its kind, speaker, party, or the statement.

    `number` is that of the paragraph, for a choice of places; `name` that of the speaker.
    """

    action: Action
    spans: tuple[Span, ...] | None = None
    kind: Kind | None = None
    speaker: str | None = None
    party: str | None = None
    text: str | None = None
    source: str | None = None
    name: str = ""
    number: int = 0


@dataclass(frozen=True, slots=True)
class Verdict:
    """A finding about the part of a selection, or about the words at a place of a statement, with values for its sentence."""

    finding: Finding
    level: Level
    segment: int = 0
    place: Span | None = None
    values: Mapping[str, str | int] = field(default_factory=dict)
    offers: tuple[Offer, ...] = ()

    @property
    def code(self) -> str:
        """Return the code of the diagnostic that the check gives; nothing if it gives none."""
        return CODES.get(self.finding, "")


def verdict(
    finding: Finding,
    segment: int = 0,
    *,
    place: Span | None = None,
    offers: tuple[Offer, ...] = (),
    **values: str | int,
) -> Verdict:
    """Return a verdict of the level that its finding has."""
    return Verdict(finding, _LEVELS.get(finding, Level.CHECK), segment, place, values, offers)
