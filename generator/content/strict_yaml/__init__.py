"""Read a YAML file strictly: the data with a location for every value, or errors in plain words."""

from generator.content.strict_yaml.reader import read_yaml

__all__ = ["read_yaml"]
