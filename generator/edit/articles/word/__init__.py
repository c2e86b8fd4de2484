"""Word files (DOCX): mammoth reads the text; the file itself is read to prepare it, and to check that nothing is lost."""

import io
from importlib.metadata import version

import mammoth

from generator.edit.articles.cleaning import cleaning_steps
from generator.edit.articles.converted import Converted
from generator.edit.articles.counts import counted
from generator.edit.articles.transcripts import labels_of, timed
from generator.edit.articles.word.body import Body, lines_of
from generator.edit.articles.word.changes import change_notices
from generator.edit.articles.word.missing import missing_texts
from generator.edit.articles.word.package import Package, damaged, read_package
from generator.edit.articles.word.preparation import Prepared, prepare
from generator.edit.articles.word.properties import details_of
from generator.edit.error import EditError

# Classes are those that `body` looks for. A style map in the file itself is not used: it could leave out paragraphs.
_STYLES = """
p.BriefingDeleted => p.deleted:fresh
p[style-name='Title'] => h1.title:fresh
p[style-name^='toc '] => p.contents:fresh
p[style-name^='TOC '] => p.contents:fresh
p[style-name^='Contents '] => p.contents:fresh
p[style-name='caption'] => p.caption:fresh
p[style-name='Caption'] => p.caption:fresh
br[type='page'] => hr
br[type='column'] => hr
"""
_LONGEST_SAMPLE = 60
_MOST_SAMPLES = 5


def convert(raw: bytes, name: str) -> Converted:
    """Return a Word file as paragraphs. Raise EditError if it is damaged, too large when unpacked, or has no words."""
    package = read_package(raw, name)
    prepared = prepare(package)
    try:
        result = mammoth.convert_to_html(
            io.BytesIO(prepared.file), style_map=_STYLES, include_embedded_style_map=False
        )
    except (ValueError, LookupError, TypeError, AttributeError) as error:
        raise damaged(name, error) from None
    body = lines_of(result.value)
    if not body.lines:
        raise EditError(
            f"cannot read {name}: this Word file has no text. If it shows pictures of pages, make their text with OCR first."
        )
    lines, time_steps = timed(body.lines)
    return Converted(
        "docx",
        lines,
        details_of(package, body.headings),
        (*_steps(body), *time_steps),
        _notices(package, prepared, body, [str(message.message) for message in result.messages]),
        prepared.removed,
        labels=labels_of(lines),
        programs=(f"mammoth {version('mammoth')}",),
    )


def _steps(body: Body) -> tuple[str, ...]:
    """Return what was done to the text."""
    counts = {
        "Marks of footnotes taken out of the text: {}.": body.note_marks,
        "Rows of tables written as lines: {}.": body.rows,
    }
    return (*(text.format(count) for text, count in counts.items() if count), *cleaning_steps(body.texts))


def _notices(package: Package, prepared: Prepared, body: Body, messages: list[str]) -> tuple[str, ...]:
    """Return what an editor must know: tracked changes, what is left out, and what could not be read."""
    notices = [*change_notices(package), *prepared.notices]
    if symbols := sum("w:sym" in message for message in messages):
        notices.append(f"{counted(symbols, 'symbol')} of special fonts could not be read and left out.")
    if body.numbered:
        notices.append(
            f"Word numbers {counted(body.numbered, 'paragraph')} itself. The numbers are not in the text."
        )
    if missing := missing_texts(package, body.texts):
        samples = "; ".join(f"“{text[:_LONGEST_SAMPLE]}”" for text in missing[:_MOST_SAMPLES])
        notices.append(
            f"{counted(len(missing), 'paragraph')} of the file not read completely: {samples}. Add what is missing from the original."
        )
    return tuple(notices)
