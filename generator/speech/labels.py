"""Labels of speakers in transcripts and interviews: `MR REED:`, `Lord Ahmad of Wimbledon (Con):`, `Q.`."""

import re
from bisect import bisect_right
from collections.abc import Sequence

from generator.content.articles import Article, once_per_article
from generator.evidence import Span
from generator.speech.titles import is_role
from generator.speech.words import TABLE, words_of

_MOST_WORDS, _MOST_WORDS_OF_OFFICE = 8, 4
# A name, perhaps with brackets after it, before a colon; a single letter before a full stop; or a title and a name in capitals
# before a full stop, as in the records of the US Congress. A time or a sign of captions may come first.
_LABEL = re.compile(
    r"\s*(?:(?:>>|[\[(]?\d{1,2}:\d\d(?::\d\d)?[\])]?)\s+)*(?:\*\*)?"
    r"(?:(?P<name>[^\n:：]{1,60}?)\s?[:：](?:\*\*)?|[^\W\d_]\."
    r"|(?:Mr|Mrs|Ms|Miss|Dr|The|MR|MRS|MS|DR)\.?(?:\s[A-Z][A-Z’'-]+){1,4}(?:\sof\s[A-Z]\w+)?\.)(?=\s|$|(?<=：))\s*"
)
_SMALL_WORDS = frozenset({*TABLE["particles"].split(), "of", "the", "and", "for", "et", "und", "e", "y"})
_BRACKETS = re.compile(r"\s*[(\[（][^)\]）]*[)\]）]")


def label_at(article: Article, offset: int) -> Span | None:
    """Return the label of whoever speaks at an offset: at the start of its paragraph, or of the last one before it that has one."""
    labels = _labels(article)
    index = bisect_right(labels, offset, key=lambda label: label.start)
    return labels[index - 1] if index else None


@once_per_article
def _labels(article: Article) -> tuple[Span, ...]:
    """Return the labels of all paragraphs that have one."""
    ends = (
        (paragraph, label_end(article.text[paragraph.start : paragraph.end]))
        for paragraph in article.paragraphs
    )
    return tuple(Span(paragraph.start, paragraph.start + end) for paragraph, end in ends if end)


def label_end(paragraph: str) -> int:
    """Return where the label of a speaker at the start of a paragraph ends, with the space after it; 0 if it has none.

    A name has only words without a small first letter, apart from short ones such as “of” and “van der”. An office is an article
    and a word for a person: “The chair”, “Several hon. members”.
    """
    match = _LABEL.match(paragraph)
    if match is None:
        return 0
    words = _BRACKETS.sub("", match["name"] or "").split()
    is_name = len(words) <= _MOST_WORDS and all(map(_may_be_in_name, words))
    starts_name = bool(words) and not words[0][0].islower()
    return match.end() if match["name"] is None or (is_name and starts_name) or _is_office(words) else 0


def _is_office(words: Sequence[str]) -> bool:
    if not 1 < len(words) <= _MOST_WORDS_OF_OFFICE or words[0].lower() not in words_of("before_offices"):
        return False
    return is_role(words[-1]) or is_role(words[-1].removesuffix("s"))


def _may_be_in_name(word: str) -> bool:
    return not word[0].islower() or word in _SMALL_WORDS
