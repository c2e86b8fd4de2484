"""Text for hints: a value to paste into YAML, an excerpt of a source, the difference between two texts."""

import difflib
import re

from generator.content.articles import Article
from generator.content.strict_yaml.quoting import quoted
from generator.evidence.span import Span
from generator.fold import INVISIBLE, folded_words
from generator.line_end_hyphens import line_end_hyphens

OMISSION = re.compile(r"\s*(?:\[\s*(?:…|\.\.\.)\s*\]|…|\.\.\.)\s*")
"""Dots for omitted words, in square brackets or without."""
_WITHOUT_INVISIBLE = dict.fromkeys(map(ord, INVISIBLE))


def yaml_text(text: str) -> str:
    """Return `text` as a YAML value in quotation marks, on one line and without invisible characters."""
    return quoted(one_line(text))


def one_line(text: str) -> str:
    """Return `text` on one line, without invisible characters and the hyphens of line ends."""
    for start, end in reversed(list(line_end_hyphens(text))):
        text = text[: start + 1] + text[end:]
    return " ".join(text.translate(_WITHOUT_INVISIBLE).split())


def excerpt(article: Article, *spans: Span, reach: int = 30) -> str:
    """Return the spans in [brackets] with the whole words up to `reach` characters around them, on one line."""
    start, end = max(0, spans[0].start - reach), min(len(article.text), spans[-1].end + reach)
    parts, position = [], start
    for span in spans:
        parts += [article.text[position : span.start], f"[{article.text[slice(*span)]}]"]
        position = span.end
    parts.append(article.text[position:end])
    if start > 0:
        parts[0] = re.sub(r"^\S*\s+|^", "…", parts[0], count=1)
    if end < len(article.text):
        parts[-1] = re.sub(r"\s+\S*$|$", "…", parts[-1], count=1)
    return " ".join("".join(parts).split())


def differences(words: str, source: str) -> tuple[str, str]:
    """Return both texts on one line each, with the words that differ in [square brackets]."""
    mine, theirs = words.split(), source.split()
    matcher = difflib.SequenceMatcher(
        None, list(map(folded_words, mine)), list(map(folded_words, theirs)), autojunk=False
    )
    marked: tuple[list[str], list[str]] = ([], [])
    for operation, a, b, c, d in matcher.get_opcodes():
        for line, part in zip(marked, (mine[a:b], theirs[c:d]), strict=True):
            line.extend(part if operation == "equal" else [f"[{' '.join(part) or '…'}]"])
    return " ".join(marked[0]), " ".join(marked[1])
