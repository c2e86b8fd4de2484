"""An article comes in by file, paste or address; its lines and details are decided in a form; one save stores all of it."""

import hashlib
import re

import pytest
from lxml import html

from tests.desk.articles import PAGE, TEXT, fields_of, files, send
from tests.desk.desks import Visitor


@pytest.mark.slow
def test_a_page_is_stored_as_the_editor_decided_and_undo_removes_all_of_it(visitor: Visitor) -> None:
    before = files(visitor.root)
    address = send(visitor, PAGE)
    page = visitor.page(address)
    fields = fields_of(page)
    assert fields["title"] == ["Ferry firm offers quieter ramps"]
    assert fields["publisher"] == ["The Lantern"]
    assert fields["published"] == ["2031-07-02"]
    teaser = next(
        row for row in html.fromstring(page).xpath("//li[@data-line]") if "Read more" in row.text_content()
    )
    assert "Check" in teaser.text_content()
    number = teaser.get("id").removeprefix("line-")
    fields |= {
        f"line-{number}": "strike",
        "id": "ramps",
        "do": "save",
        "url": "https://lantern.example/ramps",
    }
    assert files(visitor.root) == before
    answer = visitor.post(address, fields)
    assert (answer.status_code, answer.location) == (303, "/sources"), answer.text
    text = visitor.read("seeds/ramps.txt").decode()
    assert "cannot sleep" not in text
    assert text.count("\n\n") == 3 + ("Ferry firm" in text)
    details = visitor.read("seeds/ramps.yml").decode()
    assert f"sha256: {hashlib.sha256(text.encode()).hexdigest()}" in details
    assert "Read more: The town that cannot sleep" in details.partition("struck:")[2]
    assert "url: https://lantern.example/ramps" in details
    assert visitor.read("seeds/originals/ramps.html") == PAGE
    step = next(iter(visitor.desk.workspace.steps))
    visitor.desk.workspace.undo(step.number)
    assert files(visitor.root) == before


def test_a_pasted_text_is_stored_byte_for_byte_and_only_two_files_are_written(visitor: Visitor) -> None:
    before = files(visitor.root)
    answer = visitor.post("/articles/new", {"text": TEXT.replace("\n", "\r\n")})
    fields = fields_of(visitor.page(answer.location)) | {"title": "Opening", "do": "save"}
    assert visitor.post(answer.location, fields).status_code == 303
    assert files(visitor.root) - before == {"seeds/opening.txt", "seeds/opening.yml"}
    assert visitor.read("seeds/opening.txt").decode() == TEXT


def test_a_plain_form_without_script_sends_a_file(visitor: Visitor) -> None:
    with (visitor.root / "up.txt").open("wb+") as file:
        file.write(TEXT.encode())
        file.seek(0)
        answer = visitor.post("/articles/new", {"file": (file, "../../up.txt"), "text": ""})
    answer.close()
    answer.request.environ["wsgi.input"].close()  # of the client
    page = visitor.page(answer.location)
    assert "<b>up.txt</b>" in page


def test_joined_lines_become_one_paragraph_and_the_record_says_so(visitor: Visitor) -> None:
    parted = "The council will open the bridge in\n\nMay, said Ada Vale.\n\nIt met on Monday.\n"
    address = send(visitor, parted.encode(), "parted.txt")
    fields = fields_of(visitor.page(address)) | {
        "title": "Parted",
        "join": "2",
        "line-3": "strike",
        "do": "save",
    }
    assert visitor.post(address, fields).status_code == 303
    assert visitor.read("seeds/parted.txt") == b"The council will open the bridge in May, said Ada Vale.\n"
    assert (
        "An editor joined paragraphs with the one before them: 1."
        in visitor.read("seeds/parted.yml").decode()
    )
    assert visitor.read("seeds/originals/parted.txt").decode() == parted


def test_what_is_wrong_is_said_at_its_field_and_what_was_typed_stays(visitor: Visitor) -> None:
    address = send(visitor, PAGE)
    fields = fields_of(visitor.page(address)) | {
        "title": "", "published": "30 February 2031", "language": "englisch, wohl", "url": "lantern", "id": "Ramps!", "do": "save",
    }  # fmt: skip
    answer = visitor.post(address, fields)
    assert answer.status_code == 422
    page = html.fromstring(answer.text)
    wrong = {item.get("id").removeprefix("wrong-") for item in page.xpath("//*[starts-with(@id, 'wrong-')]")}
    assert wrong == {"title", "published", "language", "url", "id", "lines"}
    assert page.xpath("//input[@name='published']/@value") == ["30 February 2031"]
    assert page.xpath("//input[@name='published']/@aria-describedby") == ["wrong-published"]
    assert not (visitor.root / "seeds" / "originals").exists()


def test_doubtful_lines_can_be_struck_together_and_nothing_else_changes(visitor: Visitor) -> None:
    address = send(visitor, PAGE)
    page = visitor.page(address)
    fields = fields_of(page) | {"rights": "The Lantern", "do": "strike-marked"}
    answer = visitor.post(address, fields)
    sent = fields_of(answer.text)
    doubtful = html.fromstring(page).xpath("//li[contains(@class, 'dbt')]")
    assert [text for key, text in sent.items() if key.startswith("line-")] == [["strike"]] * len(doubtful)
    assert sent["rights"] == ["The Lantern"]
    assert len(doubtful) >= 1


def test_enter_in_a_field_stores_nothing(visitor: Visitor) -> None:
    address, before = send(visitor, PAGE), files(visitor.root)
    page = visitor.page(address)
    first = html.fromstring(page).xpath("//form[@data-article]//button[not(@type='button')]")[0]
    answer = visitor.post(
        address, fields_of(page) | {first.get("name"): first.get("value"), "title": "Ramps"}
    )
    assert answer.status_code == 200
    assert fields_of(answer.text)["title"] == ["Ramps"]
    assert files(visitor.root) == before


def test_nothing_left_is_an_error(visitor: Visitor) -> None:
    address = send(visitor, TEXT.encode(), "a.txt")
    fields = fields_of(visitor.page(address)) | {
        "title": "A",
        "line-1": "strike",
        "line-2": "strike",
        "do": "save",
    }
    answer = visitor.post(address, fields)
    assert "Nothing of the text would be left" in answer.text
    assert answer.status_code == 422


def test_a_file_that_is_stored_already_leads_to_its_source(visitor: Visitor) -> None:
    raw = visitor.read("seeds/report.txt")
    address = send(visitor, raw, "again.txt")
    page = html.fromstring(visitor.page(address))
    assert page.xpath("//a[.='report']/@href")
    fields = fields_of(visitor.page(address)) | {"title": "Again", "do": "save"}
    answer = visitor.post(address, fields)
    assert "is stored already, as the source “report”" in answer.text
    assert visitor.post(address, fields | {"id": "again"}).status_code == 303


def test_rights_and_publish_are_as_in_the_last_source_of_the_publisher(visitor: Visitor) -> None:
    (visitor.root / "seeds" / "old.txt").write_text("The ferry came late on Monday.\n")
    (visitor.root / "seeds" / "old.yml").write_text(
        "title: Late\npublisher: The Lantern\nlanguage: en\nrights: The Lantern, CC BY 4.0\npublish: full\n"
    )
    fields = fields_of(visitor.page(send(visitor, PAGE)))
    assert (fields["rights"], fields["publish"]) == (["The Lantern, CC BY 4.0"], ["full"])


def test_a_transcript_shows_whom_its_labels_name_and_what_nobody_names(visitor: Visitor) -> None:
    text = "ADA VALE: We will open the bridge in May.\n\nMR REED: And the lorries?\n\nADA VALE: They wait.\n"
    address = send(visitor, text.encode(), "council.txt")
    rows = html.fromstring(visitor.page(address)).xpath("//div[contains(@class, 'labels')]//tbody/tr")
    told = [re.sub(r"\s+", " ", row.text_content()).strip() for row in rows]
    assert told == [
        "ADA VALE:2OK Ada Vale, The town",
        "MR REED:1Check no speaker has this name Add the speaker: MR REED",
    ]


def test_a_label_without_a_speaker_leads_to_a_filled_in_row_of_a_party(visitor: Visitor) -> None:
    address = send(
        visitor, b"ADA VALE: We will open.\n\nMR REED: When?\n\nADA VALE: In May.\n", "council.txt"
    )
    (parties,) = html.fromstring(visitor.page(address)).xpath("//div[contains(@class, 'labels')]//td/a/@href")
    for link in ("/parties/town", "/new/party"):
        (party,) = html.fromstring(visitor.page(parties)).xpath(f"//a[starts-with(@href, '{link}')]/@href")
        names = html.fromstring(visitor.page(party)).xpath("//input[starts-with(@name, 'speaker-')]/@value")
        assert "MR REED" in names


def test_a_statement_is_stored_with_whose_words_it_is(visitor: Visitor) -> None:
    address = send(visitor, TEXT.encode(), "a.txt")
    fields = fields_of(visitor.page(address))
    fields |= {"title": "A", "kind": "statement", "speaker": "town/ada-vale", "do": "save"}
    assert visitor.post(address, fields).status_code == 303
    details = visitor.read("seeds/a.yml").decode()
    assert "kind: statement\nparty: town\nspeaker: ada-vale\n" in details


def test_markup_in_an_article_stays_text(visitor: Visitor) -> None:
    text = "Notes: <script>alert(1)</script> <img src=x onerror=alert(2)> said the council.\n\n</li></ol></form>\n"
    page = visitor.page(send(visitor, text.encode(), "<svg onload=alert(3)>.txt"))
    tree = html.fromstring(page)
    assert not tree.xpath("//main//script | //main//img | //main//svg | //@onerror | //@onload")
    assert "<script>alert(1)</script>" in tree.xpath("//li[@data-line]")[0].text_content()
    assert len(tree.xpath("//form[@data-article]//li[@data-line]")) == 2


def test_what_will_be_written_is_shown_and_not_written(visitor: Visitor) -> None:
    before = files(visitor.root)
    address = send(visitor, TEXT.encode(), "a.txt")
    answer = visitor.post(address, fields_of(visitor.page(address)) | {"title": "A title", "look": "1"})
    assert "seeds/a-title.yml" in answer.text
    assert "title: A title" in answer.text
    assert files(visitor.root) == before


@pytest.mark.slow
def test_an_uncertain_encoding_must_be_confirmed_or_changed(visitor: Visitor) -> None:
    text = "Der Rat sagte: „Wir öffnen die Brücke im Mai.“ Viele Grüße aus Köln.\n"
    address = send(visitor, text.encode("windows-1252"), "brief.txt")
    page = visitor.page(address)
    choices = html.fromstring(page).xpath("//select[@name='encoding']/option/text()")
    assert len({each.lower() for each in choices}) == len(choices)
    fields = fields_of(page) | {"title": "Brief", "language": "de", "do": "save"}
    assert fields["encoding"] == ["Windows-1252"]
    assert "Say whether all characters are right." in visitor.post(address, fields).text
    again = visitor.post(address, fields | {"encoding": "Windows-1251", "do": "encoding"})
    assert "цffnen" in again.text
    back = visitor.post(address, fields | {"encoding": "Windows-1252", "do": "encoding"})
    fields = fields_of(back.text) | {"title": "Brief", "language": "de", "do": "save"}
    assert "encoding_ok" not in fields  # the editor has chosen it
    assert visitor.post(address, fields).status_code == 303
    assert visitor.read("seeds/brief.txt").decode() == text
    assert "encoding: Windows-1252" in visitor.read("seeds/brief.yml").decode()
