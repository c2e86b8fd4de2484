"""Decode the bytes of a file."""

from generator.diagnostics import Diagnostic, Rule
from generator.location import Location


def decode_utf8(path: str, raw: bytes, rule: Rule) -> str | Diagnostic:
    """Return `raw` as text, or the error of `rule` at the first byte that is not UTF-8."""
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        at = error.start
        start, end = raw.rfind(b"\n", 0, at) + 1, raw.find(b"\n", at)
        line = raw[start : end if end >= 0 else None].decode("utf-8", "replace").rstrip("\r")
        column = len(raw[start:at].decode("utf-8").removeprefix("\ufeff")) + 1
        location = Location(path, raw.count(b"\n", 0, at) + 1, column, 1, line.removeprefix("\ufeff"))
        message = f"this file is not UTF-8: byte {at + 1} is {raw[at]:#04x}"
        return rule.at(location, message, "Save it again with the encoding “UTF-8”.")
