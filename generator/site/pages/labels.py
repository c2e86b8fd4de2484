"""The words that readers see for the codes of the model. Templates translate them: `_(labels.kinds[kind])`."""

from collections.abc import Mapping
from pathlib import Path

import yaml

LABELS: Mapping[str, Mapping[str, str]] = yaml.safe_load(
    Path(__file__).with_suffix(".yml").read_text(encoding="utf-8")
)
