"""Citations of overviews and issues, in the formats of reference managers: BibTeX, RIS and CSL-JSON."""

import json
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from generator.escape import bibtex_text, shown
from generator.site.exports.export import Export
from generator.site.pages.cite import FILES, Citation, citations
from generator.site.site import Site

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def exports(site: Site) -> Iterator[Export]:
    """Yield a file in each format for each page that can be cited."""
    for citation in citations(site):
        for name, write in _FORMATS.items():
            yield Export(citation.folder + FILES[name], write(citation).encode())


def bibtex(citation: Citation) -> str:
    """Return an entry of type `misc`, which every style knows.

    `howpublished` and `month` are for BibTeX; `organization`, `date` and `version` for biblatex. Each ignores fields that it
    does not know. The title is in a second pair of braces, so that no style changes its case.
    """
    date, site = citation.reviewed, bibtex_text(citation.site)
    fields: Mapping[str, str] = {
        "title": f"{{{bibtex_text(citation.title)}}}",
        "howpublished": site,
        "organization": site,
        "year": f"{date.year:04}",
        "month": MONTHS[date.month - 1] if date.month else "",
        "date": str(date),
        "version": bibtex_text(citation.version),
        "keywords": bibtex_text(", ".join(citation.keywords)),
        "url": citation.url,  # both programs print it verbatim: it has no brace, backslash or space
    }
    lines = (
        f"  {name} = {value if name == 'month' else f'{{{value}}}'},\n"
        for name, value in fields.items()
        if value
    )
    return f"@misc{{{citation.key},\n{''.join(lines)}}}\n"


def ris(citation: Citation) -> str:
    """Return a record: a tag and a value on each line."""
    date = citation.reviewed
    parts = [f"{part:02}" if part else "" for part in (date.year, date.month, date.day)]
    lines = [
        ("TY", "ELEC"),
        ("TI", citation.title),
        ("T2", citation.site),
        ("PB", citation.site),
        ("PY", f"{date.year:04}"),
        ("DA", "/".join([*parts, ""])),  # always three slashes
        ("ET", citation.version),
        ("LA", citation.language.code),
        *(("KW", word) for word in citation.keywords),
        ("UR", citation.url),
        ("ID", citation.key),
    ]
    record = "".join(f"{tag}  - {shown(value).strip()}\r\n" for tag, value in lines if value)
    return f"{record}ER  - \r\n"


def csl(citation: Citation) -> str:
    """Return an item of type `webpage`, in a list."""
    date = citation.reviewed
    item: Mapping[str, Any] = {
        "id": citation.key,
        "type": "webpage",
        "title": citation.title,
        "container-title": citation.site,
        "publisher": citation.site,
        "issued": {"date-parts": [[part for part in (date.year, date.month, date.day) if part]]},
        "version": citation.version,
        "language": citation.language.code,
        "keyword": ", ".join(citation.keywords),
        "URL": citation.url,
    }
    known = {name: value for name, value in item.items() if value}
    return json.dumps([known], ensure_ascii=False, indent=2) + "\n"


_FORMATS: Mapping[str, Callable[[Citation], str]] = {"BibTeX": bibtex, "RIS": ris, "CSL-JSON": csl}
