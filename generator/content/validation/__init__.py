"""Check data read from YAML against the model: the result is a node of the model, or every error of its shape."""

from generator.content.validation.reader import read_into, read_node
from generator.content.validation.suggestions import closest_identifier, nearest, suggest, suggest_named

__all__ = ["closest_identifier", "nearest", "read_into", "read_node", "suggest", "suggest_named"]
