"""The pictures of pages: drawn from data, never from code, with the same bytes each time, in one font."""

import json
import re
import struct
import unicodedata
from dataclasses import replace

import pytest
from typst import Compiler

from generator.analysis import analyse
from generator.language import Language
from generator.site.exports import social
from generator.site.exports.social import DRAWABLE, MOST_ISSUES, MOST_PARTIES, briefing_card, draw, site_card
from generator.site.pages.views import Views
from tests.building import HARBOUR, ROOT
from tests.hostile.payloads import PAYLOADS
from tests.site.exports.sites import site_at, site_full_of

CODE = (
    "#panic()",
    '"); #panic() //',
    "#set page(width: 1pt)",
    "$x$ *b* _i_ `c` <a> @ref \\ /* */ //",
    "{{ 7 * 7 }}",
)
UNKNOWN = "\ue0f1"  # a character that no font has, so its shape is that of any missing character


def size(png: bytes) -> tuple[int, int]:
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    assert png.endswith(b"IEND\xaeB`\x82")
    width, height = struct.unpack(">II", png[16:24])
    return width, height


def card(title: str) -> dict[str, object]:
    return dict(site_card(site_at(HARBOUR))) | {"title": title}


def grown(number: int) -> Views:
    """Return the views of a briefing with `number` more issues and parties, copies of its own."""
    site = site_at(HARBOUR)
    briefing, parties = site.corpus.briefings["night-closing"], site.corpus.parties
    names = [f"more-{nth}" for nth in range(number)]
    about = briefing.about.model_copy(
        update={
            "issues": dict(briefing.about.issues)
            | dict.fromkeys(names, briefing.about.issues["noise-limit"]),
            "parties": (*briefing.about.parties, *names),
        }
    )
    larger = replace(briefing, about=about)
    corpus = replace(
        site.corpus,
        briefings={"night-closing": larger},
        parties=dict(parties) | dict.fromkeys(names, parties["crews"]),
    )
    return Views(replace(site, corpus=corpus, analysis=analyse(corpus)), larger)


def test_each_briefing_and_the_site_have_a_picture_of_the_announced_size() -> None:
    for root in (ROOT, HARBOUR):
        site = site_at(root)
        exports = {export.uri: export.content for export in social.exports(site)}
        assert set(exports) == {
            "social.png",
            *(f"briefings/{slug}/social.png" for slug in site.corpus.briefings),
        }
        assert {size(content) for content in exports.values()} == {(1200, 630)}
        assert len(set(exports.values())) == len(exports)


def test_the_same_card_gives_the_same_bytes() -> None:
    first = [export.content for export in social.exports(site_at(HARBOUR))]
    social.compile_card.cache_clear()
    social.compiler.cache_clear()
    assert [export.content for export in social.exports(site_at(HARBOUR))] == first


@pytest.mark.parametrize("text", CODE)
def test_text_with_code_of_the_drawing_language_is_drawn_and_never_run(text: str) -> None:
    assert size(draw(card(text))) == (1200, 630)
    assert draw(card(text)) != draw(card("")) != draw(card("another"))


@pytest.mark.parametrize("text", [PAYLOADS[0], "word " * 400, "x" * 5000])
def test_any_text_in_every_place_gives_a_picture(text: str) -> None:
    for export in social.exports(site_full_of(text)):
        assert size(export.content) == (1200, 630)


@pytest.mark.parametrize("code", ["de_DE", "root", "x", "i-klingon", "zh-Hant"])
def test_a_site_in_any_language_has_its_picture(code: str) -> None:
    site = replace(site_at(HARBOUR), language=Language(code))
    assert size(draw(site_card(site))) == (1200, 630)


def test_text_that_the_font_lacks_is_left_out() -> None:
    site = site_full_of("会談 talks")
    (briefing,) = site.corpus.briefings.values()
    shown = briefing_card(Views(site, briefing))
    assert [shown["title"], shown["question"]] == ["", ""]
    assert "rows" not in shown
    assert "11 June 2031" in shown["dates"]
    assert size(draw(shown)) == (1200, 630)


def test_a_large_table_shows_the_first_issues_and_parties_and_counts_the_rest() -> None:
    few, many = (briefing_card(grown(number)) for number in (0, 9))
    assert len(few["rows"]) == 3
    assert len(few["parties"]) == 4
    assert few["more"] == ""
    assert len(many["rows"]) == MOST_ISSUES
    assert len(many["parties"]) == len(many["rows"][0]["cells"]) == MOST_PARTIES - 1
    assert many["more"] == f"and {12 - MOST_ISSUES} more issues, and {13 - MOST_PARTIES + 1} more parties"
    assert size(draw(many)) == (1200, 630)


def test_the_legend_names_each_sign_of_the_table() -> None:
    for root in (ROOT, HARBOUR):
        site = site_at(root)
        for briefing in site.corpus.briefings.values():
            shown = briefing_card(Views(site, briefing))
            signs = {form for row in shown["rows"] for cell in row["cells"] for form, _ in cell if form}
            assert {item["form"] for item in shown["legend"]} == signs


def test_the_font_has_every_drawable_character() -> None:
    letters = [
        chr(code)
        for code in range(0x20, 0x3000)
        if DRAWABLE.fullmatch(chr(code)) and unicodedata.category(chr(code))[0] in "LNPS"
    ]
    assert len(letters) > 1200
    shapes = _shapes([*letters, UNKNOWN])
    missing = shapes.pop()
    assert missing
    assert [letter for letter, shape in zip(letters, shapes, strict=True) if shape in {missing, ""}] == []


def _shapes(letters: list[str]) -> list[str]:
    """Return the outline of each letter in the font of the picture."""
    source = (
        b'#set page(width: 60pt, height: 30pt, margin: 0pt)\n#set text(font: "Libertinus Serif", fallback: false)\n'
        b"#json(bytes(sys.inputs.letters)).map(letter => text(letter)).join(pagebreak())"
    )
    pages = Compiler(ignore_system_fonts=True).compile(
        source, format="svg", sys_inputs={"letters": json.dumps(letters)}
    )
    assert isinstance(pages, list)
    return ["".join(re.findall(r' d="([^"]*)"', str(page))) for page in pages]
