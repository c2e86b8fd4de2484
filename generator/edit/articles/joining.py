"""Join lines that were parted, such as a paragraph that goes on behind a picture. No character of a line is changed."""

from collections.abc import Collection
from dataclasses import replace

from generator.edit.articles.converted import Line
from generator.edit.articles.review import Review


def with_joined(
    review: Review, struck: Collection[int], joined: Collection[int]
) -> tuple[Review, frozenset[int]]:
    """Return a review in which each line of `joined` is part of the kept line before it, and the numbers of `struck` there.

    A space stands between two joined lines. The steps say how many lines were joined. The numbers are those of the review.
    """
    lines: list[Line] = []
    left_out: set[int] = set()
    before = -1  # the index of the kept line before
    for number, line in enumerate(review.converted.lines, 1):
        if number in joined and number not in struck and before >= 0:
            lines[before] = _join(lines[before], line)
            continue
        lines.append(line)
        if number in struck:
            left_out.add(len(lines))
        else:
            before = len(lines) - 1
    count = len(review.converted.lines) - len(lines)
    if not count:
        return review, frozenset(struck)
    step = f"An editor joined paragraphs with the one before them: {count}."
    converted = replace(review.converted, lines=tuple(lines), steps=(*review.converted.steps, step))
    return replace(review, converted=converted), frozenset(left_out)


def _join(first: Line, second: Line) -> Line:
    pages = [page for page in (first.page, second.page) if page]
    ends = [pages[0].partition("–")[0], pages[-1].rpartition("–")[2]] if pages else []
    return replace(
        first,
        text=f"{first.text} {second.text}",
        doubts=(*first.doubts, *(doubt for doubt in second.doubts if doubt not in first.doubts)),
        page="–".join(dict.fromkeys(ends)),
        time=first.time or second.time,
    )
