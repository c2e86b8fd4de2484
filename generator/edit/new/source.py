"""A new source: a stored text and the file with its details."""

from __future__ import annotations

import hashlib

from generator.content.model.identifiers import identifier
from generator.edit.new.questions import Answers, load_questions
from generator.edit.project import Change, Project
from generator.edit.yaml_writer import lines

_KEYS = (
    "title",
    "publisher",
    "byline",
    "published",
    "retrieved",
    "url",
    "language",
    "origin",
    "rights",
    "publish",
)
_OFTEN_UNKNOWN = ("publisher", "byline", "published", "url", "origin", "rights")


def _likely_id(_project: Project, answers: Answers) -> str:
    """Return an identifier made of the title, or of the name of the file, and the date of publication."""
    # A title in another script gives no identifier; the name of the file often does.
    name = answers["title"] if identifier(answers["title"]) else answers["file_name"]
    date = answers["published"]
    return identifier(name if date in name else f"{name} {date}")


QUESTIONS = load_questions("source", id={"default": _likely_id})


def new_source(answers: Answers, text: bytes) -> Change:
    """Return the change that stores `text` (UTF-8) byte for byte, with its details and its hash."""
    name = answers["id"]
    comments = f"# Details of the stored text {name}.txt. Never edit the text itself.\n"
    if unknown := [key for key in _OFTEN_UNKNOWN if not answers[key]]:
        comments += f"# Not known yet: {', '.join(unknown)}. Add what you find out.\n"
    details = {key: answers[key] for key in _KEYS} | {"sha256": hashlib.sha256(text).hexdigest()}
    return Change(
        created={
            f"seeds/{name}.txt": text,
            f"seeds/{name}.yml": f"{comments}{lines(details)}\n".encode(),
        }
    )
