"""The evidence gate: every piece of evidence -> the passage that it stands for, or why there is none."""

from __future__ import annotations

from generator.evidence.gate import resolve
from generator.evidence.matching import Passage, Span, Verdict
from generator.evidence.rules import RULES

__all__ = ["RULES", "Passage", "Span", "Verdict", "resolve"]
