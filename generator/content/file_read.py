"""Read one file of a project: its value and its errors, which depend on nothing but its path and its bytes."""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import PurePosixPath
from typing import Any

from generator.content import drafts, model, rules
from generator.content.articles import read_article
from generator.content.error_list import ErrorList
from generator.content.model.identifiers import id_hint, identifier, is_id
from generator.content.paths import file_kind
from generator.content.strict_yaml import read_yaml
from generator.content.validation import read_into, read_node
from generator.diagnostics import Diagnostic
from generator.location import Location, YamlList, YamlMap, location_at

_FILES: Mapping[str, type[model.Node]] = {
    "briefings/renamed.yml": model.RenamedFile,
    "briefings/wording.yml": model.WordingFile,
}
_LISTS: Mapping[str, tuple[type[model.Node], str]] = {
    "briefings/parties.yml": (model.Party, "party"),
    "briefings/names.yml": (model.ContestedName, "name"),
}


@dataclass(frozen=True, slots=True)
class FileRead:
    """What was read from a file.

    `value` is an article or the node of the file; for `parties.yml` and `names.yml`, nodes by identifier; None after
    errors. `unread` and `loose` are the file's share of those of the corpus.
    """

    value: Any
    errors: tuple[Diagnostic, ...] = ()
    unread: frozenset[str] = frozenset()
    loose: tuple[model.Evidence, ...] = ()


def file_hashes(files: Mapping[str, bytes], *, with_drafts: bool = True) -> Mapping[str, str]:
    """Return by path what tells whether `read_file` gives the same: the hash of a file, and whether drafts are left out."""
    hashes = {path: hashlib.sha256(raw).hexdigest() for path, raw in files.items()}
    for path, raw in files.items():
        if not with_drafts and b"draft" in raw and file_kind(path) == "positions":
            hashes[path] += " without drafts"
    return hashes


def read_file(path: str, raw: bytes, *, with_drafts: bool) -> FileRead:
    """Read the bytes of the file at `path`, of one of the kinds of `file_kind`; a position file perhaps without its drafts."""
    name = PurePosixPath(path).stem
    if path.endswith(".txt"):
        article, errors = read_article(name, raw, path)
        return FileRead(article, errors, _if_none(article, f"source:{name}"))
    if path in _LISTS:
        return _entries(*_LISTS[path], path, raw)
    match file_kind(path):
        case "source":
            return _node(model.SourceFile, path, raw, f"source:{name}")
        case "briefing":
            return _node(model.BriefingFile, path, raw, f"briefing:{path.split('/')[1]}")
        case "positions":
            return _positions(path, raw, with_drafts=with_drafts)
    return _node(_FILES[path], path, raw, path)


def wrong_identifier(location: Location, name: str) -> Diagnostic:
    """Return the error that `name` cannot be an identifier."""
    return rules.WRONG_IDENTIFIER.at(location, f"“{name}” cannot be an identifier", id_hint(name))


def _node(node_type: type[model.Node], path: str, raw: bytes, name: str) -> FileRead:
    data, errors = read_yaml(path, raw)
    if data is None:
        return FileRead(None, errors, frozenset({path, name}))
    return _validated(node_type, data, Location(path), name)


def _positions(path: str, raw: bytes, *, with_drafts: bool) -> FileRead:
    """Read a position file; without drafts, the value is None also if the file has nothing else."""
    if with_drafts or b"draft" not in raw:
        return _node(model.PositionFile, path, raw, path)
    data, errors = drafts.read_without_drafts(path, raw)
    if data is None:
        return FileRead(None, errors, frozenset({path} if errors else ()))
    found = _validated(model.PositionFile, data, Location(path), path)
    return FileRead(
        found.value, (*errors, *found.errors), found.unread | ({path} if errors else set()), found.loose
    )


def _entries(node_type: type[model.Node], kind: str, path: str, raw: bytes) -> FileRead:
    """Read a file that maps identifiers to nodes. Each is read on its own, so that an error hides no other entry."""
    data, file_errors = read_yaml(path, raw)
    if data is None:
        return FileRead({}, file_errors, frozenset({path}))
    entries: dict[str, model.Node] = {}
    errors, unread, loose = ErrorList(), set[str](), list[model.Evidence]()
    for name, value in sorted(data.items()):
        if not is_id(name):
            errors.add_each([partial(_wrong_key, data, name)])
            unread.add(f"{kind}:{identifier(name)}")
            continue
        node = read_into(errors, node_type, value, location_at(data, [name]), name)
        if node is None:
            unread.add(f"{kind}:{name}")
            loose.extend(_evidence_in(value))
        else:
            entries[name] = node
    return FileRead(entries, (*file_errors, *errors.sorted()), frozenset(unread), tuple(loose))


def _wrong_key(data: YamlMap, name: str) -> Diagnostic:
    return wrong_identifier(data.key_location(name), name)


def _validated(
    node_type: type[model.Node], data: Any, location: Location, name: str, key: str = ""
) -> FileRead:
    """Return `data`, the value of `key`, as a node. After errors of shape, the value is None, and `name` is unread.

    `location` is used if `data` is a text, which has no location of its own.
    """
    node, errors = read_node(node_type, data, location, key)
    loose = tuple(_evidence_in(data)) if node is None else ()
    return FileRead(node, errors, _if_none(node, name), loose)


def _if_none(value: object, name: str) -> frozenset[str]:
    return frozenset({name} if value is None else ())


def _evidence_in(data: Any) -> Iterator[model.Evidence]:
    """Yield all evidence within data of a wrong shape, so that its quotes are checked."""
    if isinstance(data, YamlMap) and "source" in data and any(kind in data for kind in model.Kind):
        evidence, _ = read_node(model.Evidence, data, data.location)
        if evidence is not None:
            yield evidence
    elif isinstance(data, YamlMap | YamlList):
        for value in data.values() if isinstance(data, YamlMap) else data:
            yield from _evidence_in(value)
