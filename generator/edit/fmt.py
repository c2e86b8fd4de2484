"""One layout for the YAML files that editors write: the same indentation and line ends; every word and comment stays."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError
from ruamel.yaml.nodes import ScalarNode
from ruamel.yaml.resolver import VersionedResolver

from generator.content.strict_yaml import read_yaml
from generator.diagnostics import Diagnostic

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

    The layout: two spaces for each level, list items two further right than their key, no spaces at the ends of lines, one
    line break at the end of the file, and line ends “LF”. Quotation marks, brackets, empty lines, the order of keys and the
    line breaks of long texts stay.
    """
    before, _ = read_yaml(path, raw)
    if before is None:
        return None
    text = raw.decode().removeprefix(_BOM).replace("\r\n", "\n")
    result = _dump(text)
    if result is None or result.count("#") != text.count("#"):  # a comment would be lost
        return None
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
