"""Elements and attributes: only those that are known to show text, and no handlers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from generator.build.verify.page import Fault, Finished, Page
from generator.build.verify.styles import outside

_DOCUMENT = {"html", "head", "body", "title", "meta", "link", "script", "noscript"}
_BLOCKS = {
    *("header", "footer", "main", "nav", "article", "aside", "section", "div", "dialog", "search", "hgroup"),
    *("h1", "h2", "h3", "h4", "h5", "h6", "p", "hr", "pre", "blockquote", "address", "figure", "figcaption"),
    *("ul", "ol", "li", "dl", "dt", "dd", "details", "summary", "menu"),
    *("table", "caption", "colgroup", "col", "thead", "tbody", "tfoot", "tr", "th", "td"),
}
_WORDS = {
    *("a", "abbr", "b", "bdi", "bdo", "br", "cite", "code", "data", "del", "dfn", "em", "i", "img", "ins"),
    *("kbd", "mark", "q", "rp", "rt", "ruby", "s", "samp", "small", "span", "strong", "sub", "sup", "time"),
    *("u", "var", "wbr"),
}
_CONTROLS = {
    *("form", "fieldset", "legend", "label", "input", "button", "select", "option", "optgroup", "output"),
    *("progress", "meter", "textarea"),
}
DRAWINGS = {
    *("svg", "g", "path", "circle", "ellipse", "rect", "line", "polyline", "polygon", "text", "tspan"),
    *("desc", "defs", "use", "clippath", "mask"),
}
ALLOWED = frozenset(_DOCUMENT | _BLOCKS | _WORDS | _CONTROLS | DRAWINGS)
# Attributes that load, lead or send somewhere on some element. Those that are allowed are looked at with their addresses.
_REFUSED = frozenset({
    *("action", "archive", "background", "classid", "codebase", "data", "dynsrc", "formaction", "imagesrcset"),
    *("longdesc", "lowsrc", "manifest", "ping", "poster", "profile", "srcdoc", "srcset", "usemap", "xml:base"),
})  # fmt: skip
_STYLES_REFUSED = ("url", "\\", "import", "expression", "/*")  # what could load, or hide what it says


def faults(page: Page, _site: Finished) -> Iterator[Fault]:
    """Look at every element, its attributes and its id."""
    for element in page.elements():
        name = str(element.tag)
        if name not in ALLOWED:
            yield page.fault(
                element,
                f"the element <{name}> is not allowed: pages show text and pictures of their own, and load nothing else",
                "If it stands in a page of docs/, take it out, or link to what it shows.",
            )
        for attribute, value in element.attrib.items():
            if attribute.lower().startswith("on"):
                yield page.fault(element, f"<{name} {attribute}> runs a script")
            elif attribute.lower() in _REFUSED:
                yield page.fault(element, f"<{name} {attribute}> could load or send something")
            elif attribute == "style" and (
                any(one in value.lower() for one in _STYLES_REFUSED) or outside(value)
            ):
                yield page.fault(element, f"<{name} style> could load something: {value}")
    yield from _twice(page)


def _twice(page: Page) -> Iterator[Fault]:
    counted: Counter[str] = Counter(one.get("id", "") for one in page.elements())
    del counted[""]
    for one, times in counted.items():
        if times > 1:
            element = page.tree.xpath("//*[@id=$one]", one=one)[-1]
            yield page.fault(element, f"{times} elements have the id “{one}”: a link finds only the first")
