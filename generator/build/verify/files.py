"""Files that browsers show by themselves: pages, and drawings and lists in XML, which run nothing; and no others."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from generator.build.verify.elements import DRAWINGS
from generator.build.verify.page import Fault, Finished
from generator.build.verify.styles import outside

# Endings of files in which browsers run scripts. Pages end in .html, written so.
_DOCUMENTS = frozenset({
    *("html", "htm", "shtml", "shtm", "xhtml", "xht", "mht", "mhtml", "hta"),
    *("svgz", "xsl", "xslt", "xsd", "rdf", "rss", "atom", "mml", "mathml"),
})  # fmt: skip
_SVG = "http://www.w3.org/2000/svg"
_LISTS = frozenset(
    {None, "http://www.sitemaps.org/schemas/sitemap/0.9"}
)  # browsers do nothing with their elements
_DRAWN = DRAWINGS | {
    "title",
    "style",
    "stop",
    "lineargradient",
    "radialgradient",
    "symbol",
    "marker",
    "pattern",
}
_PLAIN = "Save a drawing as plain SVG or as PNG; anything else take out of docs/."


def faults(site: Finished) -> Iterator[Fault]:
    """Look at every file that browsers could show by itself."""
    for uri in sorted(site.files):
        ending = uri.rpartition(".")[2].lower()
        if uri.endswith(".html") or ending == "css":
            if site.text(uri) is None:
                yield Fault(uri, 1, "this file is not UTF-8", "Save it in this encoding in your editor.")
        elif ending in {"svg", "xml"}:
            yield from _xml(site, uri)
        elif ending in _DOCUMENTS:
            yield Fault(
                uri,
                1,
                f"browsers run scripts in a file that ends in .{ending}, and only pages that end in .html are looked at",
                "Name a page .html; anything else take out of docs/.",
            )


def _xml(site: Finished, uri: str) -> Iterator[Fault]:
    """Look at a drawing or a list: at what browsers could run in it, or load for it."""
    try:
        root = etree.fromstring((site.folder / uri).read_bytes())
    except etree.XMLSyntaxError as fault:
        yield Fault(uri, fault.lineno or 1, f"this file cannot be read: {fault.msg}", _PLAIN)
        return
    about = root.getroottree().docinfo
    if about.doctype or (about.encoding or "").lower() != "utf-8" or root.xpath("//processing-instruction()"):
        yield Fault(
            uri,
            1,
            "only plain XML in UTF-8 is looked at",
            "Take out the lines that begin with <!DOCTYPE and with <?, but for <?xml.",
        )
    for element in root.iter("*"):
        name = etree.QName(element)
        if name.namespace not in _LISTS and (name.namespace != _SVG or name.localname.lower() not in _DRAWN):
            yield Fault(
                uri, element.sourceline or 1, f"the element <{name.localname}> is not allowed", _PLAIN
            )
        for attribute, value in element.attrib.items():
            own = etree.QName(attribute).localname.lower()
            if own.startswith("on") or (own == "href" and not value.startswith("#")) or outside(value):
                message = f"<{name.localname} {own}> could run or load something"
                yield Fault(uri, element.sourceline or 1, message, _PLAIN)
        if name.localname == "style" and outside(str(element.xpath("string()"))):
            yield Fault(uri, element.sourceline or 1, "a style loads from another host", _PLAIN)
