"""One shape for the files that editors write: the same indents, ends and gaps everywhere; every word and comment stays."""

from __future__ import annotations

import io
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError
from ruamel.yaml.nodes import ScalarNode
from ruamel.yaml.resolver import VersionedResolver

from generator.content.load.paths import place
from generator.content.strict_yaml import read_yaml
from generator.location import YamlList

_BOM = "\ufeff"


class _Texts(VersionedResolver):
    """Takes each value for a text, as our own reader does: a day that no calendar has is for the check to tell."""

    def resolve(self, kind: Any, value: Any, implicit: Any) -> Any:
        """Give the tag of a value."""
        if kind is ScalarNode and value:
            return self.DEFAULT_SCALAR_TAG
        return super().resolve(kind, value, implicit)


def shaped(path: str, raw: bytes) -> bytes | None:
    """Give the file at `path` in the one shape; None where it has faults, or would then not say exactly the same.

    Two spaces for each step, dashes two further right than their key, an empty line between entries of a position file,
    no spaces at the ends of lines, one line break at the end of the file, and line ends “LF”. Quotation marks, brackets,
    the order of keys and the breaks of long texts stay as they were written.
    """
    before, _ = read_yaml(path, raw)
    if before is None:
        return None
    text = raw.decode().removeprefix(_BOM).replace("\r\n", "\n")
    made = _dumped(text)
    if made is None or made.count("#") != text.count("#"):  # a comment would be lost
        return None
    if place(path) == "positions":
        made = _apart(path, made)
    after, _ = read_yaml(path, made.encode())
    return made.encode() if after is not None and after.data == before.data else None


def _dumped(text: str) -> str | None:
    yaml = YAML()
    yaml.Resolver = _Texts
    yaml.preserve_quotes = True
    yaml.width = 1_000_000  # no line is broken anew
    yaml.indent(mapping=2, sequence=4, offset=2)
    out = io.StringIO()
    try:
        data: Any = yaml.load(text)
        yaml.dump(data, out)
    except YAMLError:
        return None
    return "\n".join(line.rstrip() for line in out.getvalue().split("\n")).strip("\n") + "\n"


def _apart(path: str, text: str) -> str:
    """Put one empty line between the entries of a position file, but for two in brackets."""
    file, _ = read_yaml(path, text.encode())
    entries = file.data.get("positions") if file else None
    if not isinstance(entries, YamlList):
        return text
    lines = text.split("\n")
    for index in range(len(entries) - 1, 0, -1):
        locations = entries.item_location(index), entries.item_location(index - 1)
        at = locations[0].line - 1
        if all(location.text[location.column - 1] == "{" for location in locations):
            continue
        while lines[at - 1].lstrip().startswith("#"):  # a comment belongs to what follows it
            at -= 1
        start = at
        while not lines[start - 1].strip():
            start -= 1
        lines[start:at] = [""]
    return "\n".join(lines)
