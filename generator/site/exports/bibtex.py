"""Citations for BibTeX and biblatex."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.escape import bibtex_text
from generator.site.exports.export import Export
from generator.site.pages.cite import FILES, Citation, citations
from generator.site.site import Site

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def exports(site: Site) -> Iterator[Export]:
    """Give a file for each page that can be cited."""
    for one in citations(site):
        yield Export(one.folder + FILES["BibTeX"], bibtex(one).encode())


def bibtex(citation: Citation) -> str:
    """Write a citation as an entry of type `misc`, which every style knows.

    `howpublished` and `month` are for BibTeX, `organization`, `date` and `version` for biblatex; each passes over
    what it does not know. The title stands in braces of its own, so that no style changes its case.
    """
    said = bibtex_text(citation.site)
    fields: Mapping[str, str] = {
        "title": f"{{{{{bibtex_text(citation.title)}}}}}",
        "howpublished": f"{{{said}}}" if said else "",
        "organization": f"{{{said}}}" if said else "",
        "year": f"{{{citation.reviewed.year:04}}}",
        "month": MONTHS[citation.reviewed.month - 1] if citation.reviewed.month else "",
        "date": f"{{{citation.reviewed}}}",
        "version": f"{{{bibtex_text(citation.version)}}}",
        "keywords": f"{{{bibtex_text(', '.join(citation.keywords))}}}" if citation.keywords else "",
        # Verbatim: both programs print an address as it is. It holds no brace, no backslash and no space.
        "url": f"{{{citation.address}}}" if citation.address else "",
    }
    lines = (f"  {name} = {value},\n" for name, value in fields.items() if value)
    return f"@misc{{{citation.key},\n{''.join(lines)}}}\n"
