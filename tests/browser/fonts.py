"""Pinned fonts for the browser tests, so that no result depends on the fonts of a machine.

The fonts come from npm (`tests/npm`). A browser sees only them through a fontconfig file of its own.
"""

from pathlib import Path
from typing import NamedTuple
from xml.sax.saxutils import escape

import pytest

from scripts.npm import package
from tests.building import ROOT

FOLDER = ROOT / "build" / "fonts"


class FontSet(NamedTuple):
    """The fonts of one kind of machine: the npm packages, and the families for each generic name."""

    packages: tuple[str, ...]
    sans: str
    serif: str
    replaces: tuple[str, str] = ("", "")


# From the widest letters to the narrowest.
FONT_SETS = {
    "DejaVu": FontSet(("dejavu-fonts-ttf",), "DejaVu Sans", "DejaVu Serif"),
    "Noto": FontSet(
        ("@expo-google-fonts/noto-sans", "@expo-google-fonts/noto-serif"), "Noto Sans", "Noto Serif"
    ),
    # Liberation Sans and Liberation Serif are made from Arimo and Tinos, and have the same widths.
    "Liberation": FontSet(
        ("@expo-google-fonts/arimo", "@expo-google-fonts/tinos"),
        "Arimo",
        "Tinos",
        replaces=("Arial", "Times New Roman"),
    ),
}
DEFAULT = "DejaVu"
with_every_font_set = pytest.mark.parametrize("chromium", FONT_SETS, indirect=True)


def fontconfig_file(name: str) -> Path:
    """Write the fontconfig file that lists only the fonts of the set `name`; return its path.

    As on most machines, DejaVu has the monospace letters and the symbols that the other fonts lack.
    """
    fonts = FONT_SETS[name]
    packages = dict.fromkeys((*fonts.packages, *FONT_SETS["DejaVu"].packages))
    aliases = {
        "sans-serif": fonts.sans,
        "system-ui": fonts.sans,
        "serif": fonts.serif,
        "monospace": "DejaVu Sans Mono",
    }
    aliases |= {replaced: own for replaced, own in zip(fonts.replaces, fonts[1:3], strict=True) if replaced}
    lines = [
        *(f"<dir>{escape(str(package(npm)))}</dir>" for npm in packages),
        f"<cachedir>{escape(str(FOLDER / 'cache'))}</cachedir>",
        *(
            f'<alias binding="same"><family>{asked}</family><prefer><family>{own}</family></prefer></alias>'
            for asked, own in aliases.items()
        ),
        # Any other name, such as the system-ui of a desktop, means the sans-serif font.
        f'<match><edit name="family" mode="append_last"><string>{fonts.sans}</string></edit></match>',
    ]
    text = "\n".join(['<?xml version="1.0"?>', "<fontconfig>", *lines, "</fontconfig>", ""])
    path = FOLDER / f"{name}.conf"
    if not path.is_file() or path.read_text(encoding="utf-8") != text:
        FOLDER.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return path
