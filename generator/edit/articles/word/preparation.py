"""A Word file made ready for mammoth, which passes over some parts of a text, and fails at some that are broken.

Text boxes, right-to-left runs, simple fields and formulas become what mammoth reads; pictures, comments and hidden text
are taken out; a paragraph that a tracked change deletes becomes one with a style of its own.
"""

import copy
import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from generator.edit.articles.counts import counted
from generator.edit.articles.word.package import Package, attribute, local_name
from generator.edit.articles.word.visible import branch, is_hidden, text_of

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_PARTS = ("styles", "numbering", "footnotes", "endnotes")
_RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>'
    "</Relationships>"
)
# Elements whose content mammoth would leave out.
_UNWRAPPED = frozenset(["fldSimple", "bdo", "dir", "ruby", "rubyBase", "customXml", "smartTag"])
_DROPPED = frozenset(["commentReference", "annotationRef", "rt", "rubyPr", "checkbox"])
_DRAWN = frozenset(["AlternateContent", "drawing", "pict", "object"])
_RENAMED = {"cr": "br", "ptab": "tab"}
_LONGEST_SAMPLE = 200


@dataclass(frozen=True)
class Prepared:
    """A Word file for mammoth, notices for the editor, and texts that are left out, such as heads of pages."""

    file: bytes
    notices: tuple[str, ...]
    removed: tuple[str, ...]


def prepare(package: Package) -> Prepared:
    """Return a Word file with the text of a package, which mammoth reads completely."""
    document = copy.deepcopy(package.document)
    notes = {name: package.root(part) for name in _PARTS if (part := package.of_main(name))}
    deleted = _show_deleted_paragraphs(document)
    hidden = list(_take_hidden(document))
    counts = _prepare_tree(document)
    for name in ("footnotes", "endnotes"):
        ids = {attribute(note, "id") for note in notes[name]} if name in notes else set()
        _drop_dead_references(document, f"{name[:-1]}Reference", ids)
        if name in notes:
            _prepare_tree(notes[name])
    notices = []
    if deleted:
        notices.append(f"Tracked changes delete {counted(deleted, 'whole paragraph')}: shown and marked.")
    if hidden:
        sample = "; ".join(hidden)[:_LONGEST_SAMPLE]
        notices.append(f"Hidden text was left out: “{sample}”.")
    if counts["oMath"]:
        notices.append(
            f"{counted(counts['oMath'], 'formula')} written without layout. Compare with the original."
        )
    if counts["altChunk"]:
        notices.append(
            "The file contains another file, which was not read. Save it again in Word, which puts both together."
        )
    return Prepared(_file(document, notes), tuple(notices), tuple(_page_heads(package)))


def _prepare_tree(root: etree._Element) -> dict[str, int]:
    """Change a tree to what mammoth reads, and return how many formulas and files inside it has."""
    counts = {"oMath": 0, "altChunk": 0}
    # Inner elements first, so that a text box in a text box is ready when the outer one is.
    for element in reversed(list(root.iter())):
        name = local_name(element)
        if name in counts:
            counts[name] += 1
        if name in _DRAWN:
            _keep_text_boxes(element)
        elif name in _DROPPED:
            _remove(element)
        elif name in _UNWRAPPED:
            _unwrap(element)
        elif name == "oMath":
            _replace(
                element, _run("".join(item.text or "" for item in element.iter() if local_name(item) == "t"))
            )
        elif name in _RENAMED:
            element.tag = f"{{{_W}}}{_RENAMED[name]}"
            element.attrib.clear()
        elif name == "oMathPara":
            _unwrap(element)
        elif name == "hyperlink":
            element.attrib.clear()  # a link may lead nowhere
    return counts


def _keep_text_boxes(element: etree._Element) -> None:
    """Replace a drawing by its text boxes, or by its runs of text if it is an alternative of them."""
    chosen = branch(element)
    boxes = list(_topmost(chosen, "txbxContent"))
    if not boxes and local_name(element) == "AlternateContent":
        runs = list(chosen)
        _replace(element, *runs)
        return
    pict = etree.Element(f"{{{_W}}}pict")
    pict.extend(boxes)
    _replace(element, *([pict] if boxes else []))


def _topmost(element: etree._Element, name: str) -> Iterator[etree._Element]:
    for item in element:
        if local_name(item) == name:
            yield item
        else:
            yield from _topmost(item, name)


def _show_deleted_paragraphs(document: etree._Element) -> int:
    """Turn each paragraph in which only deleted text is left into an ordinary one with a style of its own; count them."""
    count = 0
    for paragraph in [item for item in document.iter() if local_name(item) == "p"]:
        deleted = [item for item in paragraph.iter() if local_name(item) == "delText"]
        if not deleted or any(
            local_name(item) == "t" and (item.text or "").strip() for item in paragraph.iter()
        ):
            continue
        text = "".join(item.text or "" for item in deleted)
        if not text.strip():
            continue
        for item in list(paragraph):
            paragraph.remove(item)
        properties = etree.SubElement(paragraph, f"{{{_W}}}pPr")
        etree.SubElement(properties, f"{{{_W}}}pStyle").set(f"{{{_W}}}val", "BriefingDeleted")
        paragraph.append(_run(text))
        count += 1
    return count


def _take_hidden(document: etree._Element) -> Iterator[str]:
    """Remove hidden runs, and yield their texts."""
    for run in [item for item in document.iter() if is_hidden(item)]:
        text = "".join(item.text or "" for item in run.iter() if local_name(item) == "t").strip()
        if text:
            yield text
        for item in list(run):
            if local_name(item) in {"t", "tab", "br", "sym"}:
                run.remove(item)


def _drop_dead_references(document: etree._Element, name: str, ids: set[str]) -> None:
    for reference in [item for item in document.iter() if local_name(item) == name]:
        if attribute(reference, "id") not in ids:
            _remove(reference)


def _page_heads(package: Package) -> Iterator[str]:
    """Yield the different texts of the heads and feet of pages."""
    seen = set()
    for kind in ("header", "footer"):
        for part in package.all_of_main(kind):
            text = text_of(package.root(part))
            if text and text not in seen:
                seen.add(text)
                yield text


def _run(text: str) -> etree._Element:
    run = etree.Element(f"{{{_W}}}r")
    etree.SubElement(run, f"{{{_W}}}t").text = text
    return run


def _replace(element: etree._Element, *others: etree._Element) -> None:
    parent = element.getparent()
    if parent is None:
        return
    at = parent.index(element)
    parent[at : at + 1] = list(others)


def _unwrap(element: etree._Element) -> None:
    _replace(element, *element)


def _remove(element: etree._Element) -> None:
    _replace(element)


def _file(document: etree._Element, parts: dict[str, etree._Element]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("_rels/.rels", _RELATIONS)
        for name, root in {"document": document, **parts}.items():
            archive.writestr(f"word/{name}.xml", etree.tostring(root))
    return file.getvalue()
