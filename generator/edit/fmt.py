"""One layout for the YAML files that editors write: the same indentation, gaps and line ends; every word and comment stays."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError
from ruamel.yaml.nodes import ScalarNode
from ruamel.yaml.resolver import VersionedResolver

from generator.content.load.paths import place
from generator.content.strict_yaml import read_yaml
from generator.diagnostics import Diagnostic
from generator.location import YamlList

_BOM = "\ufeff"


@dataclass(frozen=True, kw_only=True)
class Formatted:
    """The result for several files: new bytes by path for those that change, and the errors by path of those that cannot.

    A file without errors is refused too if another layout would change what it says.
    """

    changed: Mapping[str, bytes]
    unchanged: int
    refused: Mapping[str, tuple[Diagnostic, ...]]


def format_files(files: Mapping[str, bytes], paths: Iterable[str]) -> Formatted:
    """Format those of `files`, bytes by path, that are at `paths`."""
    results = {path: format_file(path, files[path]) for path in paths}
    changed = {path: raw for path, raw in results.items() if raw is not None and raw != files[path]}
    refused = {path: read_yaml(path, files[path])[1] for path, raw in results.items() if raw is None}
    return Formatted(changed=changed, unchanged=len(results) - len(changed) - len(refused), refused=refused)


def format_file(path: str, raw: bytes) -> bytes | None:
    """Return the file at `path` in the standard layout; None if it has errors, or would then not say exactly the same.

    The layout: two spaces for each level, list items two further right than their key, an empty line between entries of a
    position file, no spaces at the ends of lines, one line break at the end of the file, and line ends “LF”. Quotation
    marks, brackets, the order of keys and the line breaks of long texts stay.
    """
    before, _ = read_yaml(path, raw)
    if before is None:
        return None
    text = raw.decode().removeprefix(_BOM).replace("\r\n", "\n")
    result = _dump(text)
    if result is None or result.count("#") != text.count("#"):  # a comment would be lost
        return None
    if place(path) == "positions":
        result = _separate_entries(path, result)
    after, _ = read_yaml(path, result.encode())
    return result.encode() if after is not None and after.data == before.data else None


class _Texts(VersionedResolver):
    """Reads every value as a text, as the strict reader does: 2031-02-30 is a problem for the check, not for the layout."""

    def resolve(self, kind: Any, value: Any, implicit: Any) -> Any:
        """Return the tag of a value."""
        if kind is ScalarNode and value:
            return self.DEFAULT_SCALAR_TAG
        return super().resolve(kind, value, implicit)


def _dump(text: str) -> str | None:
    """Return YAML written again with its comments; None if ruamel cannot read it."""
    yaml = YAML()
    yaml.Resolver = _Texts
    yaml.preserve_quotes = True
    yaml.width = 1_000_000  # never break a line
    yaml.indent(mapping=2, sequence=4, offset=2)
    out = io.StringIO()
    try:
        yaml.dump(yaml.load(text), out)
    except YAMLError:
        return None
    return "\n".join(line.rstrip() for line in out.getvalue().split("\n")).strip("\n") + "\n"


def _separate_entries(path: str, text: str) -> str:
    """Return a position file with one empty line between its entries, except between two in brackets."""
    file, _ = read_yaml(path, text.encode())
    entries = file.data.get("positions") if file else None
    if not isinstance(entries, YamlList):
        return text
    lines = text.split("\n")
    for index in range(len(entries) - 1, 0, -1):
        locations = entries.item_location(index - 1), entries.item_location(index)
        if all(location.text[location.column - 1] == "{" for location in locations):
            continue
        start = locations[1].line - 1
        while lines[start - 1].lstrip().startswith("#"):  # a comment belongs to the entry below it
            start -= 1
        end = start
        while not lines[start - 1].strip():
            start -= 1
        lines[start:end] = [""]
    return "\n".join(lines)
