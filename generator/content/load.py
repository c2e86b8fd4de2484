"""Read the files of a project into the corpus, and report every error of every file in one run."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Any

from generator.content import model, rules
from generator.content.file_read import FileRead, file_hashes, read_file, wrong_identifier
from generator.content.model.identifiers import is_id
from generator.content.model.uses import position_uses
from generator.content.origins import with_origins
from generator.content.paths import file_kind, source_of, split_unsafe_names, stray
from generator.diagnostics import Diagnostic, Rule, merged
from generator.location import Location
from generator.memory import Memory

_ADD_DETAILS = "Create it. It needs at least these lines:\ntitle: The headline\nlanguage: en"
_ADD_TEXT = "Put the text of the article there. Both files have the same name before the dot."


def load(
    files: Mapping[str, bytes],
    *,
    with_drafts: bool = True,
    hashes: Mapping[str, str] | None = None,
    memory: Memory | None = None,
) -> tuple[model.Corpus, tuple[Diagnostic, ...]]:
    """Read the files of a project (bytes by path), perhaps without draft positions. Return the corpus and all errors, sorted.

    A file or entry that has errors is left out of the corpus, and named in `Corpus.unread`. Files that `memory` knows by
    their `hashes`, which are those of `file_hashes`, are not read again.
    """
    hashes = file_hashes(files, with_drafts=with_drafts) if hashes is None else hashes
    memory = Memory() if memory is None else memory
    memory.fetch(_key(path, hashes) for path in files)
    loader = _Loader(*split_unsafe_names(files), with_drafts, hashes, memory)
    corpus = loader.corpus()
    return corpus, merged(loader.errors)


@dataclass
class _Loader:
    """The files of a project (bytes by path) and the errors so far. `unread` and `loose` become those of the corpus."""

    files: Mapping[str, bytes]
    errors: list[Diagnostic]
    with_drafts: bool
    hashes: Mapping[str, str]
    memory: Memory
    unread: set[str] = field(default_factory=set)
    loose: list[model.Evidence] = field(default_factory=list)

    def corpus(self) -> model.Corpus:
        """Read all files."""
        self._report_strays()
        sources = self._sources()
        parties = self._value("briefings/parties.yml") or {}
        names = self._value("briefings/names.yml") or {}
        briefings = self._briefings(list(parties))
        renamed = self._value("briefings/renamed.yml")
        wording = self._value("briefings/wording.yml")
        return model.Corpus(
            sources=sources,
            parties=parties,
            names=names,
            briefings=briefings,
            unread=frozenset(self.unread),
            loose=tuple(self.loose),
            renamed=renamed,
            wording=wording or model.WordingFile(),
        )

    def _report_strays(self) -> None:
        for path in self.files:
            if file_kind(path) is None and (name := PurePosixPath(path)).name != "README.md":
                self._report(rules.STRAY_FILE, Location(path), *stray(path))
                if path.startswith("briefings/"):  # perhaps a position file
                    self.unread.add(f"briefings/{name.parts[1]}/positions/{name.stem}.yml")

    def _sources(self) -> dict[str, model.Source]:
        sources: dict[str, model.Source] = {}
        for name in sorted({source_of(path) for path in self.files if file_kind(path) == "source"}):
            text, about = f"seeds/{name}.txt", f"seeds/{name}.yml"
            self._check_name(text if text in self.files else about, name)
            article, source_file = (self._value(path, f"source:{name}") for path in (text, about))
            if article and source_file:
                sources[name] = model.Source(name, source_file, article)
                continue
            for path, partner, hint in ((text, about, _ADD_DETAILS), (about, text, _ADD_TEXT)):
                if self._is_missing(partner):
                    message = f"{partner} is missing beside this file"
                    self._report(rules.NO_PARTNER, Location(path), message, hint)
        return with_origins(sources, self.memory)

    def _briefings(self, parties: list[str]) -> dict[str, model.Briefing]:
        position_paths: dict[str, list[str]] = {}  # by briefing
        for path in self.files:
            if (kind := file_kind(path)) in ("briefing", "positions"):
                position_paths.setdefault(path.split("/")[1], []).extend([path] * (kind == "positions"))
        briefings: dict[str, model.Briefing] = {}
        for slug, paths in sorted(position_paths.items()):
            path = f"briefings/{slug}/briefing.yml"
            self._check_name(path, slug)
            positions = self._positions(paths)
            if self._is_missing(path):
                message = f"the folder briefings/{slug} has no briefing.yml"
                hint = "Write it, or move the files of the folder to the briefing that they belong to."
                self._report(rules.NO_BRIEFING_FILE, Location(path), message, hint)
            if about := self._value(path, f"briefing:{slug}"):
                order = dict.fromkeys([*about.parties, *parties, *sorted(positions)])
                by_party = {party: positions[party] for party in order if party in positions}
                briefings[slug] = model.Briefing(slug, about, by_party)
            else:
                self._leave_out(positions.values())
        return briefings

    def _positions(self, paths: list[str]) -> dict[str, model.PositionFile]:
        """Read the position files at `paths`. Return them by party; a file of another party counts as unread."""
        positions: dict[str, model.PositionFile] = {}
        for path in paths:
            name = PurePosixPath(path)
            file = self._value(path)
            if file and file.party == name.stem:
                positions[file.party] = file
            elif file:
                message = f"the file is named {name.name}, but it says “party: {file.party}”"
                hint = "Correct the party, or rename the file. If it is a copy of another file, delete it."
                self._report(rules.WRONG_PARTY_FILE, file.location("party"), message, hint)
                self.unread.update((path, f"{name.parent}/{file.party}.yml"))
                self._leave_out([file])
        return positions

    def _leave_out(self, files: Iterable[model.PositionFile]) -> None:
        for file in files:
            for position in file.positions:
                self.loose.extend(use.evidence for use in position_uses("", file.party, position))

    def _is_missing(self, path: str) -> bool:
        """Return whether there is no such file, also not with the ending .yaml: then only its name is an error."""
        return path not in self.files and path.replace(".yml", ".yaml") not in self.files

    def _check_name(self, path: str, name: str) -> None:
        if not is_id(name):
            self.errors.append(wrong_identifier(Location(path), name))

    def _report(self, rule: Rule, location: Location, message: str, hint: str) -> None:
        self.errors.append(rule.at(location, message, hint))

    def _value(self, path: str, name: str | None = None) -> Any:
        """Return what was read from the file at `path`, or None. If there is no such file, note `name` as unread."""
        if path not in self.files:
            self.unread.update([name] if name else [])
            return None
        found: FileRead = self.memory.value(
            _key(path, self.hashes), lambda: read_file(path, self.files[path], with_drafts=self.with_drafts)
        )
        self.errors.extend(found.errors)
        self.unread |= found.unread
        self.loose.extend(found.loose)
        return found.value


def _key(path: str, hashes: Mapping[str, str]) -> str:
    return f"file {path} {hashes[path]}"
