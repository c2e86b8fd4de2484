"""Words that change the meaning of a quote, by language: patterns made from meaning.yml."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from generator.language import base_language
from generator.speech.words import language_words

MARKS = "\"'«»‹›「」『』﹁﹂〝〞〟＂"
"""Quotation marks in plain typography."""
QUESTION_MARKS = "?？؟"
_TABLE = yaml.load(
    Path(__file__).with_name("meaning.yml").read_text(encoding="utf-8"), Loader=yaml.CSafeLoader
)
_SOME_WORDS = r"(?: [^\s,.;:!?()\"]+){0,5} "  # what “…” stands for
_DASH_ENDS = r"(?!-\s)"
_REST_OF_CLAUSE = rf"(?:\s{_DASH_ENDS}[^\s,;:.!?()«»„\"，。、；：]+){{0,8}}"
_SEGMENT = rf"\s?[{MARKS}]*\s?$"
_COLON = "[:,：，]?"  # may stand between a verb of saying and the words
_CLAUSE_END = rf"(?=\s?[,.;:!?{MARKS}]|\s?$)"
_THAT = "|".join(_TABLE["that"].split())


@dataclass(frozen=True, slots=True)
class MeaningWords:
    """The patterns of a language. Those for words before a segment end where it begins; `rest` is the text after it."""

    spaces: bool
    negations: re.Pattern[str]
    near: re.Pattern[str]
    subjects: re.Pattern[str]
    negation_after: re.Pattern[str]
    negation_at_end: re.Pattern[str]
    harmless: re.Pattern[str]
    breaks: re.Pattern[str]
    joins: re.Pattern[str]
    ends_joined: re.Pattern[str]
    says_anew: re.Pattern[str]
    conditions: re.Pattern[str]
    plain_conditions: re.Pattern[str]
    limits: re.Pattern[str]
    if_clause: re.Pattern[str]
    if_around: re.Pattern[str]
    if_before: re.Pattern[str]
    denials: tuple[re.Pattern[str], ...]
    denied_after: re.Pattern[str]
    called_false: re.Pattern[str]
    supposed: re.Pattern[str]
    whether: re.Pattern[str]
    asked_after: re.Pattern[str]


CLAUSE_START = re.compile(rf"(?:^|[{MARKS},;:(¿¡]\s?|[,;:]\s|\b(?:{_THAT})\s)$", re.IGNORECASE)
"""Matches where a clause may begin, at the end of the text before it."""
TO_SEGMENT = re.compile(_REST_OF_CLAUSE + _SEGMENT)
"""Matches the rest of a clause up to a segment."""


@cache
def meaning_words(tag: str) -> MeaningWords | None:
    """Return the words of the language with the BCP 47 tag `tag`, or None if it is unknown."""
    own = _TABLE["languages"].get(base_language(tag))
    if own is None:
        return None
    spaces: bool = own.get("spaces", True)
    rest = _REST_OF_CLAUSE.replace(_DASH_ENDS, "") if own.get("dash") else _REST_OF_CLAUSE

    def words(*keys: str) -> str:
        return _choices([phrase for key in keys for phrase in own.get(key, ())], whole_words=spaces)

    def before(key: str, colon: str = "") -> re.Pattern[str]:
        return _pattern(rf"(?P<words>{words(key)}){rest}\s?{colon}{_SEGMENT}")

    def after(key: str, lead: str = "") -> re.Pattern[str]:
        return _pattern(f"{lead}(?P<words>{words(key)})")

    gap = rf"\s(?:[\w'-]+ ){{0,{own.get('after_reach', 1) - 1}}}" if spaces else ""
    negation_after = f"{gap}(?P<words>{words('after' if 'after' in own else 'negations')})"
    if_ = words("if", "inverted")
    says = language_words(tag).verbs.pattern
    return MeaningWords(
        spaces=spaces,
        negations=_pattern(words("negations")),
        near=_pattern(words("near")),
        subjects=_pattern(words("subjects")),
        negation_after=_pattern(negation_after),
        negation_at_end=_pattern(negation_after + _CLAUSE_END),
        harmless=_pattern(words("harmless")),
        breaks=_pattern(words("breaks")),
        joins=_pattern(words("joins")),
        ends_joined=_pattern(rf"{words('joins')}{_SEGMENT}"),
        says_anew=_pattern(rf"{words('joins')}\s(?:[\w'-]+\s){{0,2}}{says}" if spaces else "(?!)"),
        conditions=after("conditions", r"[,，]?\s?(?:[-(]\s?)?"),
        plain_conditions=after("plain_conditions", r"[,，]?\s?(?:[-(]\s?)?"),
        limits=after("limits", r"[,，]?\s?(?:[-(]\s?)?"),
        if_clause=_pattern(rf"[¿¡{MARKS}]*(?P<words>{if_})[^;:.!?]*[,，]\s?(?:\w+\s?)?$"),
        if_around=before("if"),
        if_before=_pattern(rf"(?P<words>{words('if_before')})\s?$"),
        denials=(before("denials"), before("unsaid", _COLON)),
        denied_after=after("denied_after"),
        called_false=after("called_false"),
        supposed=before("supposed", _COLON),
        whether=before("whether"),
        asked_after=_pattern(f"(?P<words>{words('asked_after', 'supposed_after')})"),
    )


def _choices(phrases: Sequence[str], *, whole_words: bool) -> str:
    """Return a pattern that matches any of `phrases`; nothing if there are none."""
    if not phrases:
        return "(?!)"
    choices = "|".join(phrase.replace(" … ", _SOME_WORDS) for phrase in phrases)
    return rf"(?<!\w)(?:{choices})(?!\w)" if whole_words else f"(?:{choices})"


def _pattern(choices: str) -> re.Pattern[str]:
    return re.compile(choices, re.IGNORECASE)
