"""Make PDF files with typst from known texts, and raw PDF files that are broken, locked, scanned or hostile."""

import json
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import typst

from tests.articles.scoring import Truth


@dataclass
class Made:
    """A PDF file that is set from a text: the source of typst, and what its conversion must give."""

    source: str
    text: Sequence[str]
    foreign: Sequence[str] = ()
    details: Mapping[str, str | None] = field(default_factory=dict)
    pages: Mapping[int, str] = field(default_factory=dict)

    @property
    def truth(self) -> Truth:
        """Return what the conversion must give."""
        return Truth(tuple(self.text), tuple(self.foreign), self.details)

    def pdf(self) -> bytes:
        """Return the file, set with the fonts that typst has built in, so that it is the same on every machine."""
        made = typst.compile(self.source.encode(), ignore_system_fonts=True)
        assert isinstance(made, bytes)
        return made


def quoted(text: str) -> str:
    """Return a text as typst source that sets exactly these characters."""
    return f"#{json.dumps(text, ensure_ascii=False)}"


def body(paragraphs: Sequence[str]) -> str:
    """Return paragraphs as typst source."""
    return "\n\n".join(map(quoted, paragraphs))


def raw_pdf(objects: Sequence[bytes], trailer: bytes = b"") -> bytes:
    """Return a PDF file of objects numbered from 1, of which the first is the catalog."""
    out = bytearray(b"%PDF-1.7\n")
    places = []
    for number, content in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer\n<</Size %d/Root 1 0 R%s>>\nstartxref\n%d\n%%%%EOF\n" % (
        len(objects) + 1,
        trailer,
        start,
    )
    return bytes(out)


def stream(content: bytes, attributes: bytes = b"") -> bytes:
    """Return a packed stream."""
    packed = zlib.compress(content)
    return b"<</Length %d/Filter/FlateDecode%s>>stream\n%s\nendstream" % (len(packed), attributes, packed)


_FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Times-Roman/Encoding/WinAnsiEncoding>>"


def pages_pdf(
    contents: Sequence[bytes], resources: bytes = b"", more: Sequence[bytes] = (), trailer: bytes = b""
) -> bytes:
    """Return a PDF file with a page for each content stream, in the font /F. The objects of `more` come first, from 4."""
    first = 4 + len(more)
    kids = b" ".join(b"%d 0 R" % (first + 2 * index) for index in range(len(contents)))
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Count %d/Kids[%s]>>" % (len(contents), kids),
        _FONT,
        *more,
    ]
    for index, content in enumerate(contents):
        objects += [
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents %d 0 R/Resources<</Font<</F 3 0 R>>%s>>>>"
            % (first + 2 * index + 1, resources),
            stream(content),
        ]
    return raw_pdf(objects, trailer)


def shown(lines: Sequence[tuple[float, float, float, str]]) -> bytes:
    """Return a content stream that shows lines, each with its left end, base line, size and text."""
    parts = []
    for x, y, size, text in lines:
        escaped = text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)").encode("cp1252")
        parts.append(b"BT /F %g Tf 1 0 0 1 %g %g Tm (%s) Tj ET" % (size, x, y, escaped))
    return b"\n".join(parts)
