"""Data read from YAML -> a node of the model, or every fault of its shape in an editor's words."""

from __future__ import annotations

from generator.content.validation.hints import meant, nearest, suggest, suggest_named
from generator.content.validation.parts import as_meant, sound_part
from generator.content.validation.reader import read_node
from generator.content.validation.rules import RULES

__all__ = ["RULES", "as_meant", "meant", "nearest", "read_node", "sound_part", "suggest", "suggest_named"]
