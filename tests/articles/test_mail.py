"""Mails and pages saved as one: their text is right, quoted mails are marked, attachments are named."""

import pytest

from generator.edit.articles.converted import Converted, Doubt
from generator.edit.articles.formats import convert
from generator.edit.articles.isolated import convert_file
from generator.edit.articles.mail.headers import day_of, sender_of, title_of
from generator.edit.articles.mail.replies import reply_lines
from generator.edit.error import EditError
from tests.articles.mail_corpus import MAILS
from tests.articles.scoring import differences, misses, score, table, total

HEAD = b"From: Jo Reed <jo@example.org>\nSubject: Port\nMIME-Version: 1.0\n"


@pytest.fixture(scope="module")
def converted() -> dict[str, Converted]:
    return {name: convert(raw, name) for name, (raw, _) in MAILS.items()}


def test_the_text_of_mails_is_right(converted: dict[str, Converted]) -> None:
    scores = {name: score(item, MAILS[name][1]) for name, item in converted.items()}
    found = [f"{name}\n{differences(item, MAILS[name][1])}" for name, item in converted.items()]
    assert not misses(total(scores.values())), "\n".join([table(scores), *found])


def test_quoted_mails_and_signatures_are_marked(converted: dict[str, Converted]) -> None:
    doubts = {line.text: line.doubts for line in converted["flowed.eml"].lines}
    assert doubts["Wann steigen die Gebühren?"] == (Doubt.REPLY,)
    assert doubts["Tel. 555"] == (Doubt.REPLY,)


def test_a_mark_of_a_quoted_mail_is_taken_only_from_the_start_of_a_line(
    converted: dict[str, Converted],
) -> None:
    texts = [line.text for line in converted["gmail.eml"].lines]
    assert texts[2:] == [
        "On Sun, Mar 1, 2026 at 10:00 AM Dana Ahn <dana@example.com> wrote:",
        "When will the fees rise?",
        "Dana",
    ]


def test_attachments_are_named(converted: dict[str, Converted]) -> None:
    (notice,) = converted["attached.eml"].notices
    assert "“Gebühren 2026.pdf”, “mail: Harbour fees”" in notice


def test_a_saved_page_is_a_page_and_a_mail_is_a_mail(converted: dict[str, Converted]) -> None:
    assert converted["page.mhtml"].format == "html"
    assert {item.format for name, item in converted.items() if name != "page.mhtml"} == {"eml"}


TEXT = (
    "The minister will travel to Tala on Monday, where she meets the council of the port.",
    "“We have waited for eleven years,” the council wrote in its letter of 3 March.",
)


def _marked(raw: str) -> dict[str, bool]:
    converted = convert(raw.encode(), "mail.eml")
    assert converted.format == "eml"
    return {line.text: Doubt.REPLY in line.doubts for line in converted.lines}


def test_a_mail_that_outlook_answers_is_marked_from_its_headers_on() -> None:
    headers = "<b>From:</b> Desk<br><b>Sent:</b> 3 March<br><b>To:</b> Jo Reed<br><b>Subject:</b> Port"
    text = "".join(f"<p>{line}</p>" for line in TEXT)
    question = "Could you send us the text of the statement before six o’clock?"
    raw = f"{HEAD.decode()}Content-Type: text/html; charset=utf-8\n\n<div>{text}<p>{headers}</p><p>{question}</p></div>"
    marked = _marked(raw)
    assert [marked[line] for line in (*TEXT, question)] == [False, False, True]


def test_the_text_of_a_mail_that_apple_mail_forwards_is_not_marked() -> None:
    quoted = "\n> \n".join(f"> {line}" for line in ("From: Ann Lee\n> Subject: Port\n> To: Jo Reed", *TEXT))
    raw = f"{HEAD.decode()}Content-Type: text/plain; charset=utf-8\n\nFor you.\n\nBegin forwarded message:\n\n{quoted}\n"
    marked = _marked(raw)
    assert [marked[line] for line in TEXT] == [False, False]
    assert marked["Begin forwarded message:"]


def test_a_mail_to_nobody_in_particular_is_no_saved_page() -> None:
    text = "".join(f"<p>{line}</p>" for line in TEXT)
    raw = f"{HEAD.decode()}Date: Mon, 2 Mar 2026 10:00:00 +0000\nContent-Type: text/html; charset=utf-8\n\n{text}"
    assert convert(raw.encode(), "mail.eml").details["published"][0].value == "2026-03-02"


def test_a_notice_of_secrecy_is_marked_and_a_sentence_about_a_mail_is_not() -> None:
    notice = (
        "This e-mail and any attachments are confidential and intended solely for the person named above."
    )
    sentence = "This e-mail, the minister said, was the first that she had read about the port."
    raw = f"{HEAD.decode()}Content-Type: text/plain; charset=utf-8\n\n{sentence}\n\n{notice}\n"
    assert _marked(raw) == {sentence: False, notice: True}


def test_the_day_of_a_mail_is_that_of_its_sender() -> None:
    assert day_of("Mon, 02 Mar 2026 23:30:00 -0500") == "2026-03-02"
    assert day_of("yesterday") == day_of("") == day_of("Mon, 99 Mar 2026 25:00 +0000") == ""


def test_prefixes_of_answers_are_no_part_of_a_title() -> None:
    assert title_of("AW: Fwd: RE[2]: Ports: fees") == "Ports: fees"
    assert title_of("Report: fees") == "Report: fees"


def test_an_address_is_no_name() -> None:
    assert sender_of("jo@example.org") == sender_of('"jo@example.org" <jo@example.org>') == ""


def test_a_separator_far_from_the_end_begins_no_signature() -> None:
    lines = ["The port is open.", "--", *["A paragraph."] * 20]
    assert not any(reply_lines(lines))
    assert reply_lines([*lines, "-- ", "Jo Reed"])[-2:] == [True, True]


@pytest.mark.parametrize("language", [
    "On Mon, 2 Mar 2026, Jo Reed <jo@example.org> wrote:", "Am 02.03.26 um 10:00 schrieb Jo Reed:", "Le 2 mars 2026 à 10:00, Jo a écrit :",
    "El lun, 2 mar 2026 a las 10:00, Jo (<jo@example.org>) escribió:", "2 марта 2026, 10:00, Jo Reed пишет:",
])  # fmt: skip
def test_the_line_before_a_quoted_mail_is_marked(language: str) -> None:
    assert reply_lines(["Yes.", "", language, "> When?"]) == [False, False, True, True]


def test_a_sentence_before_a_quotation_is_not_marked() -> None:
    assert reply_lines(["I agree with this point.", "> When?", "In March."]) == [False, True, False]


def test_a_mailbox_with_several_mails_is_refused() -> None:
    one = b"From jo@example.org Mon Mar  2 10:00:00 2026\n" + HEAD + b"\nThe port is open.\n\n"
    assert convert(one, "a.eml").text == "The port is open.\n"
    with pytest.raises(EditError, match="a mailbox with 2 mails"):
        convert(one * 2, "a.eml")


def test_a_mail_without_text_is_refused_with_the_names_of_its_attachments() -> None:
    part = b'Content-Type: application/pdf; name="fees.pdf"\nContent-Disposition: attachment\n\nx\n'
    with pytest.raises(EditError, match=r"this mail has no text\. Its attachments: “fees\.pdf”"):
        convert(HEAD + part, "a.eml")


def test_a_mail_in_a_wrong_encoding_is_read_by_its_bytes() -> None:
    raw = HEAD + b"Content-Type: text/plain; charset=x-unknown\n\n" + "Die Gebühren steigen.".encode()
    item = convert(raw, "a.eml")
    assert item.text == "Die Gebühren steigen.\n"


def _nested(depth: int, kind: bytes) -> bytes:
    raw = HEAD
    for number in range(depth):
        raw += b"Content-Type: " + kind.replace(b"N", b"%d" % number)
        raw += b"\n\n" + (b"--%d\n" % number if b"boundary" in kind else b"From: a@example.org\n")
    return raw + b"Content-Type: text/plain\n\nThe port.\n"


@pytest.mark.parametrize("kind", [b"multipart/mixed; boundary=N", b"message/rfc822"])
def test_a_mail_nested_a_thousand_deep_is_refused(kind: bytes) -> None:
    with pytest.raises(EditError, match=r"nested too deeply|no text"):
        convert_file(_nested(1000, kind), "a.eml")
