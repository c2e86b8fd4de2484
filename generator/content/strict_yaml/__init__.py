"""A YAML file, read strictly: what editors wrote, with a mark on every value, or what is wrong in plain words."""

from __future__ import annotations

from generator.content.strict_yaml.mended import read_mended
from generator.content.strict_yaml.reader import YamlFile, read_yaml
from generator.content.strict_yaml.rules import RULES

__all__ = ["RULES", "YamlFile", "read_mended", "read_yaml"]
