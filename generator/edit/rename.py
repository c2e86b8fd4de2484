"""A new identifier in the place of an old one, wherever it stands: each place is one token of a file, all else stays."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from generator.content.load.paths import place
from generator.content.model import Kind
from generator.content.strict_yaml import read_yaml
from generator.edit.change import ChangeError
from generator.location import Location, YamlList, YamlMap

_BOM = "\ufeff"
Files = Mapping[str, bytes]
Locations = Iterator[Location]


class Rename:
    """What a rename does to the files of a project: new bytes by path, and the new paths of those that moved.

    `places` counts the tokens that were changed.
    """

    def __init__(self, files: Files, old: str, new: str) -> None:
        """Begin with nothing changed."""
        self._files, self._old, self._new = files, old, new
        self.changed: dict[str, bytes] = {}
        self.moved: dict[str, str] = {}
        self.places = 0

    def tokens(self, find: Callable[[str, YamlMap], Locations]) -> None:
        """Change each token that `find` gives of a YAML file: its path and its data."""
        for path, raw in self._files.items():
            if path.endswith(".yml") and place(path):
                file, _ = read_yaml(path, raw)
                if file is None:
                    raise ChangeError(f"{path} has faults: briefing check tells them.")
                locations = list(find(path, file.data))
                if locations:
                    self.changed[path] = self._replaced(raw, locations)
                    self.places += len(locations)

    def _replaced(self, raw: bytes, locations: list[Location]) -> bytes:
        text = raw.decode()
        bom, text = (_BOM, text[1:]) if text.startswith(_BOM) else ("", text)
        lines = text.split("\n")
        for location in sorted(set(locations), reverse=True):
            line, start = lines[location.line - 1], location.column - 1
            at = line.find(self._old, start)
            if at < 0 or at > start + 1:  # a quotation mark may stand before it
                raise ChangeError(
                    f"{location}: “{self._old}” is not written plainly here. Change it yourself."
                )
            lines[location.line - 1] = f"{line[:at]}{self._new}{line[at + len(self._old) :]}"
        return (bom + "\n".join(lines)).encode()

    def move(self, path: str, to: str) -> None:
        """Give a file another path."""
        self.changed[to] = self.changed.pop(path, self._files[path])
        self.moved[path] = to


def rename(files: Files, kind: str, names: tuple[str, str], within: str = "", issue: str = "") -> Rename:
    """Work out a rename; `names` are the old and the new one. `within` is the briefing of an issue or proposal, and the party of a speaker.

    Raises ChangeError where a file cannot be read, or writes the identifier in another way than plainly.
    """
    old, new = names
    done = Rename(files, old, new)
    match kind:
        case "briefing":
            folder = f"briefings/{old}/"
            for path in [path for path in files if path.startswith(folder)]:
                done.move(path, f"briefings/{new}/{path.removeprefix(folder)}")
        case "source":
            done.tokens(lambda _, data: _values(data, "source", old))
            for ending in ("txt", "yml"):
                done.move(f"seeds/{old}.{ending}", f"seeds/{new}.{ending}")
        case "party":
            done.tokens(lambda path, data: _party(path, data, old))
            for path in [path for path in files if _is_of(path, old)]:
                done.move(path, f"{path.removesuffix(f'{old}.yml')}{new}.yml")
        case "issue":
            done.tokens(lambda path, data: _issue(path, data, within, old))
        case "proposal":
            done.tokens(lambda path, data: _proposal(path, data, (within, issue), old))
        case _:
            shared = _homes(files)[old] > 1
            done.tokens(lambda path, data: _speaker(path, data, (within, old), shared=shared))
    return done


def _homes(files: Files) -> Counter[str]:
    """Count the parties that have a speaker, by identifier."""
    file, _ = read_yaml("briefings/parties.yml", files.get("briefings/parties.yml", b""))
    parties = file.data.values() if file else ()
    return Counter(
        name for party in parties if isinstance(party, YamlMap) for name in party.get("speakers", ())
    )


def _is_of(path: str, party: str) -> bool:
    """Say whether the positions of `party` stand in the file at `path`."""
    return place(path) == "positions" and path.endswith(f"/{party}.yml")


def _party(path: str, data: YamlMap, old: str) -> Locations:
    if path == "briefings/parties.yml":
        yield from _key(data, old)
        for party in data.values():
            yield from _items(party, "part_of", old)
    elif path == "briefings/names.yml":
        for name in data.values():
            yield from _items(name, "used_by", old)
    elif place(path) == "briefing":
        yield from _items(data, "parties", old)
    elif _is_of(path, old) and data.get("party") == old:
        yield data.value_location("party")


def _issue(path: str, data: YamlMap, slug: str, old: str) -> Locations:
    if path == f"briefings/{slug}/briefing.yml":
        yield from _key(data.get("issues"), old)
        for note in data.get("analysis", ()):
            yield from _items(note, "about", old)
    elif path.startswith(f"briefings/{slug}/positions/"):
        for entry in data.get("positions", ()):
            if isinstance(entry, YamlMap) and entry.get("issue") == old:
                yield entry.value_location("issue")


def _proposal(path: str, data: YamlMap, within: tuple[str, str], old: str) -> Locations:
    slug, issue = within
    if path == f"briefings/{slug}/briefing.yml":
        about = data.get("issues", {}).get(issue)
        yield from _key(about.get("proposals") if isinstance(about, YamlMap) else None, old)
    elif path.startswith(f"briefings/{slug}/positions/"):
        for entry in data.get("positions", ()):
            if isinstance(entry, YamlMap) and entry.get("issue") == issue:
                yield from _key(entry.get("stance"), old)


def _speaker(path: str, data: YamlMap, within: tuple[str, str], *, shared: bool) -> Locations:
    """Give the speaker of a party where it is defined, in the party's files, and, where no other party has one of this name, in briefings."""
    party, old = within
    if path == "briefings/parties.yml":
        about = data.get(party)
        yield from _key(about.get("speakers") if isinstance(about, YamlMap) else None, old)
    elif _is_of(path, party) or (place(path) == "briefing" and not shared):
        yield from _values(data, "speaker", old)


def _key(data: Any, old: str) -> Locations:
    if isinstance(data, YamlMap) and old in data:
        yield data.key_location(old)


def _items(data: Any, key: str, old: str) -> Locations:
    held = data.get(key) if isinstance(data, YamlMap) else None
    if isinstance(held, YamlList):
        for index, value in enumerate(held):
            if value == old:
                yield held.item_location(index)


def _values(data: Any, key: str, old: str) -> Locations:
    """Give the values of `key` in all evidence somewhere in `data`."""
    if isinstance(data, YamlMap) and any(kind in data for kind in Kind):
        if data.get(key) == old:
            yield data.value_location(key)
    elif isinstance(data, YamlMap | YamlList):
        for inner in data.values() if isinstance(data, YamlMap) else data:
            yield from _values(inner, key, old)
