"""Plain text: its encoding is found and named, its paragraphs are right, and times of a recording leave the text."""

import sys

import pytest

from generator.edit.articles import plain
from generator.edit.articles.converted import Converted
from generator.edit.articles.formats import convert
from generator.edit.error import EditError
from tests.articles.scoring import differences, misses, score, table, total
from tests.articles.text_corpus import ENCODINGS, LAYOUTS, encoded


@pytest.fixture(scope="module")
def converted() -> dict[str, Converted]:
    return {name: plain.convert(text.encode(), name) for name, (text, _) in LAYOUTS.items()}


def test_the_text_of_plain_texts_is_right(converted: dict[str, Converted]) -> None:
    scores = {name: score(item, LAYOUTS[name][1]) for name, item in converted.items()}
    found = [f"{name}\n{differences(item, LAYOUTS[name][1])}" for name, item in converted.items()]
    assert not misses(total(scores.values())), "\n".join([table(scores), *found])


@pytest.mark.parametrize(("language", "encoding", "title"), ENCODINGS)
def test_a_text_in_any_common_encoding_is_read_and_the_encoding_named(
    language: str, encoding: str, title: str
) -> None:
    raw, paragraphs = encoded(language, encoding)
    item = plain.convert(raw, "a.txt")
    assert tuple(line.text for line in item.lines) == paragraphs
    assert item.encoding == title


def test_an_encoding_that_is_not_certain_is_to_be_confirmed_with_words_of_the_text() -> None:
    (notice,) = plain.convert("Die Häfen sind größer.".encode("cp1252"), "a.txt").notices
    assert notice.startswith(
        "The file does not say its encoding; it was read as Windows-1252. Compare “Häfen”, “größer.”"
    )
    assert plain.convert("Die Häfen sind größer.".encode(), "a.txt").notices == ()


def test_a_given_encoding_is_used_and_needs_no_confirmation() -> None:
    item = plain.convert("Größe".encode("cp852"), "a.txt", "cp852")
    assert (item.text, item.encoding, item.notices) == ("Größe\n", "CP852", ())


def test_what_a_server_states_is_used_only_where_the_bytes_do_not_show_their_encoding() -> None:
    assert convert("Größe".encode("cp850"), "a.txt", stated="ibm850").text == "Größe\n"
    assert convert("Größe".encode(), "a.txt", stated="iso-8859-1").text == "Größe\n"
    assert convert("Größe Häfen".encode("cp1252"), "a.txt", stated="utf-8").text == "Größe Häfen\n"
    assert convert("Größe Häfen".encode("cp1252"), "a.txt", stated="binary").text == "Größe Häfen\n"


@pytest.mark.parametrize(("encoding", "message"), [
    ("klingon", "“klingon” is no encoding"), ("rot13", "“rot13” is no encoding"), ("hex", "“hex” is no encoding"), ("unicode_escape", "is no encoding"),
    ("a\0b", "is no encoding"), ("utf-8", r"cannot read a\.txt as UTF-8: byte 3 is 0xf6"), ("ascii", "byte 3"), ("utf-16", "cannot read"),
])  # fmt: skip
def test_a_wrong_encoding_is_an_error(encoding: str, message: str) -> None:
    with pytest.raises(EditError, match=message):
        plain.convert("Größe".encode("cp1252"), "a.txt", encoding)


def test_a_few_bytes_that_are_not_utf_8_are_read_as_windows_1252_and_shown() -> None:
    raw = "Die Häfen müssen höhere Gebühren für größere Schiffe verlangen. ".encode() + b"Caf\xe9"
    item = plain.convert(raw, "a.txt")
    assert item.text.endswith("Café\n")
    assert item.notices == (
        "The file is UTF-8, except for 1 byte, read as Windows-1252: compare “Café” with the original.",
    )


def test_text_that_was_read_in_a_wrong_encoding_before_is_named() -> None:
    item = plain.convert("The committeeâ€™s report.".encode(), "a.txt")
    assert (
        "The text has characters that were read in a wrong encoding: “The committeeâ€™s report.”"
        in item.notices[0]
    )


def test_parted_words_and_page_numbers_are_listed(converted: dict[str, Converted]) -> None:
    item = converted["cut-pages.txt"]
    assert (item.joined_words, item.removed) == (("negotiation",), ("12", "13"))
    assert "Printed lines joined to paragraphs: 7 lines became 3 paragraphs." in item.steps
    assert "Page numbers removed: 2." in item.steps


@pytest.mark.parametrize(("name", "times", "labels"), [
    ("talk.vtt", ["0:04", "0:08"], ()), ("talk.srt", ["59:58", "1:00:30"], ()), ("youtube.txt", ["0:00", "0:31"], ()),
    ("rev.txt", ["0:04", "0:09", "1:02:15"], ("Speaker 1", "Speaker 2")), ("timed.txt", ["0:04", "0:09", "1:15"], ("MR REED", "MINISTER")),
    ("live-blog.txt", ["", "", ""], ()),
])  # fmt: skip
def test_times_of_a_recording_leave_the_text_and_labels_are_found(
    converted: dict[str, Converted], name: str, times: list[str], labels: tuple[str, ...]
) -> None:
    assert [line.time for line in converted[name].lines] == times
    assert converted[name].labels == labels


def test_a_text_that_is_a_paragraph_a_line_stays_as_it_is() -> None:
    text = "".join(f"{'A sentence that is long. ' * 12}{number}.\n" for number in range(50))
    assert plain.convert(text.encode(), "a.txt").text == text.replace("\n", "\n\n")[:-1]


def test_subtitles_that_roll_are_not_repeated() -> None:
    cues = ["The port", "The port is open.", "The port is open."]
    text = "".join(f"00:00:0{at}.000 --> 00:00:0{at + 1}.000\n{cue}\n\n" for at, cue in enumerate(cues))
    assert plain.convert(f"WEBVTT\n\n{text}".encode(), "a.vtt").text == "The port is open.\n"


def test_numbers_that_do_not_go_up_by_one_stay() -> None:
    text = (
        "Printed lines of a text that is cut at a width, which goes on in the\nnext line.\n\n1914\n\n1939\n"
    )
    assert plain.convert(text.encode(), "a.txt").removed == ()


def test_plain_text_in_utf_8_needs_no_library(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "charset_normalizer", None)
    monkeypatch.delitem(sys.modules, "generator.edit.articles.encoding_guess", raising=False)
    assert plain.convert("Größe".encode(), "a.txt").text == "Größe\n"
    with pytest.raises(ImportError):
        plain.convert("Größe".encode("cp1252"), "a.txt")
