"""A sidecar with the hash of its text recorded: one value or line is written, all other bytes stay as they are."""

from __future__ import annotations

from collections.abc import Iterator

from generator.content.strict_yaml import read_yaml
from generator.location import Location, YamlMap

KEY = "sha256"
_BOM = "\ufeff"
_NOTHING = ("~", "null", "''", '""')


def with_hash(path: str, raw: bytes, sha256: str) -> bytes | None:
    """Give the bytes of the sidecar at `path` with `sha256` recorded; None where no way to write it reads back right.

    The sidecar is read again: it must say the same as before, with this hash.
    """
    file, _ = read_yaml(path, raw)
    if file is None:
        return None
    wanted = {**file.data, KEY: sha256}
    text = raw.decode()
    ways = _replaced(text, file.data, sha256) if KEY in file.data else _added(text, file.data, sha256)
    for way in ways:
        again, _ = read_yaml(path, way.encode())
        if again is not None and again.data == wanted:
            return way.encode()
    return None


def _replaced(text: str, data: YamlMap, sha256: str) -> Iterator[str]:
    """Give `text` with the value behind the key replaced; quotation marks and comments around it stay."""
    location, value = data.value_location(KEY), data[KEY]
    at = _offset(text, location)
    if isinstance(value, str) and (old := value.strip()):
        found = text.find(old, at)
        if found >= 0:
            yield text[:found] + sha256 + text[found + len(old) :]
            yield (
                text[:at] + sha256 + text[found + len(old) :]
            )  # a block text ends with a line break: no hash does
        return
    nothing = next((one for one in _NOTHING if text.startswith(one, at)), "")
    space = "" if text[at - 1 : at] == " " else " "
    yield f"{text[:at]}{space}{sha256}{text[at + len(nothing) :]}"


def _added(text: str, data: YamlMap, sha256: str) -> Iterator[str]:
    """Give `text` with the key added: at its end; else, as after a text without a last line break, at its start."""
    line_end = "\r\n" if "\r\n" in text else "\n"
    start = _offset(text, data.location)
    if text[start] == "{":
        yield f"{text[: start + 1]}{KEY}: {sha256}, {text[start + 1 :]}"
        return
    line = f"{' ' * (data.location.column - 1)}{KEY}: {sha256}{line_end}"
    yield f"{text}{'' if text.endswith(line_end) else line_end}{line}"
    begin = start - (data.location.column - 1)
    yield f"{text[:begin]}{line}{text[begin:]}"


def _offset(text: str, location: Location) -> int:
    """Give the place of `location` in `text`, which still has its byte order mark and its line breaks."""
    begin = len(_BOM) if text.startswith(_BOM) else 0
    for _ in range(location.line - 1):
        begin = text.index("\n", begin) + 1
    return begin + location.column - 1
