"""Style sheets: they load pictures that stand in them, files of the site, and nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.build.verify.page import Fault, Finished, cut

_ESCAPE = re.compile(r"\\(?:(?P<number>[0-9a-f]{1,6})\s?|(?P<itself>.))", re.IGNORECASE | re.DOTALL)
_DROPPED = re.compile(r"[\x00-\x09\x0b-\x1f\x7f]")  # browsers take tabs and the like out of addresses
# What is loaded begins behind a mark or a bracket; a value that is compared, as in [href="https://"], is not loaded.
_OUTSIDE = re.compile(
    r"""(?:(?<!=)["']|url\()\s*(?P<address>(?:(?!data:image/)[a-z][a-z0-9+.-]*:(?=[^\s"'])|[/\\]{2})[^"')\s]*)""",
    re.IGNORECASE,
)


def faults(site: Finished) -> Iterator[Fault]:
    """Look at every style sheet of a site."""
    for uri in sorted(one for one in site.files if one.lower().endswith(".css")):
        for line, address in outside(site.text(uri) or ""):
            yield Fault(
                uri,
                line,
                f"this style sheet loads from another host: {cut(address)}",
                "Store the file in docs/ and name it from there, also in comments: readers’ browsers ask no other host.",
            )


def outside(style: str) -> list[tuple[int, str]]:
    """Give each address in a style that leads out of the site, with its line, however it is written."""
    text = _DROPPED.sub("", _ESCAPE.sub(_unescaped, style))
    return [(text.count("\n", 0, found.start()) + 1, found["address"]) for found in _OUTSIDE.finditer(text)]


def _unescaped(found: re.Match[str]) -> str:
    code = int(found["number"], 16) if found["number"] else ord(found["itself"])
    return chr(code) if ord(" ") < code < 0xD800 else ""  # noqa: PLR2004 - from there on, numbers are no characters
