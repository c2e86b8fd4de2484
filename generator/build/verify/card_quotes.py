"""Check the words of a card, and the words of the same sentences around them, against the stored text."""

from collections.abc import Iterator, Sequence

from lxml import html

from generator.build.verify.shown_text import flat, shown, single_spaces

_GAP_SIGN = "…"
_NEARBY = 4  # times as many characters are compared first, since stored text may have more spaces

_Run = list[tuple[bool, str]]  # words in their order: cited or not, and the text


def shows_words_at(
    quoted: html.HtmlElement, text: str, spans: Sequence[tuple[int, int]], *, own_words: bool
) -> bool:
    """Return whether an element shows the words of `text` at `spans`, and around them only what is there in `text`.

    Without other words around them, a party's own words are in quotation marks, and their elements say so: a button copies them with the
    marks, and all others in marks that it adds. Before the first gap, there may be the label of the
    speaker: words at the start of a paragraph of `text`, before the cited ones.
    """
    runs = list(_runs(quoted))
    if sum(is_cited for run in runs for is_cited, _ in run) != len(spans):
        return False
    around = "".join(words for run in runs for is_cited, words in run if not is_cited)
    mark = ("“", "”") if own_words and not any(map(str.isalnum, around)) else ("", "")
    if any((part.get("data-marked") is not None) != bool(mark[0]) for part in quoted.iterchildren("b")):
        return False
    if len(runs) > 1 and not any(is_cited for is_cited, _ in runs[0]) and spans:
        label = "".join(words for _, words in runs.pop(0)).strip()
        if not any(flat(shown(line)).startswith(label) for line in text[: spans[0][0]].splitlines()):
            return False
    left = list(spans)
    return all(_is_stored(run, text, [left.pop(0) for is_cited, _ in run if is_cited], mark) for run in runs)


def _runs(quoted: html.HtmlElement) -> Iterator[_Run]:
    """Yield the words between the notes about gaps. A note begins with an ellipsis."""
    run: _Run = [(False, quoted.text or "")]
    for child in quoted:
        if "bb-gap" in child.classes and child.text_content().startswith(_GAP_SIGN):
            yield run
            run = []
        else:
            run.append((child.tag == "b", child.text_content()))
        run.append((False, child.tail or ""))
    yield run


def _is_stored(run: _Run, text: str, spans: Sequence[tuple[int, int]], mark: tuple[str, str]) -> bool:
    """Return whether `text` has the words of a run at `spans` and around them."""
    passed = 0  # cited words
    for is_cited, words in run:
        if is_cited:
            start, end = spans[passed]
            if flat(words) != flat(mark[0] + shown(text[start:end]) + mark[1]):
                return False
            passed += 1
        elif words.strip():
            previous_end = spans[passed - 1][1] if passed else None
            next_start = spans[passed][0] if passed < len(spans) else None
            if not _is_around(words, text, previous_end, next_start):
                return False
    return True


def _is_around(words: str, text: str, start: int | None, end: int | None) -> bool:
    """Return whether `text` has `words` from `start` to `end`; if one is None, directly before or after the other."""
    words = single_spaces(words)
    if start is not None and end is not None:
        return words == single_spaces(shown(text[start:end]))
    nearby = _NEARBY * len(words)
    if end is not None:
        parts = (text[max(0, end - nearby) : end], text[:end])
        return any(single_spaces(shown(part)).endswith(words.lstrip(" ")) for part in parts)
    parts = (text[start:][:nearby], text[start:])
    return start is not None and any(
        single_spaces(shown(part)).startswith(words.rstrip(" ")) for part in parts
    )
