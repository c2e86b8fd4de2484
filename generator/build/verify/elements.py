"""Check elements, attributes and URLs of pages: they show text, load files of the site alone, and run nothing."""

import re
from collections import Counter
from collections.abc import Iterator

from lxml import html

from generator.build.verify.built_site import HINT, BuiltPage, Finding, excerpt, words
from generator.build.verify.files import outside_urls

ALLOWED_ELEMENTS = words("elements", "drawing_elements")
_REFUSED_ATTRIBUTES = words("refused_attributes")
# They load something, or hide what is loaded.
_REFUSED_IN_STYLES = ("url", "\\", "import", "expression", "/*")
_LOADED_LINKS, _PLAIN_LINKS = words("loaded_links"), words("plain_links")
_LINK_SCHEMES = words("link_schemes")
_URL_ATTRIBUTES = ("href", "src", "xlink:href")
_SCHEME = re.compile(r"[^/?#]*?:")
_AMBIGUOUS = re.compile(r"[\x00-\x20\x7f\\]")  # browsers drop or replace some of these
_STORE = f"{HINT}Store it in docs/ and link to it there: readers’ browsers ask no other host."


def check(page: BuiltPage) -> Iterator[Finding]:
    """Check every element of a page, its attributes and its id."""
    ids = Counter[str](page.tree.xpath("//@id"))
    for element in page.tree.iter("*"):
        name, identifier = str(element.tag), element.get("id")
        if name not in ALLOWED_ELEMENTS:
            hint = f"{HINT}If it comes from a page in docs/, remove it, or link to what it shows."
            yield element, f"the element <{name}> is not allowed{hint}"
        if identifier and ids[identifier] > 1:
            yield element, f"other elements have the id “{identifier}” too: links find only the first"
        for attribute, value in element.attrib.items():
            if message := _attribute_problem(page, element, attribute.lower(), value):
                yield element, f"<{name} {attribute}=“{excerpt(value)}”> {message}"


def _attribute_problem(page: BuiltPage, element: html.HtmlElement, attribute: str, value: str) -> str:
    """Return what is wrong with an attribute; empty if nothing is."""
    if attribute.startswith("on"):
        return "runs a script"
    if attribute in _REFUSED_ATTRIBUTES:
        return "could load or send something"
    if attribute in _URL_ATTRIBUTES:
        return _url_problem(page, element, attribute, value)
    loads = any(text in value.lower() for text in _REFUSED_IN_STYLES) or outside_urls(value)
    return "could load something" if attribute == "style" and loads else ""


def _url_problem(page: BuiltPage, element: html.HtmlElement, attribute: str, url: str) -> str:
    """Return what is wrong with a URL; empty if nothing is."""
    link_kinds = frozenset(element.get("rel", "").lower().split())
    match element.tag, attribute:
        case ("script" | "img", "src"):
            return _loaded_problem(page, url)
        case "link", "href" if link_kinds & _LOADED_LINKS:
            return _loaded_problem(page, url)
        case "link", "href" if not link_kinds or link_kinds - _PLAIN_LINKS:
            return "is a kind of link that is not allowed: a browser could ask another host"
        case ("link" | "a", "href"):
            scheme = _SCHEME.match(url.strip())
            if scheme is None or scheme.group().lower() in _LINK_SCHEMES:
                return ""
            return f"links to {excerpt(scheme.group())}{HINT}Links may begin with https:, http: or mailto:."
        case "use", _ if url.startswith("#"):
            return ""
    return "has a URL, which this attribute may not have here"


def _loaded_problem(page: BuiltPage, url: str) -> str:
    target = page.target(url)
    if _SCHEME.match(url) or url.startswith("//") or target is None:
        return f"loads from outside the site{_STORE}"
    if _AMBIGUOUS.search(url):
        return "has a character that browsers read in different ways"
    return "" if target in page.site.files else f"names a file that the site does not have{_STORE}"
