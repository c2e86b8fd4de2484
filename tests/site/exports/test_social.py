"""The pictures of pages: drawn from data, never from code, small, with the same bytes each time, and with every character."""

import io
import json
import re
import struct
import tempfile
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from generator.content.files import read_files
from generator.drawable import DRAWABLE
from generator.language import Language
from generator.pipeline import examine, site_of
from generator.site.exports import social
from generator.site.exports.social import compiler, draw, pictures
from generator.site.pages.picture import Picture, site_picture
from tests.browser.sizes import write_sizes
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
LARGEST = 60_000  # bytes
MARGIN = 60
FOOT = 540
WIDTH, HEIGHT = 1200, 630
BIT_DEPTH = 24  # where a PNG has it


def size(png: bytes) -> tuple[int, int]:
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    assert png.endswith(b"IEND\xaeB`\x82")
    width, height = struct.unpack(">II", png[16:24])
    return width, height


def titled(title: str) -> Picture:
    return replace(site_picture(site_at(HARBOUR)), title=title)


def margins(png: bytes) -> Iterator[int]:
    """Yield the number of colours in the margins at the left and the right, above the foot, and inside it."""
    image = Image.open(io.BytesIO(png)).convert("RGB")
    for box in (
        (0, 0, MARGIN, FOOT),
        (WIDTH - MARGIN, 0, WIDTH, FOOT),
        (0, FOOT - 20, WIDTH, FOOT),
        (0, FOOT, MARGIN, HEIGHT),
        (WIDTH - MARGIN, FOOT, WIDTH, HEIGHT),
        (0, HEIGHT - 10, WIDTH, HEIGHT),
    ):
        yield len(image.crop(box).getcolors(WIDTH * HEIGHT) or ())


@pytest.mark.slow
def test_the_site_each_briefing_and_each_issue_have_a_picture_of_the_announced_size() -> None:
    for root in (ROOT, HARBOUR):
        site = site_at(root)
        exports = {export.uri: export.content for export in social.exports(site)}
        assert set(exports) == {
            "social.png",
            *(f"briefings/{slug}/social.png" for slug in site.corpus.briefings),
            *(
                f"briefings/{slug}/issues/{issue}/social.png"
                for slug, briefing in site.corpus.briefings.items()
                for issue in briefing.about.issues
            ),
        }
        assert {size(content) for content in exports.values()} == {(WIDTH, HEIGHT)}
        assert len(set(exports.values())) == len(exports)


@pytest.mark.slow
def test_the_same_picture_gives_the_same_bytes() -> None:
    first = [export.content for export in social.exports(site_at(HARBOUR))]
    social.compiler.cache_clear()
    assert [export.content for export in social.exports(site_at(HARBOUR))] == first


def test_a_picture_has_sixteen_colours_in_four_bits_and_the_plain_ones_are_those_of_the_template() -> None:
    for uri, picture in pictures(site_at(HARBOUR)):
        png = draw(picture)
        assert png[BIT_DEPTH] == 4, uri
        image = Image.open(io.BytesIO(png)).convert("RGB")
        assert [image.getpixel((5, y)) for y in (5, HEIGHT - 5)] == [(0xFF, 0xFF, 0xFF), (0x1D, 0x25, 0x2E)]


def test_drawing_leaves_no_fonts_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    social.compiler.cache_clear()
    draw(titled("A title that is drawn for the first time"))
    assert not [*tmp_path.iterdir()]


@pytest.mark.slow
def test_pictures_of_any_size_are_small_and_keep_their_margins(tmp_path: Path) -> None:
    sizes = site_of(examine(*read_files(write_sizes(tmp_path))))
    long_texts = site_full_of("Hafengebührenbemessungsgrundlagenverordnung and a “word” " * 40)
    unbroken = site_full_of("x" * 5000)
    for site in (sizes, long_texts, unbroken, site_at(ROOT)):
        for uri, picture in pictures(site):
            png = draw(picture)
            assert len(png) < LARGEST, uri
            assert set(margins(png)) == {1}, uri


@pytest.mark.parametrize("text", CODE)
def test_text_with_code_of_the_drawing_language_is_drawn_and_never_run(text: str) -> None:
    assert size(draw(titled(text))) == (WIDTH, HEIGHT)
    assert len({draw(titled(title)) for title in (text, "", "another")}) == 3


@pytest.mark.parametrize("text", [PAYLOADS[0], "word " * 400, "x" * 5000, "東京湾の会談について"])
def test_any_text_in_every_place_gives_pictures(text: str) -> None:
    for export in social.exports(site_full_of(text)):
        assert size(export.content) == (WIDTH, HEIGHT)


@pytest.mark.parametrize("code", ["de_DE", "root", "x", "i-klingon", "zh-Hant", "ar"])
def test_a_site_in_any_language_has_its_picture(code: str) -> None:
    site = replace(site_at(HARBOUR), language=Language(code))
    assert size(draw(site_picture(site))) == (WIDTH, HEIGHT)


def test_a_title_that_cannot_be_drawn_is_reported() -> None:
    assert social.undrawn_titles(site_at(HARBOUR)) == ""
    assert "briefings/talks/social.png" in social.undrawn_titles(site_full_of("東京湾の会談について"))


def test_the_fonts_have_every_drawable_character_in_both_weights() -> None:
    letters = [
        chr(code)
        for code in range(0x20, 0x3000)
        if DRAWABLE.fullmatch(chr(code)) and unicodedata.category(chr(code))[0] in "LNPS"
    ]
    assert len(letters) > 2000
    for weight in ("regular", "bold"):
        shapes = _shapes([*letters, UNKNOWN], weight)
        missing = shapes.pop()
        assert missing
        lacking = [letter for letter, shape in zip(letters, shapes, strict=True) if shape in {missing, ""}]
        assert lacking == [], weight


def _shapes(letters: list[str], weight: str) -> list[str]:
    """Return the outline of each letter in the fonts of the picture."""
    source = (
        "#set page(width: 60pt, height: 30pt, margin: 0pt)\n"
        f'#set text(font: ("FiraGO", "DejaVu Sans Mono"), weight: "{weight}", fallback: false)\n'
        "#json(bytes(sys.inputs.letters)).map(letter => text(letter)).join(pagebreak())"
    )
    pages = compiler().compile(source.encode(), format="svg", sys_inputs={"letters": json.dumps(letters)})
    assert isinstance(pages, list)
    return ["".join(re.findall(r' d="([^"]*)"', str(page))) for page in pages]
