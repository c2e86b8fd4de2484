"""Read the files of a project into the corpus, and report every error of every file in one run."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Any, TypeVar

from generator.content import drafts, model, rules
from generator.content.articles import Article, read_article
from generator.content.model.identifiers import id_hint, identifier, is_id
from generator.content.model.uses import position_uses
from generator.content.origins import with_origins
from generator.content.paths import file_kind, split_unsafe_names, stray
from generator.content.strict_yaml import read_yaml
from generator.content.validation import read_node
from generator.diagnostics import Diagnostic, Rule, merged
from generator.location import Location, YamlList, YamlMap, location_at

NodeT = TypeVar("NodeT", bound=model.Node)

_ADD_DETAILS = "Create it. It needs at least these lines:\ntitle: The headline\nlanguage: en"
_ADD_TEXT = "Put the text of the article there. Both files have the same name before the dot."


def load(
    files: Mapping[str, bytes], *, with_drafts: bool = True
) -> tuple[model.Corpus, tuple[Diagnostic, ...]]:
    """Read the files of a project (bytes by path), perhaps without draft positions. Return the corpus and all errors, sorted.

    A file or entry that has errors is left out of the corpus, and named in `Corpus.unread`.
    """
    loader = _Loader(*split_unsafe_names(files), with_drafts)
    corpus = loader.corpus()
    return corpus, merged(loader.errors)


@dataclass
class _Loader:
    """The files of a project (bytes by path) and the errors so far. `unread` and `loose` become those of the corpus."""

    files: Mapping[str, bytes]
    errors: list[Diagnostic]
    with_drafts: bool
    unread: set[str] = field(default_factory=set)
    loose: list[model.Evidence] = field(default_factory=list)

    def corpus(self) -> model.Corpus:
        """Read all files."""
        self._report_strays()
        sources = self._sources()
        parties = self._entries(model.Party, "briefings/parties.yml", "party")
        names = self._entries(model.ContestedName, "briefings/names.yml", "name")
        briefings = self._briefings(list(parties))
        renamed = self._optional_file(model.RenamedFile, "briefings/renamed.yml")
        wording = self._optional_file(model.WordingFile, "briefings/wording.yml")
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
            name = PurePosixPath(path)
            if file_kind(path) is None and name.name != "README.md":
                self._report(rules.STRAY_FILE, Location(path), *stray(path))
                if path.startswith("briefings/"):  # perhaps a position file
                    self.unread.add(f"briefings/{name.parts[1]}/positions/{name.stem}.yml")

    def _sources(self) -> dict[str, model.Source]:
        sources: dict[str, model.Source] = {}
        for name in sorted({PurePosixPath(path).stem for path in self.files if file_kind(path) == "source"}):
            text, about = f"seeds/{name}.txt", f"seeds/{name}.yml"
            self._check_name(Location(text if text in self.files else about), name)
            for path, partner, hint in ((text, about, _ADD_DETAILS), (about, text, _ADD_TEXT)):
                if self._is_missing(partner):
                    message = f"{partner} is missing beside this file"
                    self._report(rules.NO_PARTNER, Location(path), message, hint)
            article = self._article(name, text)
            source_file = self._file(model.SourceFile, about, f"source:{name}")
            if article and source_file:
                sources[name] = model.Source(name, source_file, article)
        return with_origins(sources)

    def _article(self, name: str, path: str) -> Article | None:
        article = None
        if path in self.files:
            article, errors = read_article(name, self.files[path], path)
            self.errors.extend(errors)
        if article is None:
            self.unread.add(f"source:{name}")
        return article

    def _entries(self, node_type: type[NodeT], path: str, kind: str) -> dict[str, NodeT]:
        """Read a file that maps identifiers to nodes. Each is read on its own, so that an error hides no other entry."""
        data = self._data(path)
        if data is None:
            return {}
        entries: dict[str, NodeT] = {}
        for name, value in sorted(data.items()):
            self._check_name(data.key_location(name), name)
            if not is_id(name):
                self.unread.add(f"{kind}:{identifier(name)}")
            elif node := self._node(node_type, value, location_at(data, [name]), f"{kind}:{name}", name):
                entries[name] = node
        return entries

    def _briefings(self, parties: list[str]) -> dict[str, model.Briefing]:
        position_paths: dict[str, list[str]] = {}  # by briefing
        for path in self.files:
            if (kind := file_kind(path)) in ("briefing", "positions"):
                position_paths.setdefault(path.split("/")[1], []).extend([path] * (kind == "positions"))
        briefings: dict[str, model.Briefing] = {}
        for slug, paths in sorted(position_paths.items()):
            path = f"briefings/{slug}/briefing.yml"
            self._check_name(Location(path), slug)
            positions = self._positions(paths)
            if self._is_missing(path):
                message = f"the folder briefings/{slug} has no briefing.yml"
                hint = "Write it, or move the files of the folder to the briefing that they belong to."
                self._report(rules.NO_BRIEFING_FILE, Location(path), message, hint)
            if about := self._file(model.BriefingFile, path, f"briefing:{slug}"):
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
            file = self._position_file(path)
            if file and file.party == name.stem:
                positions[file.party] = file
            elif file:
                message = f"the file is named {name.name}, but it says “party: {file.party}”"
                hint = "Correct the party, or rename the file. If it is a copy of another file, delete it."
                self._report(rules.WRONG_PARTY_FILE, file.location("party"), message, hint)
                self.unread.update((path, f"{name.parent}/{file.party}.yml"))
                self._leave_out([file])
        return positions

    def _position_file(self, path: str) -> model.PositionFile | None:
        """Read a position file; without drafts, None also if it has nothing else."""
        if self.with_drafts or b"draft" not in self.files[path]:
            return self._file(model.PositionFile, path, path)
        data, errors = drafts.read_without_drafts(path, self.files[path])
        self.errors.extend(errors)
        if errors:
            self.unread.add(path)
        return None if data is None else self._node(model.PositionFile, data, data.location, path)

    def _leave_out(self, files: Iterable[model.PositionFile]) -> None:
        for file in files:
            for position in file.positions:
                self.loose.extend(use.evidence for use in position_uses("", file.party, position))

    def _is_missing(self, path: str) -> bool:
        """Return whether there is no such file, also not with the ending .yaml: then only its name is an error."""
        return path not in self.files and path.replace(".yml", ".yaml") not in self.files

    def _check_name(self, location: Location, name: str) -> None:
        if not is_id(name):
            message = f"“{name}” cannot be an identifier"
            self._report(rules.WRONG_IDENTIFIER, location, message, id_hint(name))

    def _report(self, rule: Rule, location: Location, message: str, hint: str) -> None:
        self.errors.append(rule.at(location, message, hint))

    def _data(self, path: str) -> YamlMap | None:
        """Return the mapping in the YAML file at `path`; None if there is no such file, or after errors."""
        if path not in self.files:
            return None
        data, errors = read_yaml(path, self.files[path])
        self.errors.extend(errors)
        if data is None:
            self.unread.add(path)
        return data

    def _file(self, node_type: type[NodeT], path: str, name: str) -> NodeT | None:
        """Return the file at `path` as a node. Without the file or after errors, note `name` as unread and return None."""
        data = self._data(path)
        if data is None:
            self.unread.add(name)
            return None
        return self._node(node_type, data, data.location, name)

    def _optional_file(self, node_type: type[NodeT], path: str) -> NodeT | None:
        return self._file(node_type, path, path) if path in self.files else None

    def _node(
        self, node_type: type[NodeT], data: Any, location: Location, name: str, key: str = ""
    ) -> NodeT | None:
        """Return `data`, the value of `key`, as a node. After errors of shape, note `name` as unread and return None."""
        node, errors = read_node(node_type, data, location, key)
        self.errors.extend(errors)
        if node is None:
            self.unread.add(name)
            self.loose.extend(_evidence_in(data))
        return node


def _evidence_in(data: Any) -> Iterator[model.Evidence]:
    """Yield all evidence within data of a wrong shape, so that its quotes are checked."""
    if isinstance(data, YamlMap) and "source" in data and any(kind in data for kind in model.Kind):
        evidence, _ = read_node(model.Evidence, data, data.location)
        if evidence is not None:
            yield evidence
    elif isinstance(data, YamlMap | YamlList):
        for value in data.values() if isinstance(data, YamlMap) else data:
            yield from _evidence_in(value)
