"""The files in docs/, which are published beside the pages of briefings: the same rules hold for them as for the content."""

from pathlib import Path

from generator.content import rules
from generator.content.decode import decode_utf8
from generator.content.files import read, walk
from generator.content.paths import split_unsafe_names
from generator.diagnostics import Diagnostic
from generator.location import Location

FOLDER = "docs"
_PAGES = (".md", ".markdown", ".mdown", ".mkdn", ".mkd")  # as MkDocs has it


def docs_errors(root: Path) -> tuple[Diagnostic, ...]:
    """Return an error for each file in docs/ that is not safe to publish, such as a link, or that cannot be read."""
    folder = root / FOLDER
    if not (root / "mkdocs.yml").exists():  # the content can be checked without a site
        return ()
    if not folder.is_symlink() and not folder.is_dir():
        message = f"there is no folder {FOLDER}/ for pages of your own"
        hint = "Make it. It may hold a README.md alone, so that git keeps it: that file is not published."
        return (rules.NO_FOLDER.at(Location(FOLDER), message, hint),)
    errors, names = [], {}
    for name, found in walk(folder, FOLDER, is_backup):
        if isinstance(found, Diagnostic):
            errors.append(found)
            continue
        names[name] = b""
        if name.endswith(_PAGES):
            content = read(root / name, name, found)
            text = decode_utf8(name, content, rules.TEXT_NOT_UTF8) if isinstance(content, bytes) else content
            if isinstance(text, Diagnostic):
                errors.append(text)
    return (*errors, *split_unsafe_names(names)[1])


def is_backup(name: str) -> bool:
    """Return whether a file is what an editor's program writes beside a file; hidden files may be published, such as .well-known."""
    return name.startswith((".#", "#")) or name.endswith("~")
