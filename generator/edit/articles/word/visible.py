"""The text of a Word file that readers see, read from its XML without mammoth: to check what mammoth gives."""

from collections.abc import Iterator

from lxml import etree

from generator.edit.articles.word.package import child, is_on, local_name

# What is not on the page: deleted or moved away, properties, commands of fields, the small text above characters.
_UNSEEN = frozenset(
    [
        "del",
        "moveFrom",
        "pPr",
        "rPr",
        "tblPr",
        "trPr",
        "tcPr",
        "sectPr",
        "instrText",
        "delText",
        "rt",
        "sdtPr",
    ]
)
_SPACES = frozenset(["tab", "ptab", "br", "cr"])


def paragraphs_of(element: etree._Element) -> Iterator[str]:
    """Yield the text of each paragraph that has one, with that of text boxes on their own."""
    for item in element:
        name = local_name(item)
        if name == "p":
            boxes: list[etree._Element] = []
            text = "".join(_text(item, boxes))
            if text.strip():
                yield text
            for box in boxes:
                yield from paragraphs_of(box)
        elif name not in _UNSEEN and not is_deleted_row(item):
            yield from paragraphs_of(branch(item))


def text_of(element: etree._Element) -> str:
    """Return the text of all paragraphs in an element, with spaces between them."""
    return " ".join(" ".join(paragraphs_of(element)).split())


def _text(element: etree._Element, boxes: list[etree._Element]) -> Iterator[str]:
    """Yield the text in a paragraph, and collect its text boxes."""
    for item in element:
        name = local_name(item)
        if name == "t":
            yield item.text or ""
        elif name in _SPACES:
            yield " "
        elif name == "noBreakHyphen":
            yield "\u2011"
        elif name == "txbxContent":
            boxes.append(item)
        elif name not in _UNSEEN and not is_hidden(item):
            yield from _text(branch(item), boxes)


def branch(element: etree._Element) -> etree._Element:
    """Return the branch of an alternative that has text, the first one if both have; any other element as it is."""
    if local_name(element) != "AlternateContent":
        return element
    with_text = [item for item in element if any(local_name(inner) == "t" for inner in item.iter())]
    return with_text[0] if with_text else etree.Element("none")


def is_hidden(element: etree._Element) -> bool:
    """Return whether an element is a run with the property “hidden”."""
    return local_name(element) == "r" and is_on(child(element, "rPr", "vanish"))


def is_deleted_row(element: etree._Element) -> bool:
    """Return whether an element is a row of a table that a tracked change deletes."""
    return local_name(element) == "tr" and child(element, "trPr", "del") is not None
