"""Citations in CSL-JSON, which citation styles are applied to."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from generator.content.model import PartialDate
from generator.site.exports.export import Export
from generator.site.pages.cite import FILES, Citation, citations
from generator.site.site import Site


def exports(site: Site) -> Iterator[Export]:
    """Give a file for each page that can be cited."""
    for one in citations(site):
        content = json.dumps([csl(one)], ensure_ascii=False, indent=2) + "\n"
        yield Export(one.folder + FILES["CSL-JSON"], content.encode())


def csl(citation: Citation) -> dict[str, Any]:
    """Give a citation as an item of type `webpage`; what is not known is left out."""
    item = {
        "id": citation.key,
        "type": "webpage",
        "title": citation.title,
        "container-title": citation.site,
        "publisher": citation.site,
        "issued": {"date-parts": [_parts(citation.reviewed)]},
        "version": citation.version,
        "language": citation.language.code,
        "keyword": ", ".join(citation.keywords),
        "URL": citation.address,
    }
    return {name: value for name, value in item.items() if value}


def _parts(date: PartialDate) -> list[int]:
    return [part for part in (date.year, date.month, date.day) if part]
