"""Read what a page of a PDF file prints: its glyphs, the horizontal rules and the pictures, with their places in points."""

import math
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from pdfminer.converter import PDFLayoutAnalyzer
from pdfminer.pdffont import PDFFont, PDFType3Font, PDFUnicodeNotDefined
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage
from pdfminer.utils import apply_matrix_pt, apply_matrix_rect

MOST_GLYPHS_OF_A_PAGE = 150_000
_MOST_GLYPHS = 20_000_000
_MOST_FORMS = 20_000  # drawings that a page may use; a drawing may use others, and so on
_MOST_AT_A_PLACE = 20  # glyphs that are compared
_MOST_PATH_POINTS, _MOST_RULES = 40, 3000
_THICKEST_RULE, _SHORTEST_RULE = 2.5, 15.0
_SLANT = 0.05  # of text that is printed level
_DOUBLE = 0.2  # of the size: a glyph printed twice beside itself to look bold
_SOFT_HYPHEN = "\u00ad"
UNREADABLE = "\ufffd"
_LEVEL, _OTHER = 0, -1
_SMALLEST, _LARGEST = 0.5, 5000.0  # points: nobody can read smaller text
_SUPERIOR_WIDTH = 0.82  # of the widest digit of the font
_SUPERIOR_SIZE, _SUPERIOR_RAISE = 0.6, 0.35  # of the size, for a raised digit that the font draws
_USUAL_DIGIT, _MANY_DIGITS = 0.5, 5  # of the size; digits of a font that the file uses
_MOST_WIDTHS = 5_000


class TooLargeError(Exception):
    """A page prints more than a page of text can."""


class Glyph(NamedTuple):
    """A printed glyph: its characters, left and right end, base line, size, font, and whether a space is before it."""

    text: str
    x0: float
    x1: float
    y: float
    size: float
    font: str
    after_space: bool = False


class Rule(NamedTuple):
    """A horizontal rule, or the upper or lower edge of a box."""

    x0: float
    x1: float
    y: float


@dataclass
class PrintedPage:
    """What a page prints. `picture` is the share of the page that pictures cover, `turned` the text that is not level."""

    number: int
    label: str
    width: float
    height: float
    glyphs: list[Glyph] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)
    picture: float = 0.0
    turned: str = ""
    unreadable: int = 0
    damaged: bool = False


class GlyphReader(PDFLayoutAnalyzer):
    """Collects the glyphs of one page after another from pdfminer's interpreter."""

    def __init__(self, resources: PDFResourceManager) -> None:
        """Begin with no page."""
        super().__init__(resources, laparams=None)
        self.page = PrintedPage(0, "", 0, 0)
        self.forms = 0
        self._glyphs = self._on_page = 0
        self._directions: dict[int, list[Glyph]] = defaultdict(list)
        self._spaced: set[int] = set()
        self._box = (0.0, 0.0, 0.0, 0.0)
        self._digits: dict[PDFFont, float] = {}

    def begin_page(self, page: PDFPage, ctm: Any) -> None:
        """Start with an empty page."""
        super().begin_page(page, ctm)
        self._box = apply_matrix_rect(ctm, page.cropbox)
        self.page = PrintedPage(self.pageno, "", self._box[2] - self._box[0], self._box[3] - self._box[1])
        self.forms = self._on_page = 0
        self._directions.clear()
        self._spaced.clear()

    def end_page(self, page: PDFPage) -> None:  # noqa: ARG002 - pdfminer's method
        """Keep the text that runs in the main direction of the page."""
        self.pageno += 1
        self._stack.clear()
        if not self._directions:
            return
        others = self._directions.pop(_OTHER, [])
        if self._directions:
            main = max(self._directions, key=lambda turn: (len(self._directions[turn]), turn == _LEVEL))
            self.page.glyphs = _without_doubles(self._directions.pop(main))
            if main in {90, 270}:
                self.page.width, self.page.height = self.page.height, self.page.width
                self.page.rules = []
        others += [glyph for glyphs in self._directions.values() for glyph in glyphs]
        self.page.turned = "".join(" " * glyph.after_space + glyph.text for glyph in others).strip()

    def render_char(  # noqa: PLR0917 - the arguments of pdfminer's method
        self,
        matrix: Any,
        font: PDFFont,
        fontsize: float,
        scaling: float,
        rise: float,
        cid: int,
        ncs: Any,  # noqa: ARG002
        graphicstate: Any,  # noqa: ARG002
    ) -> float:
        """Keep a glyph and return how far it moves the pen."""
        try:
            text = font.to_unichr(cid)
        except PDFUnicodeNotDefined:
            text = UNREADABLE
        advance = font.char_width(cid) * fontsize * scaling
        a, b, c, d, _, _ = matrix
        wide, high = math.hypot(a, b), math.hypot(c, d)
        x, y = apply_matrix_pt(matrix, (0, rise))
        if not (math.isfinite(x) and math.isfinite(y)) or not self._is_inside(x, y):
            return advance
        turn = _turn(a, b, wide)
        x, y = x - self._box[0], y - self._box[1]
        text = _readable(text)
        if text.isspace() or not text:
            if text:
                self._spaced.add(turn)
            return advance
        if text == _SOFT_HYPHEN and not advance:
            return advance
        self._count(text)
        if turn == 90:  # noqa: PLR2004 - a quarter of a turn
            x, y = y, self.page.width - x
        elif turn == 270:  # noqa: PLR2004
            x, y = self.page.height - y, x
        size = abs(_font_size(font, fontsize)) * high
        if not _SMALLEST <= size < _LARGEST:
            turn = _OTHER
        if turn == _LEVEL and text.isdecimal() and self._is_superior(font, cid, x, y, size):
            size, y = _SUPERIOR_SIZE * size, y + _SUPERIOR_RAISE * size
        glyph = Glyph(text, x, x + abs(advance) * wide, y, size, _font_name(font), turn in self._spaced)
        self._spaced.discard(turn)
        self._directions[turn].append(glyph)
        return advance

    def _is_superior(self, font: PDFFont, cid: int, x: float, y: float, size: float) -> bool:
        """Return whether a digit is a raised one of its font: narrower than the others, and right behind a word or sentence."""
        before = self._directions[_LEVEL][-2:]
        if not before or _LEVEL in self._spaced or abs(before[-1].x1 - x) > 0.1 * size:
            return False
        if font not in self._digits:
            self._digits[font] = _widest_digit(font)
        if font.char_width(cid) > _SUPERIOR_WIDTH * self._digits[font]:
            return False
        last = before[-1]
        if last.text.isdecimal():
            return last.y > y and last.size < size
        ends_number = last.text in ".,:" and before[0].text.isdecimal() and before[0] is not last
        return not ends_number and (last.text.isalpha() or last.text in ".,;:!?)]’”“»\"'…%")

    def paint_path(self, gstate: Any, stroke: bool, fill: bool, evenodd: bool, path: Sequence[Any]) -> None:  # noqa: ARG002, FBT001
        """Keep level rules and the level edges of boxes; other drawings are not text."""
        if len(path) > _MOST_PATH_POINTS or len(self.page.rules) > _MOST_RULES:
            return
        points = [apply_matrix_pt(self.ctm, step[-2:]) for step in path if len(step) > 2]  # noqa: PLR2004
        if not points:
            return
        (x0, x1), (y0, y1) = ((min(axis), max(axis)) for axis in zip(*points, strict=True))
        if x1 - x0 < _SHORTEST_RULE:
            return
        left, low = self._box[:2]
        if y1 - y0 <= _THICKEST_RULE:
            self.page.rules.append(Rule(x0 - left, x1 - left, (y0 + y1) / 2 - low))
        elif stroke and len(points) <= 5:  # noqa: PLR2004 - the corners of a box
            self.page.rules += [Rule(x0 - left, x1 - left, y - low) for y in (y0, y1)]

    def render_image(self, name: str, stream: Any) -> None:  # noqa: ARG002
        """Add the part of the page that a picture covers."""
        area = abs(self.cur_item.width * self.cur_item.height)
        self.page.picture += area / max(self.page.width * self.page.height, 1)

    def _is_inside(self, x: float, y: float) -> bool:
        x0, y0, x1, y1 = self._box
        return x0 - 1 <= x <= x1 + 1 and y0 - 1 <= y <= y1 + 1

    def _count(self, text: str) -> None:
        self._glyphs += 1
        self.page.unreadable += text == UNREADABLE
        self._on_page += 1
        if self._on_page > MOST_GLYPHS_OF_A_PAGE or self._glyphs > _MOST_GLYPHS:
            raise TooLargeError


class BoundedInterpreter(PDFPageInterpreter):
    """Interprets pages, but no drawings within drawings without an end."""

    def do_Do(self, xobjid_arg: Any) -> None:  # noqa: N802 - the name of the operator
        """Draw a picture or a drawing unless the page has used too many."""
        device = self.device
        if isinstance(device, GlyphReader):
            device.forms += 1
            if device.forms > _MOST_FORMS:
                raise TooLargeError
        super().do_Do(xobjid_arg)


def _font_name(font: PDFFont) -> str:
    name: str | bytes | None = font.fontname
    return name.decode("latin-1") if isinstance(name, bytes) else name or ""


def _widest_digit(font: PDFFont) -> float:
    """Return the width of the widest digit of a font that the file uses, or that of usual digits if it uses few."""
    widths: dict[str, float] = {}
    for cid in list(font.widths)[:_MOST_WIDTHS]:
        try:
            if isinstance(cid, int) and (text := font.to_unichr(cid)).isdecimal():
                widths[text] = max(widths.get(text, 0.0), font.char_width(cid))
        except (PDFUnicodeNotDefined, TypeError, ValueError):
            continue
    return max(widths.values()) if len(widths) >= _MANY_DIGITS else _USUAL_DIGIT


def _turn(a: float, b: float, wide: float) -> int:
    """Return the direction of text in degrees: 0, 90, 180 or 270, or -1 for any other."""
    if abs(b) <= _SLANT * wide:
        return _LEVEL if a > 0 else 180
    if abs(a) <= _SLANT * wide:
        return 90 if b > 0 else 270
    return _OTHER


def _font_size(font: PDFFont, fontsize: float) -> float:
    if isinstance(font, PDFType3Font):
        height = (font.bbox[3] - font.bbox[1]) * abs(font.vscale)
        return fontsize * height if height else fontsize
    return fontsize


def _readable(text: str) -> str:
    """Return the text of a glyph without control characters, or the sign for an unreadable one."""
    if text.isprintable() or text.isspace() or text in {"\u00ad", "\u200b", "\u200c", "\u200d", "\ufeff"}:
        return text
    kept = "".join(
        char for char in text if char.isprintable() or char == "\u00ad" or "\ue000" <= char <= "\uf8ff"
    )
    return kept or UNREADABLE


def _without_doubles(glyphs: list[Glyph]) -> list[Glyph]:
    """Return the glyphs without those printed once more at almost the same place, to look bold or to throw a shadow."""
    seen: dict[tuple[str, int, int], list[Glyph]] = defaultdict(list)
    kept = []
    for glyph in glyphs:
        column, row = int(glyph.x0 // 2), int(glyph.y // 2)
        reach = _DOUBLE * min(glyph.size, 10)
        if any(
            abs(other.x0 - glyph.x0) < reach and abs(other.y - glyph.y) < reach
            for place in (column - 1, column, column + 1)
            for near in (row - 1, row, row + 1)
            for other in seen.get((glyph.text, place, near), ())
        ):
            continue
        if len(place_list := seen[glyph.text, column, row]) < _MOST_AT_A_PLACE:
            place_list.append(glyph)
        kept.append(glyph)
    return kept
