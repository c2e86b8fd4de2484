"""Read and pick: a stored text with its quotations; selected words are judged, and become evidence of an entry."""

from pathlib import Path

from lxml import html
from lxml.html import HtmlElement

from tests.building import HARBOUR, copy_project
from tests.desk.desks import Visitor

GULL = "/sources/gull-2031-05-02"
PRONOUN = "two boats are enough for the islands"
NEW_WORDS = "In the middle of April she had still said"
COUNCIL = "briefings/boats/positions/harbour-council.yml"


def places(visitor: Visitor, source: str, *words: str) -> dict[str, object]:
    """Return what a browser sends for some words of a source."""
    text = (visitor.root / f"seeds/{source.rpartition('/')[2]}.txt").read_bytes().decode()
    starts = [text.index(each) for each in words]
    spans = ",".join(f"{start}-{start + len(each)}" for start, each in zip(starts, words, strict=True))
    return {"spans": spans, "words": list(words)}


def panel(visitor: Visitor, source: str, fields: dict[str, object], status: int = 200) -> HtmlElement:
    """Return the panel for a selection."""
    answer = visitor.post(f"{source}/selection", fields)
    assert answer.status_code == status, answer.text
    return html.fromstring(f"<main>{answer.text}</main>")


def lines(page: HtmlElement, path: str) -> list[str]:
    """Return the words of some elements, each on one line."""
    return [" ".join(element.text_content().split()) for element in page.xpath(path)]


def chosen(page: HtmlElement) -> dict[str, str]:
    """Return the fields of a panel that have a value."""
    radios = {item.get("name"): item.get("value") for item in page.xpath("//input[@type='radio'][@checked]")}
    selects = {item.getparent().get("name"): item.get("value") for item in page.xpath("//option[@selected]")}
    return {**radios, **selects}


def test_the_characters_of_each_paragraph_are_those_of_the_stored_text(tmp_path: Path) -> None:
    visitor = Visitor(copy_project(HARBOUR, tmp_path))
    text = "🚢 “We\x07  pay\u202e <b>&amp;”,\r\nand sail.” Ida Lund said.\n\nتبقى القوارب في الميناء ليلا اليوم.\n"
    (tmp_path / "seeds/new.txt").write_bytes(text.encode())
    (tmp_path / "seeds/new.yml").write_text("title: New\nlanguage: en\n")
    page = html.fromstring(visitor.page("/sources/new"))
    paragraphs = page.xpath("//p[@data-start]")
    assert len(paragraphs) > 1
    for paragraph in paragraphs:
        start, shown = int(paragraph.get("data-start")), paragraph.text_content()
        stored = text[start : start + len(shown)]
        assert [char for char, own in zip(shown, stored, strict=True) if char not in (own, " ", "�")] == []


def test_quotations_show_whether_their_speaker_is_certain_and_what_is_evidence(harbour: Visitor) -> None:
    page = html.fromstring(harbour.page(GULL))
    marks = {item.get("data-n"): item.get("class") for item in page.xpath("//*[@data-n]")}
    assert marks["1"] == "fnd us"
    assert marks["4"] == "fnd ns us"
    assert "¶1 · Ida Lund · “she”: Check" in lines(page, "//a[@data-quotation='2']/span")[0]


def test_a_link_of_each_quotation_selects_it_without_a_script(harbour: Visitor) -> None:
    page = html.fromstring(harbour.page(GULL))
    links = page.xpath("//a[@data-quotation]/@href")
    assert len(links) == 7
    shown = html.fromstring(harbour.page(links[1]))
    assert lines(shown, "//blockquote") == [PRONOUN]
    assert lines(shown, "//p//*[contains(@class, 'sel')]") == [PRONOUN]


def test_words_that_are_looked_for_are_selected_without_a_script(harbour: Visitor) -> None:
    page = html.fromstring(harbour.page(f"{GULL}?find=lie+at+the+ferry+quay"))
    assert lines(page, "//blockquote") == ["lie at the ferry quay"]
    page = html.fromstring(harbour.page(f"{GULL}?find=nobody+ever+wrote+these+words"))
    assert lines(page, "//*[@data-message]") == ["“nobody ever wrote these words” is not in this text."]


def test_a_pronoun_is_asked_about_and_the_offer_names_the_speaker(harbour: Visitor) -> None:
    fields = {**places(harbour, GULL, PRONOUN), "briefing": "boats"}
    page = panel(harbour, GULL, fields)
    assert (chosen(page)["kind"], chosen(page)["party"]) == ("quote", "harbour-council")
    assert "speaker" not in chosen(page)
    (offer,) = page.xpath("//a[@data-apply][contains(text(), 'Ida Lund')]/@href")
    settled = html.fromstring(harbour.page(offer))
    assert chosen(settled)["speaker"] == "ida-lund"
    assert lines(settled, "//*[@class='vds']//*[starts-with(@class, 'w')]") == ["OK"]


def test_a_form_without_a_script_shows_what_was_chosen_and_writes_nothing(harbour: Visitor) -> None:
    before = harbour.read(COUNCIL)
    fields = {**places(harbour, GULL, NEW_WORDS), "briefing": "boats", "found": "kind=reported"}
    page = html.fromstring(harbour.post(GULL, {**fields, "kind": "assessment", "party": "crews"}).text)
    assert (chosen(page)["kind"], chosen(page)["party"]) == ("assessment", "crews")
    assert lines(page, "//blockquote") == [NEW_WORDS]
    assert harbour.read(COUNCIL) == before


def test_what_was_found_is_found_anew_for_other_words_and_what_was_chosen_stays(harbour: Visitor) -> None:
    first = panel(
        harbour,
        GULL,
        {**places(harbour, GULL, "Three boats, one on each island, and no fewer"), "briefing": "boats"},
    )
    kept = {"found": first.xpath("//input[@name='found']/@value"), "briefing": "boats", **chosen(first)}
    assert chosen(first)["speaker"] == "runa-aske"
    other = places(harbour, GULL, "We pay for two boats and for their crews")
    assert chosen(panel(harbour, GULL, {**kept, **other}))["speaker"] == "olav-brandt"
    assert chosen(panel(harbour, GULL, {**kept, **other, "kind": "reported"}))["kind"] == "reported"


def test_other_words_than_those_of_the_text_are_refused(harbour: Visitor) -> None:
    fields = {**places(harbour, GULL, PRONOUN), "words": "three boats are enough for the islands"}
    page = panel(harbour, GULL, fields, status=409)
    assert "other words at this place" in lines(page, "//*[@data-message]")[0]
    assert not page.xpath("//input[@name='spans']")


def test_added_words_are_evidence_of_the_entry_as_one_step_that_can_be_undone(harbour: Visitor) -> None:
    before = harbour.read(COUNCIL)
    fields = {
        **places(harbour, GULL, NEW_WORDS),
        "briefing": "boats",
        "party": "harbour-council",
        "issue": "boats",
    }
    page = panel(harbour, GULL, {**fields, "kind": "reported"})
    target = chosen(page)["goes"]
    (seen,) = page.xpath("//input[@name='seen']/@value")
    answer = harbour.post(
        f"{GULL}/evidence", {**fields, "kind": "reported", "goes": target, "seen": seen, "page": "12"}
    )
    assert answer.status_code == 303, answer.text
    last = (
        b"        quote: [Two boats were too few, so we plan with three boats]\n        speaker: ida-lund\n"
    )
    evidence = f'      - source: gull-2031-05-02\n        reported: "{NEW_WORDS}"\n        page: "12"\n'
    assert harbour.read(COUNCIL) == before.replace(last, last + evidence.encode())
    shown = html.fromstring(harbour.page(answer.headers["Location"]))
    assert lines(shown, "//form[@role='status']/p")[0].startswith("Evidence added: Council, Number of boats")
    (step,) = shown.xpath("//form[@role='status']/input[@name='step']/@value")
    assert harbour.post(f"{GULL}/undo", {"step": step}).status_code == 303
    assert harbour.read(COUNCIL) == before


def test_what_cannot_be_added_says_why_and_keeps_the_form(harbour: Visitor) -> None:
    before = harbour.read(COUNCIL)
    fields = {
        **places(harbour, GULL, PRONOUN),
        "briefing": "boats",
        "party": "harbour-council",
        "issue": "boats",
    }
    answer = harbour.post(f"{GULL}/evidence", {**fields, "goes": "new", "page": "12"})
    assert answer.status_code == 422
    page = html.fromstring(answer.text)
    assert lines(page, "//*[@data-message]") == [
        "Choose a party, an issue and the entry that the words go to."
    ]
    assert page.xpath("//input[@name='page']/@value") == ["12"]
    goes = chosen(panel(harbour, GULL, fields))["goes"]
    answer = harbour.post(f"{GULL}/evidence", {**fields, "goes": goes, "time": "soon"})
    assert answer.status_code == 422
    assert "time" in lines(html.fromstring(answer.text), "//*[@data-message]")[0]
    assert harbour.read(COUNCIL) == before


def test_a_file_that_changed_meanwhile_is_not_overwritten(harbour: Visitor) -> None:
    fields = {
        **places(harbour, GULL, PRONOUN),
        "briefing": "boats",
        "party": "harbour-council",
        "issue": "boats",
    }
    page = panel(harbour, GULL, fields)
    (seen,) = page.xpath("//input[@name='seen']/@value")
    path = harbour.root / COUNCIL
    by_hand = path.read_bytes() + b"# by hand\n"
    path.write_bytes(by_hand)
    answer = harbour.post(f"{GULL}/evidence", {**fields, "goes": chosen(page)["goes"], "seen": seen})
    assert answer.status_code == 409, answer.text
    assert path.read_bytes() == by_hand


def test_reading_to_the_end_is_kept_in_the_file_and_can_be_taken_back(harbour: Visitor) -> None:
    path = "seeds/gull-2031-05-02.yml"
    before = harbour.read(path)
    assert harbour.post(f"{GULL}/finish", {"read": "1"}).status_code == 303
    assert harbour.read(path).startswith(before.partition(b"language")[0][:20])
    assert b"read_on: " in harbour.read(path)
    assert harbour.post(f"{GULL}/finish", {"read": ""}).status_code == 303
    assert harbour.read(path) == before


def test_a_label_is_never_part_of_the_words_and_names_who_speaks(harbour: Visitor) -> None:
    source = "/sources/council-2031-05-20"
    page = html.fromstring(harbour.page(source))
    assert "MR VIK (Ferry Crews’ Union): ¶3 · Jon Vik" in lines(page, "//section[h2 or header/h2]//li")
    text = harbour.read("seeds/council-2031-05-20.txt").decode()
    start = text.index("MR VIK (Ferry")
    words = text[start : text.index("\n", start)]
    chosen_words = panel(harbour, source, {"spans": f"{start}-{start + len(words)}", "words": words})
    assert lines(chosen_words, "//blockquote")[0].startswith("We do.")


def test_a_label_that_fits_no_speaker_is_to_be_checked(harbour: Visitor) -> None:
    path = harbour.root / "seeds/hearing.txt"
    path.write_text("MR VIK (Ferry Crews’ Union): We do.\nMS FROST: The hall is cold in winter.\n")
    path.with_suffix(".yml").write_text("title: Hearing\nkind: transcript\nlanguage: en\n")
    items = lines(html.fromstring(harbour.page("/sources/hearing")), "//section[h2 or header/h2]//li")
    assert "MS FROST: ¶2 · Check: no speaker fits" in items


def test_editors_see_the_text_of_a_withheld_source_with_a_note(harbour: Visitor) -> None:
    path = harbour.root / "seeds/gull-2031-02-10.yml"
    path.write_text(path.read_text() + "status: withheld\nstatus_note: The paper asked for it.\n")
    page = harbour.page("/sources/gull-2031-02-10")
    assert "This source is withheld" in page
    assert "The paper asked for it." in page
    assert "quiet from midnight to five" in page


def test_a_long_text_is_read_in_the_parts_that_the_site_has(harbour: Visitor) -> None:
    path = harbour.root / "seeds/long.txt"
    path.write_text(
        "".join(
            f"Paragraph {number} says that “the boats sail on day {number}”, Ida Lund said.\n"
            for number in range(450)
        )
    )
    path.with_suffix(".yml").write_text("title: Long\nlanguage: en\n")
    page = html.fromstring(harbour.page("/sources/long?part=2"))
    assert len(page.xpath("//p[@data-start]")) == len(page.xpath("//a[@data-quotation]")) == 200
    assert lines(page, "//nav[@class='prt'][1]/a") == ["Before: ¶1 to ¶200", "Next: ¶401 to ¶450"]
    found = html.fromstring(harbour.page("/sources/long?find=sail+on+day+440"))
    assert lines(found, "//nav[@class='prt'][1]/b") == ["Part 3 of 3, ¶401 to ¶450"]


def test_pages_and_times_stand_beside_the_paragraphs_at_which_they_begin(harbour: Visitor) -> None:
    path = harbour.root / "seeds/gull-2031-05-02.yml"
    path.write_text(path.read_text() + "places: [{paragraph: 2, page: 4}, {paragraph: 3, time: '1:30'}]\n")
    beside = lines(html.fromstring(harbour.page(GULL)), "//*[@class='pn']")
    assert beside == ["¶1", "¶2p. 4", "¶3p. 4, at 1:30", "¶4"]
    page = panel(harbour, GULL, places(harbour, GULL, "We pay for two boats and for their crews"))
    assert "¶3, p. 4" in lines(page, "//header/span")[0]
