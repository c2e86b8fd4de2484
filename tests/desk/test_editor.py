"""The text editor saves what was changed and nothing else, and says what the format says."""

import pytest
from lxml import html

from generator.desk.differences import merged_text, with_line_ends
from generator.desk.key_help import key_help, keys_at
from tests.desk.desks import BRIEFING, TOWN, Visitor


def fields(visitor: Visitor, path: str) -> dict[str, str]:
    """Return the fields of the editor as a browser sends them: with a carriage return before each line feed."""
    page = html.fromstring(visitor.page(f"/editor?file={path}"))
    found = {item.get("name"): item.get("value") for item in page.xpath("//main//form//input[@name]")}
    text = page.xpath("//textarea[@name='text']")[0].text_content()
    return {**found, "text": text.removeprefix("\n").replace("\n", "\r\n")}


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_saving_an_unchanged_text_changes_no_byte_and_a_change_only_its_line(
    end: str, mark: str, visitor: Visitor
) -> None:
    path = visitor.root / TOWN
    content = (mark + path.read_text() + "# the end").replace("\n", end).encode()
    path.write_bytes(content)
    assert visitor.post("/editor", fields(visitor, TOWN)).status_code == 303
    assert visitor.read(TOWN) == content
    sent = fields(visitor, TOWN)
    sent["text"] = sent["text"].replace("2031-05-02", "2031-05-01")
    assert visitor.post("/editor", sent).status_code == 303
    assert visitor.read(TOWN) == content.replace(b"2031-05-02", b"2031-05-01")


def test_mixed_line_ends_stay() -> None:
    assert with_line_ends("a\r\nb\nc\rd", "a\nB\nc\nd\n") == "a\r\nB\r\nc\rd\r\n"


def test_a_text_with_an_error_is_not_written_and_not_lost(visitor: Visitor) -> None:
    before = visitor.read(TOWN)
    sent = fields(visitor, TOWN)
    sent["text"] = sent["text"].replace("not-found", "not-fuond")
    answer = visitor.post("/editor", sent)
    page = html.fromstring(answer.text)
    assert answer.status_code == 422
    assert visitor.read(TOWN) == before
    assert "not-fuond" in page.xpath("//textarea[@name='text']")[0].text_content()
    assert page.xpath("//ol[@class='nos']/li[@class='error']/text()") == ["4"]
    assert page.xpath("//*[@class='ex']/mark/text()") == ["not-fuond"]


def test_a_file_that_changed_meanwhile_is_not_overwritten_and_both_changes_can_be_put_in(
    visitor: Visitor,
) -> None:
    path = visitor.root / BRIEFING
    sent = fields(visitor, BRIEFING)
    sent["text"] = sent["text"].replace("title: The bridge", "title: The new bridge")
    theirs = path.read_bytes().replace(b"title: Width", b"title: The width")
    path.write_bytes(theirs)
    answer = visitor.post("/editor", sent)
    assert answer.status_code == 409
    assert visitor.read(BRIEFING) == theirs
    page = html.fromstring(answer.text)
    added = [" ".join(line.text_content().split()) for line in page.xpath("//*[@class='added']")]
    assert [line.rpartition(": ")[2] for line in added] == ["The width", "The new bridge"]
    form = page.xpath("//main//form")[0]
    again = {item.get("name"): item.get("value") for item in form.xpath(".//input[@name]")}
    again["text"] = form.xpath(".//textarea")[0].text_content().removeprefix("\n")
    assert visitor.post("/editor", again).status_code == 303
    assert visitor.read(BRIEFING) == theirs.replace(b"title: The bridge", b"title: The new bridge")


def test_two_changes_of_one_line_are_left_to_a_person(visitor: Visitor) -> None:
    path = visitor.root / BRIEFING
    sent = fields(visitor, BRIEFING)
    sent["text"] = sent["text"].replace("title: Width", "title: Breadth")
    path.write_bytes(path.read_bytes().replace(b"title: Width", b"title: The width"))
    page = visitor.post("/editor", sent).text
    assert "Both changed the same lines" in page
    assert "title: Breadth" in page


@pytest.mark.parametrize(
    ("mine", "now", "both"),
    [
        ("A\nb\nc\nd\n", "a\nb\nc\nD\n", "A\nb\nc\nD\n"),
        ("a\nb\nc\nd\ne\n", "0\na\nb\nc\nd\n", "0\na\nb\nc\nd\ne\n"),
        ("a\nB\nc\nd\n", "a\nX\nc\nd\n", None),
        ("a\nB\nc\nd\n", "a\nB\nc\nd\n", "a\nB\nc\nd\n"),
        ("a\nc\nd\n", "a\nb\nC\nd\n", None),
    ],
)
def test_three_texts_become_one_only_if_other_lines_changed(mine: str, now: str, both: str | None) -> None:
    assert merged_text("a\nb\nc\nd\n", mine, now) == both


def test_a_stored_text_is_shown_and_cannot_be_edited(visitor: Visitor) -> None:
    page = html.fromstring(visitor.page("/editor?file=seeds/report.txt"))
    assert not page.xpath("//textarea")
    version = visitor.desk.workspace.version(visitor.read("seeds/report.txt"))
    answer = visitor.post("/editor", {"file": "seeds/report.txt", "text": "x", "version": version})
    assert answer.status_code == 404


@pytest.mark.parametrize("raw", [b"\xff\xfe", b"title: a\x00b\n", b"title: \x1b[31m\n"])
def test_a_file_that_a_browser_would_change_is_only_shown(raw: bytes, visitor: Visitor) -> None:
    (visitor.root / TOWN).write_bytes(raw)
    page = html.fromstring(visitor.page(f"/editor?file={TOWN}"))
    assert not page.xpath("//textarea")


LINES = [
    "party: town",
    "positions:",
    "  - issue: width",
    "    stance: supports",
    "    evidence:",
    "      - source: report",
    "        quote:",
    "          - some words",
]


def test_keys_are_found_by_indentation_also_in_a_file_with_errors() -> None:
    assert keys_at(LINES, 1) == ["party"]
    assert keys_at(LINES, 4) == ["positions", "stance"]
    assert keys_at(LINES, 8) == ["positions", "evidence", "quote"]
    assert keys_at(["{{{", "positions:", "  - stance: [", "    as_of"], 4) == ["positions", "stance"]


@pytest.mark.parametrize(
    ("file", "keys", "words"),
    [
        (TOWN, ["positions", "stance"], "A code of the scale"),
        (TOWN, ["positions", "evidence", "why"], ""),
        (BRIEFING, ["issues", "width", "question"], "The question, in neutral words."),
        ("briefings/parties.yml", ["town", "kind"], "The kind of the party."),
        ("seeds/report.yml", ["publish"], "What readers see of the text."),
    ],
)
def test_a_key_is_explained_as_the_format_does(file: str, keys: list[str], words: str) -> None:
    found = key_help(file, keys)
    assert found is not None
    assert found.key == keys[-1]
    assert words in found.description


def test_the_values_of_a_key_are_explained() -> None:
    found = key_help(BRIEFING, ["status"])
    assert found is not None
    assert dict(found.values)["stalled"]


def test_a_key_that_the_format_does_not_know_has_no_help() -> None:
    assert key_help(TOWN, ["positions", "nothing"]) is None
    assert key_help("seeds/report.txt", ["title"]) is None
