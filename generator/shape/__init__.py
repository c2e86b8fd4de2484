"""Data read from YAML -> a node of the model, or every fault of its shape in an editor's words."""

from __future__ import annotations

from generator.shape.hints import nearest, suggest, suggest_named
from generator.shape.parts import sound_part
from generator.shape.reader import read_node
from generator.shape.rules import RULES

__all__ = ["RULES", "nearest", "read_node", "sound_part", "suggest", "suggest_named"]
