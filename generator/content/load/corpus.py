"""Read the files of a project into the corpus, and report every error of every file in one run."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePosixPath
from typing import TypeVar

from generator.content.articles import Article, read_article
from generator.content.load.file_names import split_unsafe_names
from generator.content.load.loading import Loading
from generator.content.load.paths import better_path, file_kind
from generator.content.load.rules import MORE_ERRORS, NO_BRIEFING, NO_PARTNER, STRAY_FILE, WRONG_PARTY_FILE
from generator.content.model import (
    Briefing,
    BriefingFile,
    ContestedName,
    Corpus,
    Evidence,
    Party,
    PositionFile,
    RenamedFile,
    Source,
    SourceFile,
    WordingFile,
)
from generator.content.model.identifiers import id_hint, identifier, is_id
from generator.content.model.node import Node
from generator.content.model.uses import position_uses
from generator.content.validation.rules import WRONG_IDENTIFIER
from generator.diagnostics import Diagnostic
from generator.location import Location

NodeT = TypeVar("NodeT", bound=Node)

MOST_LISTED = 100  # errors of one file
_RENAMED = "briefings/renamed.yml"
_WORDING = "briefings/wording.yml"
_PARTNERS = {
    ".yml": "Create it. It needs at least these lines:\ntitle: The headline\nlanguage: en",
    ".txt": "Put the text of the article there. Both files have the same name before the dot.",
}


def load(files: Mapping[str, bytes]) -> tuple[Corpus, tuple[Diagnostic, ...]]:
    """Read the files of a project (bytes by path). Return the corpus and all errors, sorted.

    A file or entry that has errors is left out of the corpus, and named in `Corpus.unread`.
    """
    safe, errors = split_unsafe_names(files)
    loading = Loading(safe, list(errors))
    corpus = _corpus(loading)
    return corpus, tuple(_first_of_each_file(loading.errors))


def _first_of_each_file(errors: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """Yield the first errors of each file in order, then how many more the file has."""
    by_file: dict[str, list[Diagnostic]] = {}
    for error in dict.fromkeys(errors):
        by_file.setdefault(error.location.file, []).append(error)
    for _, found in sorted(by_file.items()):
        found.sort(key=lambda error: (error.location.line, error.location.column, error.code, error.message))
        yield from found[:MOST_LISTED]
        if rest := found[MOST_LISTED:]:
            message = f"this file has {len(rest):,} more error{'s' * (len(rest) > 1)} from here on"
            yield MORE_ERRORS.at(rest[0].location, message, "Correct those above, and run the check again.")


def _corpus(loading: Loading) -> Corpus:
    _report_strays(loading)
    sources = _sources(loading)
    parties = _entries(loading, Party, "briefings/parties.yml", "party")
    names = _entries(loading, ContestedName, "briefings/names.yml", "name")
    briefings = _briefings(loading, list(parties))
    renamed = _optional_file(loading, RenamedFile, _RENAMED)
    wording = _optional_file(loading, WordingFile, _WORDING)
    return Corpus(
        sources=sources,
        parties=parties,
        names=names,
        briefings=briefings,
        unread=frozenset(loading.unread),
        loose=tuple(loading.loose),
        renamed=renamed,
        wording=wording or WordingFile(),
    )


def _optional_file(loading: Loading, model: type[NodeT], path: str) -> NodeT | None:
    return loading.read_file(model, path, path) if path in loading.files else None


def _sources(loading: Loading) -> dict[str, Source]:
    sources: dict[str, Source] = {}
    for name in sorted({PurePosixPath(path).stem for path in loading.files if file_kind(path) == "source"}):
        text, about = f"seeds/{name}.txt", f"seeds/{name}.yml"
        _check_name(loading, Location(text if text in loading.files else about), name)
        for path, missing in ((text, about), (about, text)):
            if missing not in loading.files and not _is_misnamed(loading, missing):
                message = f"{missing} is missing beside this file"
                loading.report(NO_PARTNER, Location(path), message, _PARTNERS[missing[-4:]])
        article = _article(loading, name, text)
        source_file = loading.read_file(SourceFile, about, f"source:{name}")
        if article and source_file:
            sources[name] = Source(name, source_file, article)
    return sources


def _article(loading: Loading, name: str, path: str) -> Article | None:
    article = None
    if path in loading.files:
        article, errors = read_article(name, loading.files[path], path)
        loading.errors.extend(errors)
    if article is None:
        loading.unread.add(f"source:{name}")
    return article


def _entries(loading: Loading, model: type[NodeT], path: str, kind: str) -> dict[str, NodeT]:
    """Read a file that maps identifiers to nodes. Each is read on its own, so that an error hides no other entry."""
    data = loading.read_data(path)
    entries: dict[str, NodeT] = {}
    for name in sorted(data or ()):
        assert data is not None  # noqa: S101 - there are no names without it; tells the type checker
        _check_name(loading, data.key_location(name), name)
        if not is_id(name):
            loading.unread.add(f"{kind}:{identifier(name)}")
        elif node := loading.read_node(model, data[name], data.value_location(name), f"{kind}:{name}", name):
            entries[name] = node
    return entries


def _briefings(loading: Loading, parties: list[str]) -> dict[str, Briefing]:
    position_paths: dict[str, list[str]] = {}  # by briefing
    for path in loading.files:
        if (kind := file_kind(path)) in ("briefing", "positions"):
            position_paths.setdefault(path.split("/")[1], []).extend([path] if kind == "positions" else [])
    briefings: dict[str, Briefing] = {}
    for slug, paths in sorted(position_paths.items()):
        path = f"briefings/{slug}/briefing.yml"
        _check_name(loading, Location(path), slug)
        positions = _positions(loading, paths)
        if path not in loading.files and not _is_misnamed(loading, path):
            message = f"the folder briefings/{slug} has no briefing.yml"
            hint = "Write it, or move the files of the folder to the briefing that they belong to."
            loading.report(NO_BRIEFING, Location(path), message, hint)
        if about := loading.read_file(BriefingFile, path, f"briefing:{slug}"):
            order = dict.fromkeys([*about.parties, *parties, *sorted(positions)])
            briefings[slug] = Briefing(
                slug, about, {name: positions[name] for name in order if name in positions}
            )
        else:
            for file in positions.values():
                loading.loose.extend(_evidence_of(file))
    return briefings


def _positions(loading: Loading, paths: list[str]) -> dict[str, PositionFile]:
    """Read the position files at `paths`. Return them by party; a file of another party counts as unread."""
    positions: dict[str, PositionFile] = {}
    for path in paths:
        party = PurePosixPath(path).stem
        file = loading.read_file(PositionFile, path, path)
        if file and file.party == party:
            positions[party] = file
        elif file:
            _report_wrong_party(loading, path, party, file)
            loading.loose.extend(_evidence_of(file))
    return positions


def _report_wrong_party(loading: Loading, path: str, party: str, file: PositionFile) -> None:
    other = str(PurePosixPath(path).with_name(f"{file.party}.yml"))
    loading.unread.add(path)
    ways = [f"write “party: {party}”"] if is_id(party) else []
    if other in loading.files:
        ways.append(f"delete this file, because {file.party}.yml exists already")
    else:
        loading.unread.add(other)
        ways.extend([f"rename the file to {file.party}.yml"] if is_id(file.party) else [])
    hint = ", or ".join(ways) or id_hint(file.party)
    message = f"the file is named {party}.yml, but it says “party: {file.party}”"
    loading.report(WRONG_PARTY_FILE, file.location("party"), message, f"{hint[0].upper()}{hint[1:]}.")


def _evidence_of(file: PositionFile) -> Iterator[Evidence]:
    for position in file.positions:
        for use in position_uses("", file.party, position):
            yield use.evidence


def _report_strays(loading: Loading) -> None:
    for path in loading.files:
        if file_kind(path) is None and PurePosixPath(path).name != "README.md":
            hint = better_path(PurePosixPath(path), loading.files)
            loading.report(
                STRAY_FILE, Location(path), "this file is not in a place where files are read", hint
            )
            if path.endswith((".yml", ".yaml")) and path.startswith("briefings/") and path.count("/") > 1:
                slug, party = path.split("/")[1], PurePosixPath(path).stem
                loading.unread.add(f"briefings/{slug}/positions/{party}.yml")


def _is_misnamed(loading: Loading, path: str) -> bool:
    """Return whether the missing file has the ending .yaml; then only its name is an error."""
    return path.replace(".yml", ".yaml") in loading.files


def _check_name(loading: Loading, location: Location, name: str) -> None:
    if not is_id(name):
        loading.report(WRONG_IDENTIFIER, location, f"“{name}” cannot be an identifier", id_hint(name))
