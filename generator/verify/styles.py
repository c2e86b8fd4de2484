"""Style sheets: they load nothing from outside the site."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.verify.page import Fault, Finished, cut

_OUTSIDE = re.compile(
    r"""(?:url\(\s*["']?|@import\s+["'])\s*(?P<address>(?:https?:)?//[^"')\s]*)""", re.IGNORECASE
)


def faults(site: Finished) -> Iterator[Fault]:
    """Look at every style sheet of a site."""
    for uri in sorted(one for one in site.files if one.endswith(".css")):
        text = (site.folder / uri).read_text(encoding="utf-8")
        for found in _OUTSIDE.finditer(text):
            line = text.count("\n", 0, found.start()) + 1
            yield Fault(
                uri,
                line,
                f"this style sheet loads from another host: {cut(found['address'])}",
                "Store the file in docs/ and name it from there: readers’ browsers ask no other host.",
            )
