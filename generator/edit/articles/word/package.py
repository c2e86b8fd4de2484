"""The parts of a Word file: a ZIP archive of XML, read with limits and without entities."""

import io
import posixpath
import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from lxml import etree

from generator.edit.articles.limits import MB
from generator.edit.error import EditError

MOST_PARTS = 20_000
LARGEST_XML = 60 * MB
"""Bytes of all XML that is read, unpacked."""
LARGEST_RATIO = 400
"""How many times larger than packed the parts may be, if they are large. Word's XML shrinks to a tenth or a thirtieth."""
_RATIO_FROM = 20 * MB
_BROKEN = (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, ValueError, etree.XMLSyntaxError)
_DAMAGED = "Open it in Word or LibreOffice, save it again as DOCX, and import that."
_DOCTYPE = re.compile(r"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_OFFICE_DOCUMENT = "/relationships/officeDocument"


@dataclass(frozen=True)
class Package:
    """A Word file: its XML parts by name, and the name of the main one."""

    parts: dict[str, bytes]
    main: str

    @cached_property
    def document(self) -> etree._Element:
        """The root of the main part. Callers that change it work on a copy."""
        return self.root(self.main)

    def root(self, name: str) -> etree._Element:
        """Return the root of an XML part."""
        return parse_xml(self.parts[name])

    def of_main(self, name: str) -> str:
        """Return the part that the main part names so, such as “footnotes”, or an empty text."""
        for target in self._related(self.main, f"/relationships/{name}"):
            return target
        beside = posixpath.join(posixpath.dirname(self.main), f"{name}.xml")
        return beside if beside in self.parts else ""

    def all_of_main(self, name: str) -> list[str]:
        """Return all parts that the main part names so, such as “header”."""
        return list(self._related(self.main, f"/relationships/{name}"))

    def _related(self, part: str, kind: str) -> Iterator[str]:
        folder, file = posixpath.split(part)
        relations = self.parts.get(posixpath.join(folder, "_rels", f"{file}.rels"))
        if relations is None:
            return
        for relation in parse_xml(relations):
            if str(relation.get("Type", "")).endswith(kind) and relation.get("TargetMode") != "External":
                target = posixpath.normpath(posixpath.join("/", folder, str(relation.get("Target", ""))))[1:]
                if target in self.parts:
                    yield target


def read_package(raw: bytes, name: str) -> Package:
    """Return the parts of a Word file. Raise EditError if they are too large, encrypted, damaged or not as Word writes them."""
    try:
        parts = _read_parts(raw, name)
        for part, content in parts.items():
            if _declares(content):
                raise EditError(
                    f"cannot read {name}: its part {part} declares entities, which no Word file does. {_DAMAGED}"
                )
        package = Package(parts, "")
        main = next(package._related("", _OFFICE_DOCUMENT), "word/document.xml")  # noqa: SLF001 - of this module
        package = Package(parts, main)
        if main not in parts:
            raise EditError(f"cannot read {name}: this Word file has no text part. {_DAMAGED}")
        for part in parts:
            package.root(part)
    except _BROKEN as error:
        raise damaged(name, error) from None
    return package


def damaged(name: str, error: Exception) -> EditError:
    """Return what to say of a Word file in which something is missing or wrong."""
    return EditError(f"cannot read {name}: this Word file is damaged ({error}). {_DAMAGED}")


def _read_parts(raw: bytes, name: str) -> dict[str, bytes]:
    """Return the XML parts. What the archive says of their sizes is a limit: `zipfile` reads no byte more."""
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        entries = archive.infolist()
        if any(entry.flag_bits & 1 for entry in entries):
            raise EditError(
                f"cannot read {name}: its parts are encrypted. Save a copy without a password, and import that."
            )
        xml = [entry for entry in entries if entry.filename.endswith((".xml", ".rels"))]
        size = sum(entry.file_size for entry in xml)
        unpacked = sum(entry.file_size for entry in entries)
        if (
            len(entries) > MOST_PARTS
            or size > LARGEST_XML
            or unpacked > max(_RATIO_FROM, len(raw) * LARGEST_RATIO)
        ):
            raise EditError(
                f"cannot read {name}: unpacked, it has {unpacked / MB:,.0f} MB in {len(entries):,} parts, too much for a text. "
                "Save the part that you need as plain text (UTF-8), and import that."
            )
        return {entry.filename.lstrip("/"): archive.read(entry) for entry in xml}


def _declares(content: bytes) -> bool:
    """Return whether XML in any encoding has a declaration of its own."""
    return any(
        _DOCTYPE.search(content.decode(encoding, "ignore"))
        for encoding in ("latin-1", "utf-16-le", "utf-16-be")
    )


def parse_xml(content: bytes) -> etree._Element:
    """Return the root of XML, without entities, comments and instructions. Raise etree.XMLSyntaxError."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
    return etree.fromstring(content, parser)


def local_name(element: etree._Element) -> str:
    """Return the name of an element without its namespace: the strict form of Word files has other ones."""
    return str(element.tag).rpartition("}")[2]


def attribute(element: etree._Element, name: str) -> str:
    """Return the value of an attribute of any namespace, or an empty text."""
    return next((str(value) for key, value in element.items() if str(key).rpartition("}")[2] == name), "")


def child(element: etree._Element, *path: str) -> etree._Element | None:
    """Return the first descendant along local names, or None."""
    found: etree._Element | None = element
    for name in path:
        found = (
            next((item for item in found if local_name(item) == name), None) if found is not None else None
        )
    return found


def is_on(element: etree._Element | None) -> bool:
    """Return whether a property that is on or off is there, and on."""
    return element is not None and attribute(element, "val") not in {"0", "false", "off"}
