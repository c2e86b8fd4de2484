"""Reporting clauses inside quotation marks: « Nous fermons, a dit Holm, le port », and before a missing closing mark."""

import re
from collections.abc import Iterator
from functools import cache

from generator.evidence import Span
from generator.speech.words import LanguageWords

_CAPITAL = r"[^\W\d_a-zß-öø-ÿа-яґєії]"
_NAMED = re.compile(rf"(?<!\w){_CAPITAL}\w+")
_PRONOUN_AFTER_HYPHEN = re.compile(r"-(?:t-)?(?:il|elle)\b")


def clauses_inside(text: str, span: Span, words: LanguageWords) -> Iterator[Span]:
    """Yield the clauses inside the quotation at `span`, with the commas or dashes around them, in a language that has such."""
    for match in _inside_pattern(words).finditer(text, span.start, span.end):
        clause = match["comma"] or match["dash"]
        lower = {word.lower() for word in re.findall(r"\w+", clause)}
        is_only_verb = words.unspoken and len(clause.split()) == 1
        if (
            _NAMED.search(clause)
            or _PRONOUN_AFTER_HYPHEN.search(clause)
            or lower & (words.he | words.she)
            or is_only_verb
        ):
            yield Span(match.start(), match.end())


@cache
def _inside_pattern(words: LanguageWords) -> re.Pattern[str]:
    """Return the pattern of a clause between commas or dashes that begins with a verb of saying."""
    auxiliary = r"(?:(?:a|ha|s[’']est|m[’']a|nous a)(?:-t-(?:il|elle))?\s+)?"
    verb = rf"{auxiliary}{words.verbs.pattern}"
    comma = rf",\s+(?P<comma>{verb}(?:[^,.«»“”„—–]|(?<=\s\w)\.){{0,60}})(?:,\s+|[.]\s+(?=(?-i:{_CAPITAL}))|[.]?\s*\Z)"
    dash = rf"[,.!?…]?\s+[—–]\s*(?P<dash>{verb}[^«»“”„—–]{{0,90}}?)[,.]?\s*(?:[—–]\s*|\Z)"
    both = f"{dash}|(?!(?P<comma>))" if words.code in ("ru", "uk", "pl") else f"{dash}|{comma}"
    return re.compile(both, re.IGNORECASE)


def clause_at_end(text: str, span: Span, words: LanguageWords) -> int:
    """Return where the words of a quotation without a closing mark end: before a clause that ends the paragraph.

    “Should we wait? he asked.
    """
    match = _ending_pattern(words).search(text, span.start, span.end)
    return match.start("clause") if match else span.end


@cache
def _ending_pattern(words: LanguageWords) -> re.Pattern[str]:
    """Return the pattern of a clause at the end of a paragraph, after a comma or question mark."""
    verb = f"(?i:{words.verbs.pattern})"
    pronoun = "|".join(sorted(words.he | words.she)) or "(?!)"
    name = rf"{_CAPITAL}\w+(?:\s{_CAPITAL}\w+){{0,3}}"
    subject_first = rf"(?:{pronoun}|(?<=,\s){name})\s{verb}[^,?!]{{0,60}}"
    verb_first = rf"{verb}\s(?:{pronoun}|{name})(?!\w)[^?!]{{0,80}}"
    return re.compile(rf"(?<=[,?!])\s(?P<clause>(?:{subject_first}|{verb_first})[.:]?)\Z")
