"""No page and no file for programs shows a word of a source that is withheld."""

from functools import cache

from generator.content.files import read_files
from generator.pipeline import build_pages, examine, plan_exports, site_of
from generator.site.site import Site
from tests.building import HARBOUR

NAME = "hafenbote-2031-05-20"
WORDS = (
    "Ein Probebetrieb",
    "und wir werden ihn mitfahren",
    "Eine dauerhafte",
    "Fährleute erklärte",
    "we will sail",
)
POSITIONS = "briefings/night-closing/positions/night-line.yml"
STATEMENT = b"    statement: Olav Brandt said that the company would take part in a trial"
ISSUE, SOURCE = "briefings/night-closing/issues/closing.md", f"sources/{NAME}.md"


@cache
def site(status: str) -> Site:
    """Return the site of the harbour example with this status of a source."""
    files, _ = read_files(HARBOUR)
    details = (
        files[f"seeds/{NAME}.yml"]
        + f"publish: full\nstatus: {status}\nstatus_note: The paper asks for it.\n".encode()
    )
    assert STATEMENT in files[POSITIONS]
    row = files[POSITIONS].replace(STATEMENT, b"    row_text: Ein Probebetrieb\n" + STATEMENT)
    return site_of(examine({**files, f"seeds/{NAME}.yml": details, POSITIONS: row}))


@cache
def pages(status: str) -> dict[str, str]:
    return {page.uri: page.markdown for page in build_pages(site(status))}


def test_a_source_that_is_not_withheld_shows_its_words() -> None:
    assert all(words in pages("cancelled")[SOURCE] for words in WORDS[:4])


def test_no_page_shows_a_word_of_a_withheld_source() -> None:
    for uri, text in pages("withheld").items():
        assert not [words for words in WORDS if words in text], uri


def test_no_export_has_a_word_of_a_withheld_source() -> None:
    for export in plan_exports(site("withheld")):
        text = export.content.decode(errors="replace")
        assert not [words for words in WORDS if words in text], export.uri


def test_a_card_says_that_its_words_are_not_shown() -> None:
    page = pages("withheld")[ISSUE]
    assert "The words are not shown, because the source is withheld." in page
    assert "This source is withheld: The paper asks for it." in page


def test_every_cited_place_of_a_withheld_source_keeps_its_address() -> None:
    ids = [part.split('"', 1)[0] for part in pages("cancelled")[SOURCE].split(' id="at-')[1:]]
    assert ids
    assert [part.split('"', 1)[0] for part in pages("withheld")[SOURCE].split(' id="at-')[1:]] == ids
