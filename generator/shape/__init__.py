"""Data read from YAML -> a node of the model, or every fault of its shape in an editor's words."""

from __future__ import annotations

from generator.shape.hints import meant, nearest, suggest, suggest_named
from generator.shape.parts import as_meant, sound_part
from generator.shape.reader import read_node
from generator.shape.rules import RULES

__all__ = ["RULES", "as_meant", "meant", "nearest", "read_node", "sound_part", "suggest", "suggest_named"]
