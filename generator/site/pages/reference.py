"""The reference: the manual of checks, printed from the rules, and every key of every file, printed from the model."""

from collections.abc import Iterator
from enum import StrEnum
from functools import cache, partial
from pathlib import Path
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

import yaml
from pydantic.fields import FieldInfo

from generator.content.model import BriefingFile, ContestedName, Party, PositionFile, SourceFile, WordingFile
from generator.content.model.node import Node
from generator.content.model.values import Bool, Count, Date, Id, Language, Reference, Sha256, Time, Url
from generator.language import ENGLISH
from generator.site.pages import links
from generator.site.pages.page import PageSpec, PlannedPage
from generator.site.parts import NOTHING
from generator.site.site import Site

_FILES = (SourceFile, Party, ContestedName, WordingFile, BriefingFile, PositionFile)
_TEXTS = yaml.load(Path(__file__).with_suffix(".yml").read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
_TYPES = (
    (Id, "identifier"),
    (Reference, "identifier"),
    (Date, "date"),
    (Url, "web address"),
    (Language, "language tag"),
    (Sha256, "SHA-256 hash"),
    (Bool, "true or false"),
    (Count, "number"),
    (Time, "time in a recording"),
)
_PLURALS = {"analysis": "analyses", "evidence": "evidence"}


def references(site: Site) -> Iterator[PlannedPage]:
    """Yield the manual of checks, and the reference of the file format."""
    yield PlannedPage(links.CHECKS.uri, partial(_checks, site), NOTHING)
    yield PlannedPage(links.FORMAT.uri, _format, NOTHING)


def _checks(site: Site) -> PageSpec:
    rules = sorted(site.rules, key=lambda rule: rule.code[1:])
    return PageSpec(
        uri=links.CHECKS.uri,
        template="checks.md.jinja",
        title="Manual of checks",
        description="Every error and warning that a check can report: why it matters, and what to write instead.",
        context={"rules": rules, "groups": _TEXTS["groups"]},
        language=ENGLISH,
    )


@cache
def _format() -> PageSpec:
    """Build the reference of the file format: the files, then the mappings in them."""
    models = dict.fromkeys([*_FILES, *(model for file in _FILES for model in _inner(file))])
    return PageSpec(
        uri=links.FORMAT.uri,
        template="format.md.jinja",
        title="File format",
        description="Every key of the files that editors write.",
        context={
            "models": models,
            "files": _TEXTS["files"],
            "name_of": _name,
            "kind_of": _kind_of_field,
            "new_keys": _new_keys(),
        },
        language=ENGLISH,
    )


def _new_keys() -> dict[str, Any]:
    """Return the table of new keys, by the name of their file or mapping as readers know it."""
    return {
        f"`{owner}`" if "." in owner else _words(owner).removesuffix(" file").capitalize(): keys
        for owner, keys in _TEXTS["new_keys"].items()
    }


def _name(model: type[Node]) -> str:
    """Return the name of a class in words: `TimelineEvent` is “Timeline event”."""
    return _words(model.__name__).capitalize()


def _words(name: str) -> str:
    """Return the words of a name in capitals and small letters: `TimelineEvent` is “timeline event”."""
    return "".join(f" {char.lower()}" if char.isupper() else char for char in name).strip()


def _inner(model: type[Node]) -> Iterator[type[Node]]:
    """Yield every model of a mapping in `model`, the outer ones first."""
    found = [inner for field in model.model_fields.values() for inner in _models_in(field.annotation)]
    yield from found
    for inner in found:
        yield from _inner(inner)


def _models_in(annotation: Any) -> Iterator[type[Node]]:
    if isinstance(annotation, type) and issubclass(annotation, Node):
        yield annotation
    for argument in get_args(annotation):
        yield from _models_in(argument)


def _kind_of_field(field: FieldInfo) -> str:
    """Return what a key holds, in an editor's words."""
    return _kind(Annotated[field.annotation, *field.metadata] if field.metadata else field.annotation)


def _kind(annotation: Any) -> str:
    for known, words in _TYPES:
        if annotation == known:
            return words
    if isinstance(annotation, type) and issubclass(annotation, Node):
        return _name(annotation).lower()
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
    return _PLURALS.get(kind, kind if " · " in kind else f"{kind}s")
