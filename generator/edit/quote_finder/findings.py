"""What came of a search, as text for a terminal, as YAML to paste, and as JSON for other programs."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from generator.edit.quote_finder.find import Found, Hit
from generator.escape import shown
from generator.evidence.hint_text import differences

_REACH = 240  # characters of the sentence on each side of the words
_LONGEST = 200  # characters that are shown of what was given
_NEAR = "The nearest there are, NOT the words that were asked for:"


def as_text(found: Found) -> str:
    """Tell each place, in its sentence, with the evidence to paste."""
    parts = ["\n".join(_place(hit)) + "\n" for hit in found.hits]
    if found.nearest:
        parts = [f"{count(found)}\n{_NEAR}\n"]
        parts += ["\n".join(_place(hit, found.query.text)) + "\n" for hit in found.nearest]
        return "\n".join(parts).rstrip()
    return "\n".join([*parts, count(found)])


def as_yaml(found: Found) -> str:
    """Write the evidence blocks, each below a comment; what is only near is a comment as a whole."""
    blocks = [
        f"{_comment(_facts(hit))}\n{hit.block}" if hit.block else _comment(_facts(hit)) for hit in found.hits
    ]
    blocks += [_comment(_NEAR)] * bool(found.nearest)
    blocks += [
        _comment([*_facts(hit, found.query.text), *(hit.block or "").split("\n")]) for hit in found.nearest
    ]
    listed = [] if any(hit.block for hit in found.hits) else ["[]"]
    return "\n\n".join([_comment(count(found)), *blocks, *listed])


def as_json(found: Found) -> str:
    """Write the places as data; offsets are in code points of the stored text."""
    data = {
        "query": found.query.text,
        "found": found.total,
        "places": [_data(hit) for hit in found.hits],
        "nearest": [_data(hit) for hit in found.nearest],
    }
    return json.dumps(data, indent=2)  # in ASCII: no character does harm to a terminal


def count(found: Found) -> str:
    """Say how many places there are, in one sentence."""
    texts = f"{found.texts:,} stored text{'' if found.texts == 1 else 's'}"
    if not found.total:
        rest = "" if found.nearest else ", nor is anything like them"
        where = "the stored text" if found.texts == 1 else f"any of the {texts}"
        text = shown(found.query.text)
        return f"These words are not in {where}{rest}: {text if len(text) <= _LONGEST else f'{text[:_LONGEST].rstrip()} …'}"
    places = f"{found.total:,} place{'' if found.total == 1 else 's'} in {texts}."
    if found.total > len(found.hits):
        return f"{places} The first {len(found.hits)} are shown: give more words, or --source."
    return places


def _place(hit: Hit, asked: str = "") -> Iterator[str]:
    """Tell one place; of one that is only near, the differences from what was `asked`."""
    first, *rest = _facts(hit, asked)
    yield first
    yield from (f"  {line}" for line in rest)
    if hit.block:
        yield from hit.block.split("\n")


def _facts(hit: Hit, asked: str = "") -> Iterator[str]:
    yield f"{hit.article.id}, paragraph {hit.paragraph}"
    if asked:
        mine, theirs = differences(asked, " ".join(hit.words))
        yield f"Asked for:  {shown(mine)}"
        yield f"The source: {shown(theirs)}"
    yield shown(sentence(hit))
    if hit.widened:
        yield "The words that were given end in the middle of a word: here are the whole words."
    if hit.used:
        yield f"Used in {', '.join(hit.used)}"
    if hit.block is None:
        yield "No evidence can be made of this place: its words cannot be told apart from others. Give more of them."


def sentence(hit: Hit) -> str:
    """Show the sentence or sentences around the words, and these in [brackets], in one line; long ones are cut."""
    text, first, last = hit.article.text, hit.spans[0], hit.spans[-1]
    spans = [span for span in _sentences(hit) if span[1] > first.start and span[0] < last.end]
    start, end = min(spans[0][0], first.start), max(spans[-1][1], last.end)
    near_start, near_end = max(start, first.start - _REACH), min(end, last.end + _REACH)
    parts, at = ["…" if near_start > start else ""], near_start
    for span in hit.spans:
        parts += [text[at : span.start], "[", text[span.start : span.end], "]"]
        at = span.end
    return " ".join("".join([*parts, text[at:near_end], "…" if near_end < end else ""]).split())


def _sentences(hit: Hit) -> list[tuple[int, int]]:
    """Give the spans of all sentences of the paragraphs in which the words stand."""
    article, last = hit.article, hit.article.paragraph_at(hit.spans[-1].start).number
    return [span for one in article.paragraphs[hit.paragraph - 1 : last] for span in article.sentences(one)]


def _data(hit: Hit) -> Mapping[str, Any]:
    return {
        "source": hit.article.id,
        "paragraph": hit.paragraph,
        "words": list(hit.words),
        "spans": [list(span) for span in hit.spans],
        "sentence": sentence(hit),
        "widened": hit.widened,
        "used": list(hit.used),
        "evidence": hit.block,
    }


def _comment(lines: Iterator[str] | list[str] | str) -> str:
    told = [lines] if isinstance(lines, str) else lines
    return "\n".join(f"# {line}".rstrip() for line in told)


FORMATS: Mapping[str, Callable[[Found], str]] = {"text": as_text, "yaml": as_yaml, "json": as_json}
