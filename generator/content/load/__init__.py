"""Read the files of a project into the model, and report every error of every file in one run."""

from __future__ import annotations

from generator.content.load.corpus import load
from generator.content.load.rules import RULES

__all__ = ["RULES", "load"]
