"""One layout for the YAML files that editors write: the same indentation and line ends; every word and comment stays."""

import io
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError
from ruamel.yaml.nodes import ScalarNode
from ruamel.yaml.resolver import VersionedResolver

from generator.content.strict_yaml import read_yaml
from generator.edit.error import EditError


def format_file(path: str, raw: bytes) -> bytes:
    """Return the file at `path` in the standard layout. Raise EditError if it has errors, or would not say exactly the same.

    The layout: two spaces for each level, list items two further right than their key, no spaces at the ends of lines, one
    line break at the end of the file, and line ends “LF”. Quotation marks, brackets, empty lines, the order of keys and the
    line breaks of long texts stay.
    """
    before, errors = read_yaml(path, raw)
    if before is None:
        raise EditError(f"{path} has errors, so it stays as it is.", errors)
    text = raw.decode("utf-8-sig").replace("\r\n", "\n")
    result = _dump(text)
    after, _ = read_yaml(path, result.encode())
    if after is None or after != before or result.count("#") != text.count("#"):  # lost comments
        raise EditError(f"{path} stays as it is, because another layout would change its content.")
    return result.encode()


class _Texts(VersionedResolver):
    """Reads every value as a text, as the strict reader does: 2031-02-30 is a problem for the check, not for the layout."""

    def resolve(self, kind: Any, value: Any, implicit: Any) -> Any:
        """Return the tag of a value."""
        if kind is ScalarNode and value:
            return self.DEFAULT_SCALAR_TAG
        return super().resolve(kind, value, implicit)


def _dump(text: str) -> str:
    """Return YAML written again with its comments; "" if ruamel cannot read it."""
    yaml = YAML()
    yaml.Resolver = _Texts
    yaml.preserve_quotes = True
    yaml.width = 1_000_000  # never break a line
    yaml.indent(mapping=2, sequence=4, offset=2)
    out = io.StringIO()
    try:
        yaml.dump(yaml.load(text), out)
    except YAMLError:
        return ""
    return "\n".join(line.rstrip() for line in out.getvalue().split("\n")).strip("\n") + "\n"
