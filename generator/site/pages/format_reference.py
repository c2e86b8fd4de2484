"""The reference of the file format: every key of every file, printed from the model that reads them."""

from collections.abc import Iterator
from enum import StrEnum
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic.fields import FieldInfo

from generator.content.model import BriefingFile, ContestedName, Party, PositionFile, SourceFile, WordingFile
from generator.content.model.node import Node
from generator.content.model.values import Bool, Count, Date, Id, Language, Reference, Sha256, Url
from generator.language import ENGLISH
from generator.site.pages import links
from generator.site.pages.page import PageSpec
from generator.site.site import Site

_FILES: dict[type[Node], tuple[str, str, str]] = {
    SourceFile: ("Source", "seeds/<id>.yml", ""),
    Party: ("Parties", "briefings/parties.yml", "The file maps identifiers to parties."),
    ContestedName: (
        "Contested names",
        "briefings/names.yml",
        "The file maps identifiers to names. It is optional.",
    ),
    WordingFile: ("Wording", "briefings/wording.yml", "It is optional."),
    BriefingFile: ("Briefing", "briefings/<slug>/briefing.yml", ""),
    PositionFile: ("Positions", "briefings/<slug>/positions/<party>.yml", ""),
}
"""The title, path and a remark of each file that editors write."""
_WORDS: tuple[tuple[Any, str], ...] = (
    (Id, "identifier"),
    (Reference, "identifier"),
    (Date, "date"),
    (Url, "web address"),
    (Language, "language tag"),
    (Sha256, "SHA-256 hash"),
    (Bool, "true or false"),
    (Count, "number"),
)


def pages(site: Site) -> Iterator[PageSpec]:  # noqa: ARG001 - every page type gets the site
    """Yield the reference: the files, then the mappings in them."""
    models = dict.fromkeys([*_FILES, *(model for file in _FILES for model in _inner(file))])
    yield PageSpec(
        uri=links.FORMAT.uri,
        template="format.md.jinja",
        title="File format",
        description="Every key of the files that editors write.",
        context={
            "tables": [(model, *_FILES.get(model, (_name(model), "", ""))) for model in models],
            "name_of": _name,
            "kind_of": _kind_of_field,
        },
        searched=False,
        language=ENGLISH,
    )


def _name(model: type[Node]) -> str:
    """Return the name of a class in words: `TimelineEvent` is “Timeline event”."""
    words = "".join(f" {char.lower()}" if char.isupper() else char for char in model.__name__)
    return words.strip().capitalize()


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
    for known, words in _WORDS:
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
    return kind if " · " in kind else f"{kind[:-1]}ies" if kind.endswith("y") else f"{kind}s"
