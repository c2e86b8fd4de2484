"""The evidence gate: find the passage of every piece of evidence, or report why it has none."""

from generator.evidence.cited_sentences import cited_sentences
from generator.evidence.gate import Passages, resolve
from generator.evidence.matching import Passage, Verdict
from generator.evidence.row_words import RowWords, row_words
from generator.evidence.rules import RULES
from generator.evidence.span import Span

__all__ = [
    "RULES",
    "Passage",
    "Passages",
    "RowWords",
    "Span",
    "Verdict",
    "cited_sentences",
    "resolve",
    "row_words",
]
