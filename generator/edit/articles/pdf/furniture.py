"""Heads, feet and numbers of pages: lines at the edges of pages that say the same on several of them, at the same height."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from generator.edit.articles.cleaning import clean
from generator.edit.articles.pdf.lines import Segment

_REACH = 0.16  # of the height of the page
_FEWEST_NUMBERED = 6  # lines of a page with numbers beside them
_MOST_AT_EDGE = 60  # lines at each edge of a page
_MOST_ROWS = 4  # at each edge of a page
_SAME_HEIGHT = 3.0  # points
_LINE_DISTANCE = 1.4  # of the size, between two lines of a paragraph
_WIDEST_GAP = 3  # pages between two with the same head
_CERTAIN = 3  # pages with the same line
_SHORT_FILE = 5  # pages: in such a file, two with the same line are enough
_SHORTEST = 3  # letters of a line that is compared
_ROMAN = r"[ivxlc]{1,7}|[IVXLC]{1,7}"
_SIGNS = r"[\s\[\]()|•·.~–—-]{0,6}"
_NUMBER_LINE = re.compile(
    rf"{_SIGNS}(?:(?:page|seite|side|sida|página|pagina|стр\.|p\.|s\.)\s*)?(?P<number>\d{{1,5}}|{_ROMAN})"
    rf"(?:\s*(?:/|\||of|von|de|sur|di|van|aus|из)\s*\d{{1,5}})?{_SIGNS}$",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"\d+")
_END_NUMBER = re.compile(r"^(\d{1,5})\b|\b(\d{1,5})$")
_PRINT_TIME = re.compile(
    r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4},?\s+(?:um\s+)?\d{1,2}[:.]\d{2}(?::\d{2})?(?:\s?[AaPp]\.?[Mm]\.?)?"
)
_ADDRESS = re.compile(r"(?:https?|file)://\S+")
_TOP, _FOOT = "top", "foot"


@dataclass
class Furniture:
    """The lines that are certainly heads, feet or numbers of pages, those that may be, and the numbers printed on pages."""

    certain: set[int] = field(default_factory=set)
    doubtful: set[int] = field(default_factory=set)
    numbers: dict[int, str] = field(default_factory=dict)
    url: str = ""


def find_furniture(pages: Sequence[Sequence[Segment]], heights: Sequence[float]) -> Furniture:
    """Return the furniture of pages, whose lines come in any order. Lines are named by `id`."""
    found = Furniture()
    edges = [list(_edge_lines(lines, height)) for lines, height in zip(pages, heights, strict=True)]
    _find_numbers(edges, found)
    _find_browser_lines(edges, found)
    _find_repeated(edges, found)
    for lines, page in zip(edges, pages, strict=True):
        _release_text(list(lines), page, found)
    _find_at_same_height(edges, found)
    return found


def _edge_lines(lines: Sequence[Segment], height: float) -> Iterator[tuple[str, Segment]]:
    """Yield the lines near the upper and lower edge of a page, a few rows of each."""
    for edge in (_TOP, _FOOT):
        near = [
            line
            for line in lines
            if (line.y > height * (1 - _REACH) if edge == _TOP else line.y < height * _REACH)
        ]
        rows = sorted({round(line.y) for line in near}, reverse=edge == _TOP)[:_MOST_ROWS]
        if not near and lines:
            outermost = (max if edge == _TOP else min)(lines, key=lambda line: line.y)
            near, rows = [outermost], [round(outermost.y)]
        lines_of_rows = [line for line in near if round(line.y) in rows]
        yield from ((edge, line) for line in lines_of_rows[:_MOST_AT_EDGE])


def _find_numbers(edges: Sequence[Iterable[tuple[str, Segment]]], found: Furniture) -> None:
    """Find the numbers of pages: alone in a line, at the distance from the number in the file that most pages have."""
    numbers: list[tuple[int, int, str, Segment]] = []
    for index, lines in enumerate(edges):
        matches = [(line, match) for _, line in lines if (match := _NUMBER_LINE.match(line.text))]
        in_row = Counter(round(line.y) for line, match in matches if match["number"].isdigit())
        for line, match in matches:
            # Several numbers beside each other are the row of a table.
            if in_row[round(line.y)] <= 1 and (value := _value(match["number"])):
                numbers.append((index, value, match["number"], line))
    distances = Counter((value - index, text.isdigit()) for index, value, text, _ in numbers)
    for index, value, text, line in numbers:
        count = distances[value - index, text.isdigit()]
        alone = len(edges) == 1 and value == 1 and text.isdigit()
        if count > 1 or alone or value - index == 1:
            found.certain.add(id(line))
            found.numbers[index] = text


def _find_browser_lines(edges: Sequence[Iterable[tuple[str, Segment]]], found: Furniture) -> None:
    """Find what browsers print around a page: the time and the title above, the address and the number below."""
    for lines in edges:
        times = [line for edge, line in lines if edge == _TOP and _PRINT_TIME.fullmatch(line.text)]
        addresses = [line for edge, line in lines if edge == _FOOT and _ADDRESS.fullmatch(clean(line.text))]
        if not times or not addresses:
            continue
        heads = [line for edge, line in lines if edge == _TOP and abs(line.y - times[0].y) <= 1]
        found.certain.update(map(id, (*heads, *addresses)))
        found.url = found.url or next((clean(a.text) for a in addresses if a.text.startswith("http")), "")


def _find_repeated(edges: Sequence[Iterable[tuple[str, Segment]]], found: Furniture) -> None:
    """Find lines that say the same on several pages at the same height, but for their numbers."""
    places: dict[tuple[str, str, int], list[tuple[int, Segment]]] = defaultdict(list)
    for index, lines in enumerate(edges):
        for edge, line in lines:
            if id(line) not in found.certain:
                words = sum(map(str.isalpha, line.text)) >= _SHORTEST
                text = _DIGITS.sub("#", line.text).casefold() if words else line.text
                places[edge, text, round(line.y / _SAME_HEIGHT)].append((index, line))
    needed = 2 if len(edges) <= _SHORT_FILE else _CERTAIN
    for repeated in places.values():
        for run in _runs(repeated):
            if len({index for index, _ in run}) >= needed and not _has_own_numbers(run):
                for index, line in run:
                    found.certain.add(id(line))
                    _keep_number(found, index, line.text)


def _has_own_numbers(run: Sequence[tuple[int, Segment]]) -> bool:
    """Return whether lines have numbers that change from page to page, other than one that counts the pages.

    Footnotes such as “3 See the minutes, volume 2, page 101.” are like that, and heads and feet are not.
    """
    pages = [index for index, _ in run]
    counts = set()
    for values in zip(*(map(int, _DIGITS.findall(line.text)) for _, line in run), strict=True):
        distances = {value - index for value, index in zip(values, pages, strict=True)}
        changes = sum(before != after for before, after in pairwise(values))
        if len(distances) == 1:
            counts |= distances
        elif changes * 2 > len(run) - 1:
            return True
    return len(counts) > 1


def _runs(lines: Sequence[tuple[int, Segment]]) -> Iterator[list[tuple[int, Segment]]]:
    """Yield lines by the runs of neighbouring pages on which they stand: a line that comes back far on is no head."""
    run: list[tuple[int, Segment]] = []
    for index, line in lines:
        if run and index - run[-1][0] > _WIDEST_GAP:
            yield run
            run = []
        run.append((index, line))
    yield run


def _release_text(edges: Sequence[tuple[str, Segment]], page: Sequence[Segment], found: Furniture) -> None:
    """Take back lines that continue the text of a page: set like it, at the distance of lines of a paragraph."""
    for edge in (_TOP, _FOOT):
        inward = sorted((s for e, s in edges if e == edge), key=lambda s: s.y, reverse=edge == _FOOT)
        for segment in inward:
            if id(segment) not in found.certain or _NUMBER_LINE.match(segment.text):
                continue
            if any(_continues(segment, other, edge) for other in page if id(other) not in found.certain):
                found.certain.discard(id(segment))


def _continues(segment: Segment, other: Segment, edge: str) -> bool:
    """Return whether another line follows one inward at the distance of lines of a paragraph, in the same type."""
    distance = segment.y - other.y if edge == _TOP else other.y - segment.y
    near = 0.8 * segment.size < distance < _LINE_DISTANCE * segment.size
    return near and abs(other.size - segment.size) < 0.3 and other.x0 < segment.x1 and other.x1 > segment.x0  # noqa: PLR2004


def _keep_number(found: Furniture, index: int, text: str) -> None:
    match = _END_NUMBER.search(text)
    if match and index not in found.numbers:
        number = match[1] or match[2]
        if int(number) <= index + 2000:
            found.numbers[index] = number


def _find_at_same_height(edges: Sequence[Iterable[tuple[str, Segment]]], found: Furniture) -> None:
    """Find lines that stand where other pages have their heads or feet, in the same size, but say something else."""
    places: Counter[tuple[str, int, float]] = Counter()
    for lines in edges:
        places.update(
            {(edge, round(line.y), round(line.size, 1)) for edge, line in lines if id(line) in found.certain}
        )
    for lines in edges:
        rows = [(edge, line) for edge, line in lines if id(line) not in found.certain]
        for edge, line in rows:
            near = sum(places[edge, round(line.y) + step, round(line.size, 1)] for step in (-1, 0, 1))
            outermost = all(
                other.y <= line.y + 1 if edge == _TOP else other.y >= line.y - 1
                for other_edge, other in rows
                if other_edge == edge
            )
            if near >= 2 and outermost and not _is_prose(line):  # noqa: PLR2004 - on two other pages
                found.doubtful.add(id(line))


def _is_prose(line: Segment) -> bool:
    """Return whether a line is as long as those of a paragraph."""
    return len(line.text) > 60 and line.text[-1:].isalpha()  # noqa: PLR2004


def _value(number: str) -> int:
    """Return the value of a page number in Arabic or Roman digits, or 0 if it is neither."""
    if number.isdigit():
        return int(number)
    values = [{"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}[char] for char in number.lower()]
    total = sum(-value if value < max(values[index:]) else value for index, value in enumerate(values))
    return max(0, total)


def printed_numbers(found: Furniture, pages: int) -> list[str]:
    """Return the printed number of each page if the numbers are consistent, with those of pages without one; else nothing."""
    distances = Counter(_value(text) - index for index, text in found.numbers.items() if text.isdigit())
    if not distances:
        return []
    distance, count = distances.most_common(1)[0]
    arabic = sum(text.isdigit() for text in found.numbers.values())
    if count < max(2, 0.8 * arabic) and pages > 1:
        return []
    numbers = []
    for index in range(pages):
        roman = found.numbers.get(index, "")
        numbers.append(
            roman if roman and not roman.isdigit() else str(index + distance) if index + distance > 0 else ""
        )
    return numbers


def few_line_numbers(segments: Sequence[Segment], ends: tuple[float, float]) -> set[int]:
    """Return the numbers of the lines of a short page, which stand between the `ends` of those of the page before."""
    left, right = ends
    column = sorted(
        (s for s in segments if s.text.isdecimal() and s.x0 >= left - 1 and s.x1 <= right + 1),
        key=lambda s: -s.y,
    )
    values = [int(s.text) for s in column]
    starts_anew = bool(values) and values == list(range(1, len(values) + 1))
    return {id(s) for s in column} if starts_anew else set()


def line_numbers(segments: Sequence[Segment]) -> set[int]:
    """Return the numbers of the lines of a page, which records and bills print beside them, by their `id`."""
    numbers = [s for s in segments if s.text.isdecimal() and len(s.text) <= 3]  # noqa: PLR2004
    words = sorted(s.x0 for s in segments if not s.text.isdecimal())
    if len(numbers) < _FEWEST_NUMBERED or not words:
        return set()
    left = words[len(words) // 10]
    right = max(s.x1 for s in segments if not s.text.isdecimal())
    for column in ([s for s in numbers if s.x1 <= left], [s for s in numbers if s.x0 >= right]):
        column.sort(key=lambda s: -s.y)
        values = [int(s.text) for s in column]
        steps = Counter(after - value for value, after in pairwise(values))
        step, count = steps.most_common(1)[0] if steps else (0, 0)
        if step in {1, 5} and count >= max(_FEWEST_NUMBERED - 1, len(values) - 3):
            return {id(s) for s in column}
    return set()
