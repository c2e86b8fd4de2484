"""Word files for tests, written part by part as Word, LibreOffice, Google Docs and Pages write them."""

import io
import zipfile
from collections.abc import Mapping
from xml.sax.saxutils import escape

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_NAMESPACES = (
    f'xmlns:w="{W}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_ROOTS = {"header": "hdr", "footer": "ftr"}
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/><Override PartName="/{main}" ContentType="{type}"/></Types>'
)
_RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'
)
_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
STYLES = (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="en-GB"/></w:rPr></w:rPrDefault></w:docDefaults>'
    '<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="TOC1"><w:name w:val="toc 1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Caption"><w:name w:val="caption"/></w:style>'
)
NUMBERING = (
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="{}"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
)
BY = 'w:id="1" w:author="Dana Ahn" w:date="2026-03-02T10:00:00Z"'


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def paragraph(*content: str, properties: str = "") -> str:
    """A paragraph of XML; what does not begin with a tag is text."""
    inner = "".join(item if item.startswith("<") else run(item) for item in content)
    return f"<w:p><w:pPr>{properties}</w:pPr>{inner}</w:p>"


def styled(style: str, *content: str) -> str:
    return paragraph(*content, properties=f'<w:pStyle w:val="{style}"/>')


def entry(text: str) -> str:
    """An entry of a list."""
    return paragraph(text, properties='<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>')


def table(*rows: tuple[str, ...]) -> str:
    cells = (
        "".join(f"<w:tc>{''.join(cell if cell.startswith('<') else paragraph(cell))}</w:tc>" for cell in row)
        for row in rows
    )
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"


def inserted(text: str) -> str:
    return f"<w:ins {BY}>{run(text)}</w:ins>"


def deleted(text: str) -> str:
    return f'<w:del {BY}><w:r><w:delText xml:space="preserve">{escape(text)}</w:delText></w:r></w:del>'


def note_mark(kind: str, number: int) -> str:
    return f'<w:r><w:{kind}Reference w:id="{number}"/></w:r>'


def notes(kind: str, *texts: str) -> str:
    """The part with footnotes or endnotes, the first of which has the number 1."""
    return "".join(
        f'<w:{kind} w:id="{number}">{paragraph(f"<w:r><w:{kind}Ref/></w:r>", text)}</w:{kind}>'
        for number, text in enumerate(texts, 1)
    )


def text_box(*paragraphs: str, fallback: bool = True) -> str:
    """A text box as Word writes it, with its text twice; or as Google Docs does, with a picture in its place."""
    content = f"<w:txbxContent>{''.join(map(paragraph, paragraphs))}</w:txbxContent>"
    other = (
        f"<w:pict><v:shape><v:textbox>{content}</v:textbox></v:shape></w:pict>"
        if fallback
        else "<w:drawing/>"
    )
    return (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>{content}</wps:txbx></w:drawing>'
        f"</mc:Choice><mc:Fallback>{other}</mc:Fallback></mc:AlternateContent></w:r>"
    )


def core(**properties: str) -> str:
    """The properties of a document; `title`, `creator`, `language` or `created`."""
    inner = "".join(
        f"<dc:{name}>{escape(value)}</dc:{name}>"
        if name != "created"
        else f"<dcterms:created>{value}</dcterms:created>"
        for name, value in properties.items()
    )
    return (
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        f'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">{inner}</cp:coreProperties>'
    )


def part(root: str, content: str) -> str:
    """An XML part with the root element `w:root`."""
    return (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:{root} {_NAMESPACES}>{content}</w:{root}>'
    )


def word_file(
    *body: str, parts: Mapping[str, str] | None = None, main: str = "word/document.xml", strict: bool = False
) -> bytes:
    """A Word file with a body and other parts of the folder `word`, by their names; or of another folder, by their paths."""
    extra = {
        f"word/{name}.xml": part(_ROOTS.get(name.rstrip("123"), name), content)
        for name, content in (parts or {}).items()
        if "/" not in name
    }
    other = {name: content for name, content in (parts or {}).items() if "/" in name}
    files = {
        "[Content_Types].xml": _TYPES.format(main=main, type=_MAIN),
        "_rels/.rels": _RELATIONS.format(
            f'<Relationship Id="r1" Type="{_KIND}officeDocument" Target="{main}"/>'
        ),
        main: part("document", f"<w:body>{''.join(body)}<w:sectPr/></w:body>"),
        **extra,
        **other,
    }
    relations = "".join(
        f'<Relationship Id="r{number}" Type="{_KIND}{name.rstrip("123")}" Target="{name}.xml"/>'
        for number, name in enumerate([name for name in parts or {} if "/" not in name])
    )
    files.setdefault(f"word/_rels/{main.rpartition('/')[2]}.rels", _RELATIONS.format(relations))
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            # Without a date of its own, the same text gives the same bytes.
            archive.writestr(
                zipfile.ZipInfo(name), content.replace(W, STRICT) if strict else content, zipfile.ZIP_DEFLATED
            )
    return file.getvalue()
