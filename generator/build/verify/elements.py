"""Check elements, attributes and URLs of pages: they show text, load files of the site alone, and run nothing."""

import re
from collections.abc import Callable
from functools import partial
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
    for name in page.by_name.keys() - ALLOWED_ELEMENTS:
        hint = f"{HINT}If it comes from a page in docs/, remove it, or link to what it shows."
        for element in page.by_name[name]:
            facts.add_problem(element, f"the element <{name}> is not allowed{hint}")
    for element, identifier in page.by_attribute["id"]:
        if identifier in facts.ids:
            message = f"other elements have the id “{identifier}” too: links find only the first"
            facts.add_problem(element, message)
        facts.ids.add(identifier)
    # The name of an anchor is another way to write an id.
    facts.ids.update(name for element, name in page.by_attribute["name"] if element.tag == "a")
    for attribute, uses in page.by_attribute.items():
        if problem_of := _check_of(attribute.lower()):
            for element, value in uses:
                if message := problem_of(page, facts, element, value):
                    facts.add_problem(element, f"<{element.tag!s} {attribute}=“{excerpt(value)}”> {message}")


_Check = Callable[[BuiltPage, PageFacts, html.HtmlElement, str], str]
"""Returns what is wrong with the value of an attribute of an element; empty if nothing is."""


def _check_of(attribute: str) -> _Check | None:
    """Return the check of an attribute; None if it neither runs nor loads anything, whatever its value."""
    if attribute.startswith("on"):
        return lambda *_: "runs a script"
    if attribute in _REFUSED_ATTRIBUTES:
        return lambda *_: "could load or send something"
    if attribute in _URL_ATTRIBUTES:
        return partial(_url_problem, attribute)
    return _style_problem if attribute == "style" else None


def _style_problem(_page: BuiltPage, _facts: PageFacts, _element: html.HtmlElement, style: str) -> str:
    """Return what is wrong with a style attribute; empty if nothing is."""
    loads = any(text in style.lower() for text in _REFUSED_IN_STYLES) or outside_urls(style)
    return "could load something" if loads else ""


def _url_problem(
    attribute: str, page: BuiltPage, facts: PageFacts, element: html.HtmlElement, url: str
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
    """Collect where a link inside the site leads to, unless the page has it."""
    target = None if url.startswith("//") else page.target(url)
    if target is not None:
        # The part after :~: says which words a browser highlights.
        part = unquote(url.partition("#")[2].partition(":~:")[0])
        part = "" if part.lower() == _TOP else part
        is_here = target == page.uri and (not part or part in facts.ids)
        if not is_here:
            facts.links.setdefault(target, {}).setdefault(part, line_of(element))
