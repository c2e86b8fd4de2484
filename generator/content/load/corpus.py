"""The files of a project, as they are -> the model: every fault of every file in one run, as diagnostics."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePosixPath
from typing import TypeVar

from generator.content.articles import Article, read_article
from generator.content.load.file_names import with_fit_names
from generator.content.load.paths import better_place, place
from generator.content.load.progress import Loading
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
from generator.content.model.identifiers import better_id, id_hint, is_id
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
    ".yml": "Create it, with these lines at least:\ntitle: The headline\nlanguage: en",
    ".txt": "Put the article’s text there; both files have one name but for its ending.",
}


def load(files: Mapping[str, bytes]) -> tuple[Corpus, tuple[Diagnostic, ...]]:
    """Read the files of a project (bytes by path). Return the corpus and all errors, sorted.

    A file that has errors is left out of the corpus, and named in `Corpus.unread`.
    """
    fit, errors = with_fit_names(files)
    run = Loading(fit, list(errors))
    corpus = _corpus(run)
    return corpus, tuple(_first_of_each_file(run.faults))


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


def _corpus(run: Loading) -> Corpus:
    """Read the files into the model, and note their faults."""
    _report_strays(run)
    sources = _sources(run)
    parties = _entries(run, Party, "briefings/parties.yml", "party")
    names = _entries(run, ContestedName, "briefings/names.yml", "name")
    briefings = _briefings(run, list(parties))
    renamed = run.file(RenamedFile, _RENAMED, _RENAMED) if _RENAMED in run.files else None
    wording = run.file(WordingFile, _WORDING, _WORDING) if _WORDING in run.files else None
    return Corpus(
        sources,
        parties,
        names,
        briefings,
        frozenset(run.unread),
        tuple(run.loose),
        renamed,
        wording or WordingFile(),
    )


def _sources(run: Loading) -> dict[str, Source]:
    sources: dict[str, Source] = {}
    for name in sorted({PurePosixPath(path).stem for path in run.files if place(path) == "source"}):
        text, about = f"seeds/{name}.txt", f"seeds/{name}.yml"
        _check_name(run, text if text in run.files else about, name)
        for there, missing in ((text, about), (about, text)):
            if missing not in run.files:
                run.unread.add(f"source:{name}")
                if not _is_misnamed(run, missing):
                    message = f"{missing} is missing beside this file"
                    run.faults.append(NO_PARTNER.at(Location(there), message, _PARTNERS[missing[-4:]]))
        article = _article(run, name, text)
        source_file = run.file(SourceFile, about, f"source:{name}") if about in run.files else None
        if article and source_file:
            sources[name] = Source(name, source_file, article)
    return sources


def _article(run: Loading, name: str, path: str) -> Article | None:
    if path not in run.files:
        return None
    article, faults = read_article(name, run.files[path], path)
    run.faults.extend(faults)
    if article is None:
        run.unread.add(f"source:{name}")
    return article


def _entries(run: Loading, model: type[NodeT], path: str, what: str) -> dict[str, NodeT]:
    """Read a file that maps identifiers to nodes, each on its own, so that one fault hides no other."""
    data = run.data(path) if path in run.files else None
    entries: dict[str, NodeT] = {}
    for name, value in sorted((data or {}).items()):
        assert data is not None  # noqa: S101 - there are no items without it; tells the type checker
        _check_name(run, path, name, data.key_location(name))
        if not is_id(name):
            run.unread.add(f"{what}:{better_id(name)}")
            continue
        if node := run.node(model, value, data.value_location(name), f"{what}:{name}", name):
            entries[name] = node
    return entries


def _briefings(run: Loading, parties: list[str]) -> dict[str, Briefing]:
    slugs: dict[str, list[str]] = {}  # with the paths of their position files
    for path in run.files:
        if (kind := place(path)) in ("briefing", "positions"):
            slugs.setdefault(path.split("/")[1], []).extend([path] if kind == "positions" else [])
    briefings: dict[str, Briefing] = {}
    for slug, paths in sorted(slugs.items()):
        path = f"briefings/{slug}/briefing.yml"
        _check_name(run, path, slug)
        positions = _positions(run, paths, parties)
        if path not in run.files:
            run.unread.add(f"briefing:{slug}")
            if not _is_misnamed(run, path):
                message = f"the folder briefings/{slug} has no briefing.yml"
                hint = "Write one, or move the folder’s files to the briefing that they belong to."
                run.faults.append(NO_BRIEFING.at(Location(path), message, hint))
        elif about := run.file(BriefingFile, path, f"briefing:{slug}"):
            order = [*about.parties, *parties, *sorted(positions)]
            briefings[slug] = Briefing(
                slug, about, {name: positions[name] for name in order if name in positions}
            )
        if slug not in briefings:
            run.loose.extend(one for file in positions.values() for one in _evidence_of(file))
    return briefings


def _positions(run: Loading, paths: list[str], parties: list[str]) -> dict[str, PositionFile]:
    positions: dict[str, PositionFile] = {}
    for path in paths:
        party = PurePosixPath(path).stem
        found = run.file(PositionFile, path, path)
        if found and found.party != party:
            meant = found.party
            message = f"the file is named {party}.yml, yet it says party: {found.party}"
            name = f"{found.party}.yml"
            if not is_id(found.party):
                meant = party
                hint = f"Write party: {party}." if is_id(party) else id_hint(found.party)
            elif str(PurePosixPath(path).with_name(name)) in run.files:
                meant = party
                correct = f"write party: {party}" if is_id(party) else "correct “party”"
                hint = f"{name} is there already: take this copy out of the folder, or {correct}."
            else:
                write = f"Write party: {party}, or r" if is_id(party) else "R"
                hint = f"{write}ename the file to {name}."
            run.faults.append(WRONG_PARTY_FILE.at(found.location("party"), message, hint))
            run.unread.add(path)
            if not is_id(party):  # else it may as well be a copy
                run.unread.add(f"{path.rsplit('/', 1)[0]}/{found.party}.yml")
            if meant in parties:
                positions.setdefault(meant, found)
            run.loose.extend(_evidence_of(found))
        elif found:
            positions[party] = found
    return positions


def _evidence_of(file: PositionFile) -> Iterator[Evidence]:
    for position in file.positions:
        for use in position_uses("", file.party, position):
            yield use.evidence


def _report_strays(run: Loading) -> None:
    for path in run.files:
        if place(path) is None and PurePosixPath(path).name != "README.md":
            better = better_place(PurePosixPath(path), run.files)
            run.faults.append(
                STRAY_FILE.at(Location(path), "no file is expected at this place: it is not read", better)
            )
            if path.endswith((".yml", ".yaml")) and path.startswith("briefings/") and path.count("/") > 1:
                run.unread.add(f"briefings/{path.split('/')[1]}/positions/{PurePosixPath(path).stem}.yml")


def _is_misnamed(run: Loading, path: str) -> bool:
    """Say whether the missing file `path` is there with the ending .yaml: then it is told to be renamed, not to be written."""
    return path.replace(".yml", ".yaml") in run.files


def _check_name(run: Loading, path: str, name: str, location: Location | None = None) -> None:
    if not is_id(name):
        message = f"“{name}” cannot be an identifier"
        run.faults.append(WRONG_IDENTIFIER.at(location or Location(path), message, id_hint(name)))
