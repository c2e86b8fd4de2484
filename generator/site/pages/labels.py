"""The words that readers see for the codes of the model. Templates translate them: `_(labels.kinds[kind])`."""

from pathlib import Path
from types import SimpleNamespace

import yaml

LABELS = SimpleNamespace(
    **yaml.load(Path(__file__).with_suffix(".yml").read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
)
"""Each table of `labels.yml` as an attribute: words by code."""
