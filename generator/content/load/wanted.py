"""What may stand at a place in a file, as the model says it: a text, a list, keys of the format, identifiers."""

from __future__ import annotations

from functools import cache, lru_cache
from types import NoneType, UnionType
from typing import Annotated, Any, Union, cast, get_args, get_origin

from pydantic import BeforeValidator

from generator.content.load.paths import place
from generator.content.model import (
    BriefingFile,
    Claim,
    ContestedName,
    Party,
    Position,
    PositionFile,
    RenamedFile,
    SourceFile,
    WordingFile,
)
from generator.content.model.node import Node

Wanted = tuple[Any, ...]
"""What may stand at a place, as annotations of the model; nothing where it is not known."""

_FILES: dict[str, Any] = {
    "source": SourceFile,
    "briefing": BriefingFile,
    "positions": PositionFile,
    "renamed": RenamedFile,
    "briefings/parties.yml": dict[str, Party],
    "briefings/names.yml": dict[str, ContestedName],
    "briefings/wording.yml": WordingFile,
}


def wanted_in(path: str) -> Wanted:
    """Give what the file at `path` holds; nothing where it is no file that editors write."""
    found = _FILES.get(path) or _FILES.get(place(path) or "")
    return (found,) if found and path.endswith(".yml") else ()


def _origin(annotation: Any) -> Any:
    """Give the origin as a type checker can compare it."""
    return get_origin(annotation)


@cache
def _branches(annotation: Any) -> Wanted:
    """Give each of the things that an annotation stands for."""
    origin = _origin(annotation)
    if origin is Annotated:
        inner, *about = get_args(annotation)
        # What is read as one thing may be written as another: an unknown as a text or a claim.
        written = (one.json_schema_input_type for one in about if isinstance(one, BeforeValidator))
        return _branches(next((one for one in written if get_args(one)), inner))
    if origin in (Union, UnionType):
        return tuple(one for inner in get_args(annotation) for one in _branches(inner))
    return () if annotation is NoneType else (annotation,)


@cache
def node_of(wanted: Wanted) -> type[Node] | None:
    """Give the kind of mapping with keys of the format that may stand there."""
    return next((one for one in wanted if isinstance(one, type) and issubclass(one, Node)), None)


@cache
def has(wanted: Wanted, origin: type) -> bool:
    """Say whether a list (tuple) or a mapping of identifiers (dict) may stand there."""
    return any(_origin(one) is origin for one in wanted)


@cache
def is_map(wanted: Wanted) -> bool:
    """Say whether a mapping of any kind may stand there."""
    return node_of(wanted) is not None or has(wanted, dict)


@cache
def is_text(wanted: Wanted) -> bool:
    """Say whether a text may stand there; for a list of texts one may, too."""
    return any(
        _origin(one) is not dict
        and (is_text(entry_of((one,))) if _origin(one) is tuple else node_of((one,)) is None)
        for one in wanted
    )


@cache
def entry_of(wanted: Wanted) -> Wanted:
    """Give what may stand in an entry of the list there."""
    return next((_branches(get_args(one)[0]) for one in wanted if _origin(one) is tuple), ())


@lru_cache(maxsize=1024)
def value_of(wanted: Wanted, key: str) -> Wanted:
    """Give what may stand behind `key` of the mapping there."""
    node = node_of(wanted)
    if node is not None:
        return _branches(cast("Any", node.model_fields[key].annotation)) if key in node.model_fields else ()
    return next((_branches(get_args(one)[1]) for one in wanted if _origin(one) is dict), ())


@cache
def needed_keys(node: type[Node]) -> frozenset[str]:
    """Give the keys that a node does not go without."""
    keys = {name for name, one in node.model_fields.items() if one.is_required()}
    return frozenset(keys | ({"evidence"} if node in (Claim, Position) else set()))
