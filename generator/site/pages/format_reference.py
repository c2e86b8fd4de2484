"""The reference of the format: every key of every file, printed from the model that reads them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from generator.content.model import BriefingFile, ContestedName, Party, PositionFile, SourceFile, WordingFile
from generator.content.model.node import Node
from generator.content.model.values import Bool, Count, Date, Id, Language, Reference, Sha256, Url
from generator.site.pages import links
from generator.site.pages.page import PageSpec
from generator.site.site import Site

_FILES: tuple[tuple[str, str, type[Node], str], ...] = (
    ("Source", "seeds/<id>.yml", SourceFile, ""),
    ("Parties", "briefings/parties.yml", Party, "The file maps identifiers to parties."),
    (
        "Contested names",
        "briefings/names.yml",
        ContestedName,
        "The file maps identifiers to names. It is optional.",
    ),
    ("Wording", "briefings/wording.yml", WordingFile, "It is optional."),
    ("Briefing", "briefings/<slug>/briefing.yml", BriefingFile, ""),
    ("Positions", "briefings/<slug>/positions/<party>.yml", PositionFile, ""),
)
_WORDS: tuple[tuple[Any, str], ...] = (
    (Id, "identifier"),
    (Reference, "identifier"),
    (Date, "date"),
    (Url, "web address"),
    (Language, "language tag"),
    (Sha256, "SHA-256 sum"),
    (Bool, "true or false"),
    (Count, "whole number"),
)


@dataclass(frozen=True)
class KeyView:
    """A key of a file."""

    name: str
    needed: bool
    kind: str
    description: str


@dataclass(frozen=True)
class TableView:
    """A mapping of a file with its keys."""

    title: str
    id: str
    place: str
    remark: str
    description: str
    keys: tuple[KeyView, ...]


def pages(site: Site) -> Iterator[PageSpec]:  # noqa: ARG001 - every page type is given the site
    """Give the reference."""
    tables = [_table(model, title, place, remark) for title, place, model, remark in _FILES]
    files = [model for _, _, model, _ in _FILES]
    inner = dict.fromkeys(found for model in files for found in _inner(model))
    tables.extend(_table(model) for model in inner if model not in files)
    yield PageSpec(
        links.FORMAT.uri,
        "format.md.jinja",
        "Format of the files",
        "Every key of the files that editors write.",
        {"tables": tables},
        searched=False,
    )


def _table(model: type[Node], title: str = "", place: str = "", remark: str = "") -> TableView:
    keys = []
    for name, field in model.model_fields.items():
        annotation = Annotated[field.annotation, *field.metadata] if field.metadata else field.annotation
        keys.append(KeyView(name, field.is_required(), _kind(annotation), field.description or ""))
    doc = (model.__doc__ or "").split("\n\n")[0].strip()
    return TableView(
        title or _title(model),
        f"bb-{_title(model).replace(' ', '-').lower()}",
        place,
        remark,
        doc,
        tuple(keys),
    )


def _title(model: type[Node]) -> str:
    words = "".join(f" {char.lower()}" if char.isupper() else char for char in model.__name__).strip()
    return words.capitalize()


def _inner(annotation: Any) -> Iterator[type[Node]]:
    """Give every node class below `annotation`, the outer ones first."""
    if isinstance(annotation, type) and issubclass(annotation, Node):
        found = [inner for field in annotation.model_fields.values() for inner in _direct(field.annotation)]
        yield from found
        for inner in found:
            yield from _inner(inner)


def _direct(annotation: Any) -> Iterator[type[Node]]:
    if isinstance(annotation, type) and issubclass(annotation, Node):
        yield annotation
    else:
        for argument in get_args(annotation):
            yield from _direct(argument)


def _kind(annotation: Any) -> str:
    """Say in an editor's words what a key holds."""
    for known, words in _WORDS:
        if annotation == known:
            return words
    if isinstance(annotation, type) and issubclass(annotation, Node):
        return _title(annotation).lower()
    if isinstance(annotation, type) and issubclass(annotation, StrEnum):
        return " · ".join(annotation)
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        base = _kind(arguments[0])
        return "text or list of texts" if base == "list of texts" else base
    if origin in (Union, UnionType):
        kinds = dict.fromkeys(_kind(argument) for argument in arguments if argument is not type(None))
        return " or ".join(kinds)
    if origin is tuple:
        return f"list of {_plural(_kind(arguments[0]))}"
    if origin is dict:
        return f"mapping: {_kind(arguments[0])} to {_kind(arguments[1])}"
    return "text"


def _plural(kind: str) -> str:
    return kind if " · " in kind else f"{kind[:-1]}ies" if kind.endswith("y") else f"{kind}s"
