"""Citations of overviews and issues, in the formats of reference managers: BibTeX, RIS and CSL-JSON."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial

from generator.site.exports.export import Export
from generator.site.exports.references import bibtex_entry, csl_date, csl_items, ris_date, ris_record
from generator.site.pages.cite import FILES, Citation, citations
from generator.site.parts import parts
from generator.site.site import Site


def exports(site: Site) -> Iterator[Export]:
    """Yield a file in each format for each page that can be cited."""
    for citation in citations(site):
        for name, write in _FORMATS.items():
            reads = parts(briefings=[citation.briefing])
            yield Export(citation.folder + FILES[name], partial(_file, write, citation), reads)


def _file(write: Callable[[Citation], str], citation: Citation) -> bytes:
    return write(citation).encode()


def bibtex(citation: Citation) -> str:
    """Return an entry of type `misc`, which every style knows.

    `howpublished` is for BibTeX; `organization` and `version` for biblatex.
    """
    texts = {
        "title": citation.title,
        "howpublished": citation.site,
        "organization": citation.site,
        "version": citation.version,
        "keywords": ", ".join(citation.keywords),
    }
    return bibtex_entry("misc", citation.key, texts, citation.reviewed, url=citation.url)


def ris(citation: Citation) -> str:
    """Return a record of a web page."""
    lines = [
        ("TI", citation.title),
        ("T2", citation.site),
        ("PB", citation.site),
        ("PY", f"{citation.reviewed.year:04}"),
        ("DA", ris_date(citation.reviewed)),
        ("ET", citation.version),
        ("LA", citation.language.code),
        *(("KW", word) for word in citation.keywords),
        ("UR", citation.url),
        ("ID", citation.key),
    ]
    return ris_record("ELEC", lines)


def csl(citation: Citation) -> str:
    """Return an item of type `webpage`, in a list."""
    item = {
        "id": citation.key,
        "type": "webpage",
        "title": citation.title,
        "container-title": citation.site,
        "publisher": citation.site,
        "issued": csl_date(citation.reviewed),
        "version": citation.version,
        "language": citation.language.code,
        "keyword": ", ".join(citation.keywords),
        "URL": citation.url,
    }
    return csl_items([item])


_FORMATS: Mapping[str, Callable[[Citation], str]] = {"BibTeX": bibtex, "RIS": ris, "CSL-JSON": csl}
