"""The screens show the project as it is and lead to the place where each thing is edited."""

import datetime as dt
import pkgutil
from importlib import import_module
from pathlib import Path

import pytest
from lxml import html

import generator.desk.screens
from generator.desk.app import ASSETS
from generator.desk.cells import State, cells
from generator.desk.screens import SCREENS
from generator.pipeline import examine_folder
from tests.desk.desks import BRIEFING, DRIVERS, TOWN, Visitor, write_project

MORE_ISSUES = b"""\
  opening:
    title: Opening
    question: When should it open?
    propositions: {may: {text: It opens in May.}, june: {text: It opens in June.}}
"""


def with_empty_cells(root: Path) -> Visitor:
    """Return a desk with a briefing whose second issue has no entry."""
    visitor = Visitor(write_project(root))
    about = root / BRIEFING
    about.write_bytes(about.read_bytes() + MORE_ISSUES)
    return visitor


def test_every_screen_in_the_folder_is_registered() -> None:
    folder = {
        name: import_module(f"generator.desk.screens.{name}")
        for _, name, _ in pkgutil.iter_modules(generator.desk.screens.__path__)
    }
    assert list(SCREENS) == [module for _, module in sorted(folder.items()) if hasattr(module, "ROUTES")]


def test_every_style_and_script_exists_and_is_sent_with_its_type(visitor: Visitor) -> None:
    types = {name: visitor.get(f"/assets/{name}").headers["Content-Type"].split(";")[0] for name in ASSETS}
    assert {name.rpartition(".")[2]: kind for name, kind in types.items()} == {
        "css": "text/css", "js": "text/javascript", "svg": "image/svg+xml",
    }  # fmt: skip


@pytest.mark.slow
def test_a_link_of_every_screen_leads_to_a_page(unchanged: Visitor) -> None:
    todo, seen = ["/"], set()
    while todo:
        address = todo.pop()
        if address in seen or not address.startswith("/"):
            continue
        seen.add(address)
        if len(seen) > 400 or address.startswith("/assets/"):
            continue
        page = html.fromstring(unchanged.page(address))
        todo += [link.get("href", "").partition("#")[0] for link in page.iter("a", "link")]
    assert len(seen) > 30


def test_a_first_visit_to_an_empty_project_begins_with_the_tour_and_then_says_what_to_do_first(
    tmp_path: Path,
) -> None:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "briefings").mkdir()
    visitor = Visitor(tmp_path)
    assert "Step 1 of 3" in visitor.page("/")
    page = html.fromstring(visitor.page("/"))
    heads = [item.text_content().strip() for item in page.xpath("//ol[@class='start']//h2")]
    assert heads == ["A party", "An article", "A briefing"]
    assert page.xpath("//a[@href='/tour/1']")


def test_the_tour_has_three_steps_and_each_can_be_skipped(visitor: Visitor) -> None:
    for step in (1, 2, 3):
        assert html.fromstring(visitor.page(f"/tour/{step}")).xpath("//a[@href='/'][text()='Skip']")
    assert visitor.get("/tour/4").status_code == 404


def test_a_cell_leads_to_its_entry(visitor: Visitor) -> None:
    page = html.fromstring(visitor.page("/briefings/bridge"))
    (link,) = [item.get("href") for item in page.xpath("//td/a[@data-cell]") if "/town/" in item.get("href")]
    assert link == "/briefings/bridge/positions/town/width"


def test_the_table_marks_what_is_empty_thin_or_wrong(tmp_path: Path) -> None:
    visitor = with_empty_cells(tmp_path)
    drivers = tmp_path / DRIVERS
    drivers.write_bytes(drivers.read_bytes().replace(b"stance: ", b"stance: x", 1))
    page = html.fromstring(visitor.page("/briefings/bridge"))
    states = [" ".join(item.text_content().split()) for item in page.xpath("//*[@class='opts']/a")]
    assert states == ["all 4", "empty 2", "with errors 1", "on one source 1"]
    assert len(page.xpath("//td//input[@type='checkbox']")) == 2


@pytest.mark.parametrize(
    ("query", "rows"),
    [
        ("show=empty", ["issue-opening"]),
        ("source=report", ["issue-width"]),
        ("party=town", ["issue-width", "issue-opening"]),
        ("show=draft", []),
    ],
)
def test_filters_show_the_rows_with_such_cells(query: str, rows: list[str], tmp_path: Path) -> None:
    page = html.fromstring(with_empty_cells(tmp_path).page(f"/briefings/bridge?{query}"))
    assert [row.get("id") for row in page.xpath("//tbody/tr[@id]")] == rows


def test_marked_cells_get_an_entry_and_only_they(tmp_path: Path) -> None:
    visitor = with_empty_cells(tmp_path)
    before = visitor.read(TOWN)
    answer = visitor.post("/briefings/bridge", {"cell": "town opening", "until": "2031-05-02"})
    assert answer.status_code == 303
    added = b"  - {issue: opening, stance: not-found, searched_until: 2031-05-02}\n"
    assert visitor.read(TOWN) == before + added
    assert b"opening" not in visitor.read(DRIVERS)
    (step,) = visitor.desk.workspace.steps
    assert step.sentence == "1 cell of “The bridge”: no position found"


def test_what_will_be_written_is_shown_first_and_the_same_form_writes_it(tmp_path: Path) -> None:
    visitor = with_empty_cells(tmp_path)
    before = visitor.read(TOWN)
    fields = {"cell": "town opening", "until": "2031-05-02"}
    page = html.fromstring(visitor.post("/briefings/bridge", {**fields, "look": "1"}).text)
    assert visitor.read(TOWN) == before
    (line,) = page.xpath("//*[@class='added']/span/text()")
    again = {item.get("name"): item.text_content().strip() for item in page.xpath("//main//textarea")}
    assert again == fields
    assert visitor.post("/briefings/bridge", again).status_code == 303
    assert visitor.read(TOWN) == before + f"{line}\n".encode()


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"until": "2031-05-02"}, "No cell was marked"),
        ({"cell": "town opening", "until": "soon"}, "“soon” is not a date"),
        ({"cell": "town width", "until": "2031-05-02"}, "has an entry now"),
    ],
)
def test_cells_that_cannot_be_filled_are_refused(fields: dict[str, str], words: str, tmp_path: Path) -> None:
    visitor = with_empty_cells(tmp_path)
    before = visitor.read(TOWN)
    answer = visitor.post("/briefings/bridge", fields)
    assert answer.status_code == 422
    assert words in answer.text
    assert visitor.read(TOWN) == before


def test_a_place_of_the_preview_leads_to_the_screen_that_edits_it(visitor: Visitor) -> None:
    def place(file: str, line: int = 1) -> str:
        return visitor.get(f"/at?file={file}&line={line}").headers["Location"]

    assert place(TOWN, 3) == "/briefings/bridge/positions/town/width"
    assert place(BRIEFING, 7) == f"/editor?file={BRIEFING}&line=7#L7"
    (visitor.root / TOWN).unlink()
    assert place(TOWN) == "/briefings/bridge?party=town"


def test_a_line_of_a_stored_text_is_opened_at_its_paragraph(visitor: Visitor) -> None:
    (visitor.root / "seeds/long.txt").write_text(
        "".join(f"Line {number} of it.\n\n" for number in range(1, 301))
    )
    (visitor.root / "seeds/long.yml").write_text("title: Long\nlanguage: en\n")
    for line, address in (
        (1, "/sources/long#p1"),
        (5, "/sources/long#p3"),
        (501, "/sources/long?part=2#p251"),
    ):
        assert visitor.get(f"/at?file=seeds/long.txt&line={line}").headers["Location"] == address


def test_a_page_of_docs_is_not_edited_here(visitor: Visitor) -> None:
    answer = visitor.get("/at?file=docs/about.md")
    assert answer.status_code == 404
    assert "Open this file in a text editor" in answer.text


def test_a_source_that_nothing_cites_is_to_be_read(visitor: Visitor) -> None:
    (visitor.root / "seeds" / "new.txt").write_text("Ada Vale said nothing.\n")
    (visitor.root / "seeds" / "new.yml").write_text("title: A new text\nlanguage: en\n")
    page = visitor.page("/sources")
    assert page.index("To read") < page.index("A new text") < page.index("In use")
    assert '<span class="n" title="1 to read">1</span>' in page


def test_an_error_is_shown_at_its_line_with_how_to_fix_it(visitor: Visitor) -> None:
    path = visitor.root / TOWN
    path.write_bytes(path.read_bytes().replace(b"not-found", b"not-fuond"))
    page = html.fromstring(visitor.page("/errors"))
    assert page.xpath("//*[@class='ex']/mark/text()") == ["not-fuond"]
    assert page.xpath(f"//a[@href='/editor?file={TOWN}&line=4#L4']")
    assert "1 error" in page.xpath("//header//a[@href='/errors']/text()")


def test_words_are_found_in_texts_and_names(visitor: Visitor) -> None:
    page = visitor.page("/find?q=bridge+in+May")
    assert "<mark>bridge in May</mark>" in page
    (link,) = html.fromstring(page).xpath("//a[starts-with(@href, '/sources/report?')]/@href")
    assert html.fromstring(visitor.page(link)).xpath("string(//blockquote)") == "bridge in May"
    assert ">The bridge</a>" in visitor.page("/find?q=the+bridge")


def test_the_desk_speaks_the_language_of_the_site(tmp_path: Path) -> None:
    visitor = Visitor(write_project(tmp_path))
    (tmp_path / "mkdocs.yml").write_text("site_name: Brücke\ntheme: {language: de}\n")
    page = visitor.page("/briefings/bridge")
    assert '<html lang="de"' in page
    assert "Keine Position gefunden" in page
    assert "No position found" not in page


def test_a_source_that_was_read_to_the_end_is_not_to_be_read(visitor: Visitor) -> None:
    (visitor.root / "seeds" / "new.txt").write_text("Ada Vale said nothing.\n")
    (visitor.root / "seeds" / "new.yml").write_text("title: A new text\nlanguage: en\nread_on: 2031-05-03\n")
    assert "1 to read" not in visitor.page("/sources")


def test_a_briefing_with_errors_leads_to_them(visitor: Visitor) -> None:
    (visitor.root / BRIEFING).write_text("title: [\n")
    assert visitor.get("/").headers["Location"] == "/errors"
    assert visitor.get("/briefings/bridge").headers["Location"] == f"/editor?file={BRIEFING}"


@pytest.mark.parametrize("path", ["briefings/parties.yml", DRIVERS, "seeds/report.yml", "seeds/report.txt"])
@pytest.mark.parametrize("content", ["a: [", "", "- 1", "\t\u0000"])
def test_every_screen_is_shown_while_a_file_has_errors(path: str, content: str, visitor: Visitor) -> None:
    (visitor.root / path).write_text(content)
    for address in (
        "/",
        "/sources",
        "/parties",
        "/changes",
        "/errors",
        "/find?q=bridge",
        f"/editor?file={path}",
    ):
        assert visitor.page(address)


DRAFT = b"""\
  - issue: width
    draft: true
    stance: opposes
    as_of: 2031-05-03
    statement: The report says that the club wants a wider bridge.
    evidence:
      - {source: report, reported: the drivers' club wants a wider bridge}
"""


def test_a_draft_says_what_is_published_meanwhile(visitor: Visitor) -> None:
    drivers = visitor.root / DRIVERS
    drivers.write_bytes(drivers.read_bytes() + DRAFT)
    workspace = visitor.desk.workspace
    cell = cells(workspace.project.examined, "bridge")["drivers", "width"]
    assert State.DRAFT in cell.states
    assert [answer.stance.code for answer in cell.answers] == ["opposes"]
    assert cell.published
    assert [answer.stance.code for answer in cell.published] == ["supports"]
    assert "published: Supports" in " ".join(
        html.fromstring(visitor.page("/briefings/bridge")).text_content().split()
    )


def test_a_review_that_is_overdue_and_a_corrected_source_are_marked(visitor: Visitor) -> None:
    about, source = visitor.root / BRIEFING, visitor.root / "seeds" / "report.yml"
    about.write_bytes(about.read_bytes().replace(b"parties:", b"review_every: 1\nparties:", 1))
    source.write_bytes(source.read_bytes() + b"status: corrected\nstatus_note: The width was wrong.\n")
    cell = cells(examine_folder(visitor.root, today=dt.date(2032, 1, 1)), "bridge")["drivers", "width"]
    assert cell.states >= {State.OVERDUE, State.CORRECTED, State.ONE_SOURCE}
