"""The lists of `allowed.yml`, as sets."""

from __future__ import annotations

from pathlib import Path

import yaml

_LISTS = yaml.safe_load(Path(__file__).with_suffix(".yml").read_text(encoding="utf-8"))


def words(*names: str) -> frozenset[str]:
    """Return the words of the lists with these names."""
    return frozenset(word for name in names for word in _LISTS[name].split())
