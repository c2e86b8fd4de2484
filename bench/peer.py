"""The most similar program to compare the gate with: the matching of linkml-reference-validator, if it is installed.

It joins segments with " ... ", folds the text of a reference once, and searches for each segment in it. If a segment is not
found, it searches for the nearest words, as the gate does for its hints.
"""

import importlib
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from typing import Any

from bench.made import Made, Piece
from bench.timing import Job

PACKAGE = "linkml_reference_validator"
ABSENT = f"{PACKAGE} is not installed, so there is no comparison with it. `make bench` installs it."
_JOIN = " ... "


@dataclass(frozen=True)
class Peer:
    """The peer with the texts of a project, before it folds any of them."""

    validator: Any
    references: dict[str, Any]

    def finds(self, piece: Piece) -> bool:
        """Return whether the peer finds `piece` in its article."""
        match = self.validator.find_text_in_reference(_JOIN.join(piece.typed), self.references[piece.source])
        return bool(match.found)


def installed() -> bool:
    """Return whether the peer is installed."""
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
    """Return the job of finding `pieces` with the peer, which is set up again for each run."""

    def find_all(peer: Peer) -> None:
        for piece in pieces:
            peer.finds(piece)

    return Job(find_all, lambda: set_up(made))
