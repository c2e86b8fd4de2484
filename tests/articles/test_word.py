"""Word files: their text is complete, what is not the text is marked or named, and damaged or hostile files are refused."""

import io
import zipfile

import pytest

from generator.edit.articles import word
from generator.edit.articles.converted import Converted, Doubt
from generator.edit.articles.isolated import convert_file
from generator.edit.articles.word import package
from generator.edit.articles.word.preparation import Prepared
from generator.edit.error import EditError
from tests.articles.scoring import differences, misses, score, table, total
from tests.articles.word_corpus import WORD_FILES
from tests.articles.word_files import NUMBERING, STYLES, entry, paragraph, part, run, styled, word_file


@pytest.fixture(scope="module")
def converted() -> dict[str, Converted]:
    return {name: word.convert(raw, name) for name, (raw, _) in WORD_FILES.items()}


def test_the_text_of_word_files_is_right(converted: dict[str, Converted]) -> None:
    scores = {name: score(item, WORD_FILES[name][1]) for name, item in converted.items()}
    found = [f"{name}\n{differences(item, WORD_FILES[name][1])}" for name, item in converted.items()]
    assert not misses(total(scores.values())), "\n".join([table(scores), *found])


def test_no_word_file_of_the_corpus_says_that_text_is_missing(converted: dict[str, Converted]) -> None:
    assert not [notice for item in converted.values() for notice in item.notices if "not read" in notice]


def test_tracked_changes_and_comments_are_named_with_author_day_and_text(
    converted: dict[str, Converted],
) -> None:
    notices = "\n".join(converted["tracked.docx"].notices)
    assert "2 insertions by Dana Ahn (2026-03-02): “will”, “on the agenda”" in notices
    assert "2 deletions by Dana Ahn (2026-03-02): “may”, “The minister regrets the delay.”" in notices
    assert "1 moved passage by Dana Ahn (2026-03-02): “It was signed in Vienna.”" in notices
    assert "1 comment by Dana Ahn (2026-03-02) left out: “Check with legal.”" in notices


def test_a_paragraph_that_a_change_deletes_stands_in_its_place_and_is_marked(
    converted: dict[str, Converted],
) -> None:
    line = converted["tracked.docx"].lines[1]
    assert (line.text, line.doubts) == ("The minister regrets the delay.", (Doubt.DELETED,))


def test_footnotes_and_rows_are_kept_and_marked(converted: dict[str, Converted]) -> None:
    doubts = {line.text: line.doubts for line in converted["notes.docx"].lines}
    assert doubts["2015 4.10"] == (Doubt.TABLE,)
    assert doubts["Port statistics, page 4."] == doubts["See the annex."] == (Doubt.FOOTNOTE,)
    assert "Marks of footnotes taken out of the text: 2." in converted["notes.docx"].steps


def test_heads_of_pages_and_hidden_text_are_left_out_and_said(converted: dict[str, Converted]) -> None:
    assert converted["letterhead.docx"].removed == ("Not for release before Monday",)
    assert "Hidden text was left out: “and a secret”." in converted["signs.docx"].notices


def test_times_and_labels_of_a_transcript_are_found(converted: dict[str, Converted]) -> None:
    item = converted["transcript.docx"]
    assert item.labels == ("MR REED", "MINISTER")
    assert [line.time for line in item.lines] == ["", "0:04", "0:09", "1:15"]


def test_numbers_that_word_counts_are_said_to_be_missing() -> None:
    raw = word_file(entry("The fees rise."), parts={"numbering": NUMBERING.format("decimal")})
    assert (
        "Word numbers 1 paragraph itself. The numbers are not in the text."
        in word.convert(raw, "a.docx").notices
    )


def test_text_that_mammoth_does_not_read_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    raw = word_file(paragraph("The port is open."), paragraph("It closes at six."))
    monkeypatch.setattr(
        word, "prepare", lambda _: Prepared(word_file(paragraph("The port is open.")), (), ())
    )
    (notice,) = word.convert(raw, "a.docx").notices
    assert notice.startswith("1 paragraph of the file not read completely: “It closes at six.”.")


def test_a_style_map_in_the_file_leaves_nothing_out() -> None:
    raw = word_file(
        styled("Heading1", "The port"), parts={"styles": STYLES, "mammoth/style-map": "p =>\nh1 =>"}
    )
    assert word.convert(raw, "a.docx").text == "The port\n"


def test_a_word_file_without_text_is_refused() -> None:
    with pytest.raises(EditError, match="no text"):
        word.convert(word_file(paragraph("<w:r><w:drawing/></w:r>")), "a.docx")


ENTITIES = part("document", f"<w:body>{paragraph('&a;')}</w:body>").replace(
    "?>", '?><!DOCTYPE d [<!ENTITY a "x">]>', 1
)
HOSTILE = {
    "entities": (ENTITIES.encode(), "declares entities"),
    "entities in UTF-16": (ENTITIES.replace("UTF-8", "UTF-16").encode("utf-16"), "declares entities"),
    "cut": (part("document", "<w:body>").encode()[:-20], "is damaged"),
    "deep": (part("document", "<w:p>" * 2000 + "</w:p>" * 2000).encode(), "is damaged"),
    "zeros": (b"<w>" + b"\0" * 70_000_000, "unpacked, it has"),
}  # fmt: skip


def _with_document(content: bytes) -> bytes:
    file = io.BytesIO(word_file(paragraph("x")))
    with zipfile.ZipFile(file) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, old in parts.items():
            archive.writestr(name, content if name == "word/document.xml" else old)
    return file.getvalue()


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_hostile_or_damaged_word_file_is_refused(kind: str) -> None:
    content, message = HOSTILE[kind]
    with pytest.raises(EditError, match=message):
        word.convert(_with_document(content), "a.docx")


def test_an_archive_that_unpacks_to_far_more_than_its_size_is_refused() -> None:
    raw = word_file(paragraph("x"), parts={"word/media/picture": "0" * 50_000_000})
    with pytest.raises(EditError, match="unpacked, it has 50 MB"):
        word.convert(raw, "a.docx")


@pytest.mark.parametrize(("limit", "value"), [("MOST_PARTS", 3), ("LARGEST_XML", 100)])
def test_an_archive_with_too_much_xml_or_too_many_parts_is_refused(
    limit: str, value: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(package, limit, value)
    with pytest.raises(EditError, match="in 4 parts"):
        word.convert(word_file(paragraph("x")), "a.docx")


@pytest.mark.slow
def test_nested_tables_are_read_and_thousands_are_refused() -> None:
    nested = paragraph("inner")
    for _ in range(15):
        nested = f"<w:tbl><w:tr><w:tc>{nested}<w:p/></w:tc></w:tr></w:tbl>"
    assert convert_file(word_file(nested), "a.docx").text == "inner\n"
    with pytest.raises(EditError, match="damaged"):
        convert_file(word_file("<w:tbl><w:tr><w:tc>" * 1000 + "</w:tc></w:tr></w:tbl>" * 1000), "a.docx")


def test_paths_and_links_that_lead_out_of_the_file_are_not_followed() -> None:
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/header" '
        'Target="../../../../etc/passwd"/><Relationship Id="r2" TargetMode="External" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="http://127.0.0.1:9/"/>'
        "</Relationships>"
    )
    picture = '<w:r><w:pict><v:imagedata r:id="r2"/></w:pict></w:r>'
    raw = word_file(
        paragraph("The port is open.", picture),
        parts={"word/_rels/document.xml.rels": relations, "../../escape.xml": "<x/>"},
    )
    item = convert_file(raw, "a.docx")
    assert (item.text, item.removed) == ("The port is open.\n", ())


def test_a_bold_word_in_two_runs_is_a_word() -> None:
    assert (
        word.convert(word_file(paragraph(run("nego"), run("tiation", "<w:b/>"))), "a.docx").text
        == "negotiation\n"
    )
