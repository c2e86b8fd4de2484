"""What is known of a stored source and its original, and what a new conversion of the original would change."""

import difflib
from collections.abc import Iterator
from pathlib import Path

from generator.content.files import ORIGINALS
from generator.content.model import Original, Source
from generator.content.originals import file_hash, originals_of
from generator.edit.articles.converted import Line
from generator.edit.articles.counts import counted
from generator.edit.articles.formats import takes_encoding
from generator.edit.articles.incoming import read_incoming
from generator.edit.articles.review import review_file, shortened
from generator.edit.error import EditError
from generator.escape import shown

_SHOWN = 100  # characters of a text in a list


def about(root: Path, source: Source) -> str:
    """Return what is known of a source of the project at `root`: its details, its original, the steps and the struck lines."""
    return "\n".join(_facts(root, source))


def changes(root: Path, source: Source) -> str:
    """Return what a new conversion of the original would change, paragraph by paragraph; empty if nothing.

    The lines that were struck are left out again. Raise EditError if there is no original, or it is another file.
    """
    original = source.about.original
    if original is None:
        raise EditError(f"The text of “{source.id}” was stored as it is: there is no other file to convert.")
    incoming = read_incoming(_original_file(root, source, original))
    encoding = original.encoding or ""
    review = review_file(incoming, encoding if takes_encoding(incoming.raw, incoming.name) else "")
    new = [line.text for line in _without(review.converted.lines, original.struck)]
    old = [source.article.text[part.start : part.end] for part in source.article.paragraphs]
    return "\n".join(_difference(old, new))


def _original_file(root: Path, source: Source, original: Original) -> Path:
    paths = originals_of(root, source.id)
    if not paths:
        raise EditError(
            f"The original of “{source.id}” is not here. Put the file with the hash {original.sha256} into {ORIGINALS}/, "
            f"with the name {source.id} and its ending."
        )
    for path in paths:
        if _hash(root / path) == original.sha256:
            return root / path
    raise EditError(
        f"{paths[0]} is not the file that the text of “{source.id}” was made from: its hash is another one."
    )


def _hash(path: Path) -> str:
    try:
        return file_hash(path)
    except OSError as error:
        raise EditError(f"{path} cannot be read: {error.strerror}.") from None


def _facts(root: Path, source: Source) -> Iterator[str]:
    details = source.about
    yield f"{source.id}: {shown(details.title)}"
    facts = {
        "kind": details.kind.value,
        "publisher": details.publisher,
        "byline": details.byline,
        "published": details.published,
        "retrieved": details.retrieved,
        "url": details.url,
        "language": details.language,
        "rights": details.rights,
    }
    for key, value in facts.items():
        yield f"  {key}: {shown(str(value)) if value else 'not known'}"
    states = {None: "not recorded", source.article.sha256: "as recorded"}
    state = states.get(details.sha256, "changed since it was recorded")
    yield f"Text: {counted(len(source.article.paragraphs), 'paragraph')}, hash {state}."
    yield from _facts_of_original(root, source, details.original)


def _facts_of_original(root: Path, source: Source, original: Original | None) -> Iterator[str]:
    if original is None:
        yield "Original: none. The text was stored as it is."
        return
    name = f" “{shown(original.name)}”" if original.name else ""
    encoding = f", {shown(original.encoding)}" if original.encoding else ""
    yield f"Original: {original.format.value}{name}{encoding}, converted by {shown(original.converted_by)}."
    paths = originals_of(root, source.id)
    for path in paths:
        same = _hash(root / path) == original.sha256
        yield f"  {path}: {'the recorded file' if same else 'another file: its hash is not the recorded one'}"
    if not paths:
        yield f"  not in {ORIGINALS}/; its hash is {original.sha256}"
    for head, texts in (("Steps", original.steps), ("Left out", original.struck)):
        if texts:
            yield f"{head}:"
            yield from (f"  {_cut(shown(text))}" for text in texts)


def _without(lines: tuple[Line, ...], struck: tuple[str, ...]) -> list[Line]:
    """Return the lines without those that were struck, each once, in their order."""
    left, kept = list(struck), []
    for line in lines:
        if (short := shortened(line.text)) in left:
            left.remove(short)
        else:
            kept.append(line)
    return kept


def _difference(old: list[str], new: list[str]) -> Iterator[str]:
    for operation, first, last, begin, end in difflib.SequenceMatcher(
        None, old, new, autojunk=False
    ).get_opcodes():
        if operation == "equal":
            continue
        yield f"Paragraph {first + 1}:"
        yield from (f"- {shown(text)}" for text in old[first:last])
        yield from (f"+ {shown(text)}" for text in new[begin:end])


def _cut(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1].rstrip()}…"
