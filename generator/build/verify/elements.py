"""Check elements, attributes and URLs of pages: they show text, load files of the site alone, and run nothing."""

import re
from functools import cache
from urllib.parse import unquote

from lxml import html

from generator.build.verify.facts import PageFacts, line_of
from generator.build.verify.files import outside_urls
from generator.build.verify.page import HINT, BuiltPage, excerpt, words

ALLOWED_ELEMENTS = words("elements", "drawing_elements")
_REFUSED_ATTRIBUTES = words("refused_attributes")
# They load something, or hide what is loaded.
_REFUSED_IN_STYLES = ("url", "\\", "import", "expression", "/*")
_LOADED_LINKS, _PLAIN_LINKS = words("loaded_links"), words("plain_links")
_LINK_SCHEMES = words("link_schemes")
_URL_ATTRIBUTES = ("href", "src", "xlink:href")
_SCHEME = re.compile(r"[^/?#]*?:")
_AMBIGUOUS = re.compile(r"[\x00-\x20\x7f\\]")  # browsers drop or replace some of these
STORE = f"{HINT}Store it in docs/ and link to it there: readers’ browsers ask no other host."
_TOP = "top"  # browsers scroll to the top of the page


def check(page: BuiltPage, facts: PageFacts) -> None:
    """Check every element of a page, its attributes and its id; collect the ids, links and loaded files."""
    names: set[str] = set()  # of anchors: another way to write an id
    for element in page.tree.iter("*"):
        tag = str(element.tag)
        if tag not in ALLOWED_ELEMENTS:
            hint = f"{HINT}If it comes from a page in docs/, remove it, or link to what it shows."
            facts.add_problem(element, f"the element <{tag}> is not allowed{hint}")
        for attribute, value in element.items():
            if is_harmless(attribute):
                continue
            if attribute == "id":
                if value in facts.ids:
                    message = f"other elements have the id “{value}” too: links find only the first"
                    facts.add_problem(element, message)
                facts.ids.add(value)
            elif attribute == "name":
                if tag == "a":
                    names.add(value)
            elif message := _attribute_problem(page, facts, element, attribute.lower(), value):
                facts.add_problem(element, f"<{tag} {attribute}=“{excerpt(value)}”> {message}")
    facts.ids |= names


@cache
def is_harmless(attribute: str) -> bool:
    """Return whether an attribute neither runs nor loads anything, whatever its value, and is not the target of links."""
    name = attribute.lower()
    is_checked = name in {*_REFUSED_ATTRIBUTES, *_URL_ATTRIBUTES, "style", "id", "name"}
    return not is_checked and not name.startswith("on")


def _attribute_problem(
    page: BuiltPage, facts: PageFacts, element: html.HtmlElement, attribute: str, value: str
) -> str:
    """Return what is wrong with an attribute; empty if nothing is."""
    if attribute.startswith("on"):
        return "runs a script"
    if attribute in _REFUSED_ATTRIBUTES:
        return "could load or send something"
    if attribute in _URL_ATTRIBUTES:
        return _url_problem(page, facts, element, attribute, value)
    loads = any(text in value.lower() for text in _REFUSED_IN_STYLES) or outside_urls(value)
    return "could load something" if attribute == "style" and loads else ""


def _url_problem(
    page: BuiltPage, facts: PageFacts, element: html.HtmlElement, attribute: str, url: str
) -> str:
    """Return what is wrong with a URL; empty if nothing is."""
    link_kinds = frozenset(element.get("rel", "").lower().split()) if element.tag == "link" else frozenset()
    match element.tag, attribute:
        case ("script" | "img", "src"):
            return _loaded_problem(page, facts, element, url)
        case "link", "href" if link_kinds & _LOADED_LINKS:
            return _loaded_problem(page, facts, element, url)
        case "link", "href" if not link_kinds or link_kinds - _PLAIN_LINKS:
            return "is a kind of link that is not allowed: a browser could ask another host"
        case ("link" | "a", "href"):
            scheme = _SCHEME.match(url.strip())
            if scheme is None or scheme.group().lower() in _LINK_SCHEMES:
                if scheme is None:
                    _add_link(page, facts, element, url.strip())
                return ""
            return f"links to {excerpt(scheme.group())}{HINT}Links may begin with https:, http: or mailto:."
        case "use", _ if url.startswith("#"):
            _add_link(page, facts, element, url)
            return ""
    return "has a URL, which this attribute may not have here"


def _loaded_problem(page: BuiltPage, facts: PageFacts, element: html.HtmlElement, url: str) -> str:
    target = page.target(url)
    if _SCHEME.match(url) or url.startswith("//") or target is None:
        return f"loads from outside the site{STORE}"
    if _AMBIGUOUS.search(url):
        return "has a character that browsers read in different ways"
    facts.loads.setdefault(target, (line_of(element), f"<{element.tag!s}> with “{excerpt(url)}”"))
    return ""


def _add_link(page: BuiltPage, facts: PageFacts, element: html.HtmlElement, url: str) -> None:
    """Collect where a link inside the site leads to."""
    target = None if url.startswith("//") else page.target(url)
    if target is not None:
        # The part after :~: says which words a browser highlights.
        part = unquote(url.partition("#")[2].partition(":~:")[0])
        part = "" if part.lower() == _TOP else part
        facts.links.setdefault((target, part), line_of(element))
