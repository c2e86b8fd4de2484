"""A converted file as an editor reads it in a terminal before it is stored: numbered paragraphs, doubts, and what was done."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from rich.cells import cell_len

from generator.content.articles import read_article
from generator.content.model import Corpus, Source, SourceFile, SourceKind
from generator.edit.articles.converted import Converted
from generator.edit.articles.counts import counted
from generator.edit.articles.review import Review
from generator.escape import shown
from generator.speech.names import people
from generator.speech.voices import source_speeches

_MARK = "?"
_MOST_WORDS = 200  # joined words that are listed
_MOST_REMOVED = 20
_NARROWEST = 20  # columns of a paragraph


def as_text(review: Review, width: int) -> str:
    """Return the text with the number of each paragraph, wrapped to `width` columns, and all that an editor must look at."""
    converted = review.converted
    margin = len(str(len(converted.lines))) + 4
    rows = [*_lines(review, range(1, len(converted.lines) + 1), width, margin), ""]
    return "\n".join([*rows, *_about(review)])


def doubtful_lines(review: Review, width: int = 100) -> str:
    """Return the doubtful lines alone, with their numbers and reasons."""
    return "\n".join(_lines(review, review.doubtful, width, len(str(len(review.converted.lines))) + 4))


def ranges(numbers: Iterable[int]) -> str:
    """Return numbers as editors write them: 3,7-9."""
    parts = []
    for _, group in groupby(enumerate(sorted(numbers)), key=lambda pair: pair[1] - pair[0]):
        run = [number for _, number in group]
        parts.append(str(run[0]) if len(run) == 1 else f"{run[0]}-{run[-1]}")
    return ",".join(parts)


def label_lines(converted: Converted, corpus: Corpus, language: str) -> Iterator[str]:
    """Yield each label of a speaker with the speaker of parties.yml whom it names, or “no match”."""
    for label, speaker in label_matches(converted, corpus, language).items():
        yield f"{shown(label)}: {speaker or 'no match in parties.yml'}"


def label_matches(converted: Converted, corpus: Corpus, language: str) -> dict[str, str]:
    """Return the speaker of parties.yml, as PARTY/SPEAKER, whom each label names; empty if it names none for certain."""
    matches = _matches(converted, corpus, language)
    return {label: matches.get(_key(label), "") for label in converted.labels}


def wrapped(text: str, width: int) -> Iterator[str]:
    """Yield a text in lines of at most `width` columns, cut at spaces; a longer word is cut where it must be."""
    line, columns = "", 0
    for word in text.split(" "):
        own = cell_len(word)
        if line and columns + 1 + own <= width:
            line, columns = f"{line} {word}", columns + 1 + own
            continue
        if line:
            yield line
        if own <= width:
            line, columns = word, own
        else:
            *full, line = _cut(word, width)
            yield from full
            columns = cell_len(line)
    yield line


def _cut(word: str, width: int) -> list[str]:
    parts, columns = [""], 0
    for char in word:
        columns += cell_len(char)
        if columns > width:
            parts.append("")
            columns = cell_len(char)
        parts[-1] += char
    return parts


def _lines(review: Review, numbers: Iterable[int], width: int, margin: int) -> Iterator[str]:
    room = max(_NARROWEST, width - margin)
    for number in numbers:
        line = review.converted.lines[number - 1]
        head = f"{number:>{margin - 3}} {_MARK if line.doubts else ' '} "
        for row in wrapped(shown(line.text), room):
            yield f"{head}{row}".rstrip()
            head = " " * margin
        for doubt in line.doubts:
            for row in wrapped(f"[{doubt}]", room):
                yield f"{' ' * margin}{row}"


def _about(review: Review) -> Iterator[str]:
    converted = review.converted
    yield f"{counted(len(converted.lines), 'paragraph')} of {shown(review.incoming.label)} ({converted.format})."
    if review.doubtful:
        yield f"{_MARK} marks {counted(len(review.doubtful), 'doubtful line')}: {ranges(review.doubtful)}."
    for notice in converted.notices:
        yield f"Note: {shown(notice)}"
    for step in converted.steps:
        yield f"Done: {shown(step)}"
    yield from _listed("Removed", converted.removed, _MOST_REMOVED)
    yield from _listed("Words that were parted, to check", converted.joined_words, _MOST_WORDS)


def _listed(head: str, texts: Sequence[str], most: int) -> Iterator[str]:
    if texts:
        more = f", and {len(texts) - most} more" if len(texts) > most else ""
        yield f"{head}: {', '.join(f'“{shown(text)}”' for text in texts[:most])}{more}."


def _matches(converted: Converted, corpus: Corpus, language: str) -> dict[str, str]:
    """Return the speaker, as PARTY/SPEAKER, for each label that names one for certain, as `briefing quotes` would say."""
    article, _ = read_article("new", converted.text.encode(), "new")
    if article is None or not converted.labels:
        return {}
    about = SourceFile(title="new", language=language, kind=SourceKind.TRANSCRIPT)
    by_paragraph = {
        speech.quotations[0].paragraph: speech.person
        for speech in reversed(source_speeches(Source("new", about, article), people(corpus.parties)))
    }
    found: dict[str, str] = {}
    for label in converted.labels:
        for number, line in enumerate(converted.lines, 1):
            person = by_paragraph.get(number) if line.text.startswith(label) else None
            if person and person.speaker:
                found.setdefault(_key(label), f"{person.party}/{person.speaker}")
    return found


def _key(label: str) -> str:
    return label.rstrip(" .:").casefold()
