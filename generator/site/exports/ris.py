"""Citations in RIS, which reference managers read."""

from __future__ import annotations

from collections.abc import Iterator

from generator.escape import shown
from generator.site.exports.export import Export
from generator.site.pages.cite import FILES, Citation, citations
from generator.site.site import Site


def exports(site: Site) -> Iterator[Export]:
    """Give a file for each page that can be cited."""
    for one in citations(site):
        yield Export(one.folder + FILES["RIS"], ris(one).encode())


def ris(citation: Citation) -> str:
    """Write a citation as one record: a tag and a value on each line, ended as the format asks."""
    return "".join(f"{tag}  - {shown(value).strip()}\r\n" for tag, value in _lines(citation))


def _lines(citation: Citation) -> Iterator[tuple[str, str]]:
    day = citation.reviewed
    yield "TY", "ELEC"
    yield "TI", citation.title
    if citation.site:
        yield "T2", citation.site
        yield "PB", citation.site
    yield "PY", f"{day.year:04}"
    # Three slashes, whatever is known of the day.
    yield "DA", "/".join([*(f"{part:02}" if part else "" for part in (day.year, day.month, day.day)), ""])
    yield "ET", citation.version
    yield "LA", citation.language.code
    for word in citation.keywords:
        yield "KW", word
    if citation.address:
        yield "UR", citation.address
    yield "ID", citation.key
    yield "ER", ""
