"""The files of a project -> the model: every fault of every file in one run, as diagnostics."""

from __future__ import annotations

from generator.content.load.corpus import load
from generator.content.load.rules import RULES

__all__ = ["RULES", "load"]
