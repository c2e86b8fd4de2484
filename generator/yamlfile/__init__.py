"""A YAML file, read strictly: what editors wrote, with a mark on every value, or what is wrong in plain words."""

from __future__ import annotations

from generator.yamlfile.mended import read_mended
from generator.yamlfile.reader import YamlFile, read_yaml
from generator.yamlfile.rules import RULES

__all__ = ["RULES", "YamlFile", "read_mended", "read_yaml"]
