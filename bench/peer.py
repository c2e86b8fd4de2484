"""The nearest peer of the gate: the matching of linkml-reference-validator, where it is installed.

It joins segments with " ... ", folds the text of a reference once for all that cites it, and looks for each segment
in it; where one is not found it looks for the nearest words, as the gate does for its hints.
"""

from __future__ import annotations

import importlib
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from typing import Any

from bench.made import Made, Piece
from bench.timing import Job

PACKAGE = "linkml_reference_validator"
ABSENT = f"{PACKAGE} is not installed here, so nothing is compared with it: `make bench` installs it."
_JOIN = " ... "


@dataclass(frozen=True)
class Peer:
    """The peer with the texts of a project, and nothing folded yet."""

    validator: Any
    references: dict[str, Any]

    def finds(self, piece: Piece) -> bool:
        """Say whether the peer finds `piece` in its article."""
        match = self.validator.find_text_in_reference(_JOIN.join(piece.typed), self.references[piece.source])
        return bool(match.found)


def installed() -> bool:
    """Say whether the peer is there."""
    return find_spec(PACKAGE) is not None


def set_up(made: Made) -> Peer:
    """Set the peer up with the articles of `made`."""
    models = importlib.import_module(f"{PACKAGE}.models")
    validation = importlib.import_module(f"{PACKAGE}.validation.supporting_text_validator")
    references = {
        name: models.ReferenceContent(
            reference_id=f"file:{name}", content=article.text, content_type="full_text"
        )
        for name, article in made.articles.items()
    }
    return Peer(validation.SupportingTextValidator(models.ReferenceValidationConfig()), references)


def job(made: Made, pieces: Sequence[Piece]) -> Job:
    """Make a job of looking `pieces` up with the peer, set up anew for each run."""

    def find_all(one: Peer) -> None:
        for piece in pieces:
            one.finds(piece)

    return Job(find_all, lambda: set_up(made))
