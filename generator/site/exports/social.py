"""The pictures that represent pages where their URLs are shared: of the site, of each briefing and of each issue."""

import json
import re
import zlib
from collections.abc import Callable, Iterator
from dataclasses import asdict
from functools import lru_cache, partial
from importlib import import_module
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from generator.language import ENGLISH, base_language
from generator.site.exports.export import Export
from generator.site.pages import links
from generator.site.pages.metadata import PICTURE
from generator.site.pages.picture import Picture, briefing_picture, issue_picture, site_picture
from generator.site.pages.views import Views
from generator.site.parts import EVERYTHING, parts
from generator.site.site import Site
from generator.temporary import temporary_folder

if TYPE_CHECKING:
    from PIL.Image import Image
    from typst import Compiler

_TEMPLATE = Path(__file__).with_suffix(".typ").read_bytes()
_INK = re.compile(r'#let (\S+) = rgb\("#(\w{6})"\)')
# How many colours an ink gets on the way from white, for soft edges. With the other inks these are 16, so a point takes four bits.
_STEPS = {"ink-3": 5, "violet": 3, "ochre": 3}
_FONTS = ("FiraGO_Regular", "FiraGO_Bold")
_EACH_FONT = b'#set text(font: "FiraGO")\nregular *bold*'
_LONG_WORD = re.compile(r"\S{20}(?=\S)")


def exports(site: Site) -> Iterator[Export]:
    """Yield the pictures. Pages that have none of their own show that of the site."""
    for uri, make, reads in _planned(site):
        yield Export(uri, partial(_file, make), reads, partial(_recipe, make))


def _file(make: Callable[[], Picture]) -> bytes:
    return draw_data(_recipe(make))


def _recipe(make: Callable[[], Picture]) -> str:
    return _data(make())


def _planned(site: Site) -> Iterator[tuple[str, Callable[[], Picture], frozenset[str]]]:
    """Yield the path of each picture, the function that makes it, and what it reads."""
    yield PICTURE, partial(site_picture, site), EVERYTHING
    for slug, briefing in site.corpus.briefings.items():
        views, reads = Views(site, briefing), parts(briefings=[slug])
        yield links.folder(links.briefing_page(slug)) + PICTURE, partial(briefing_picture, views), reads
        for issue in briefing.about.issues:
            path = links.folder(links.issue_page(slug, issue)) + PICTURE
            yield path, partial(issue_picture, views, issue), reads


def pictures(site: Site) -> Iterator[tuple[str, Picture]]:
    """Yield each picture with its path."""
    return ((uri, make()) for uri, make, _ in _planned(site))


def undrawn_titles(site: Site) -> str:
    """Return a warning that names the pictures without their title, since no font has its characters; else an empty text."""
    untitled = [uri for uri, picture in pictures(site) if not picture.complete]
    if not untitled:
        return ""
    return (
        "The fonts of the images for shared links lack most characters of some titles. These images show the name of the site "
        f"instead: {', '.join(untitled)}"
    )


def draw(picture: Picture) -> bytes:
    """Draw a picture as a PNG. The same picture gives the same bytes."""
    return draw_data(_data(picture))


def _data(picture: Picture) -> str:
    """Return a picture as JSON for the template."""
    language = picture.language
    code = base_language(language.code)
    data = asdict(picture) | {
        "language": code if code.isascii() and len(code) in {2, 3} else ENGLISH.code,  # as Typst requires
        "rtl": language.direction == "rtl",
    }
    return json.dumps(_breakable(data), ensure_ascii=False, sort_keys=True)


def _breakable(value: Any) -> Any:
    """Return a value in which very long words have places to break."""
    if isinstance(value, str):
        return _LONG_WORD.sub("\\g<0>\u200b", value)
    if isinstance(value, dict):
        return {key: _breakable(item) for key, item in value.items()}
    return [_breakable(item) for item in value] if isinstance(value, (list, tuple)) else value


def draw_data(data: str) -> bytes:
    """Draw a picture that is passed as JSON."""
    picture = compiler().compile(_TEMPLATE, format="png", ppi=72, sys_inputs={"data": data})
    assert isinstance(picture, bytes)  # noqa: S101 - one page, for the type checker
    return _small(picture)


def _small(picture: bytes) -> bytes:
    """Return a picture in the few colours of the template: a quarter of the bytes."""
    from PIL import Image  # noqa: PLC0415 - slow to import, and only new pictures need it

    file = BytesIO()
    colours = (
        Image.open(BytesIO(picture)).convert("RGB").quantize(palette=_palette(), dither=Image.Dither.NONE)
    )
    # Looking for more than runs of one colour takes three times as long, and saves nothing.
    colours.save(file, "PNG", compress_type=zlib.Z_RLE)
    return file.getvalue()


@lru_cache
def _palette() -> "Image":
    """Return an image with the colours of the template, and steps between them and white."""
    from PIL import Image  # noqa: PLC0415 - slow to import, and only new pictures need it

    colours: list[int] = []
    for name, ink in _INK.findall(_TEMPLATE.decode()):
        steps = _STEPS.get(name, 1)
        for step in range(1, steps + 1):
            colours += [255 - (255 - value) * step // steps for value in bytes.fromhex(ink)]
    palette = Image.new("P", (1, 1))
    palette.putpalette(colours)
    return palette


@lru_cache
def compiler() -> "Compiler":
    """Return a compiler that has read its fonts. Fonts of the machine are not used: every machine draws the same bytes."""
    from typst import Compiler  # noqa: PLC0415 - slow to import, and only new pictures need it

    with temporary_folder("briefing-fonts-") as folder:
        for name in _FONTS:
            font = import_module(f"pymupdf_fonts.{name}")  # here, since it unpacks the font
            (folder / f"{font.fontdescriptor['name']}.ttf").write_bytes(font.fontbuffer)
        compiler = Compiler(font_paths=[folder], ignore_system_fonts=True)
        compiler.compile(_EACH_FONT, format="png")  # it reads a font when text needs it
    return compiler
