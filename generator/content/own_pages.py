"""The files in docs/, which are published beside the pages of briefings: the same rules hold for them as for the content."""

import re
from pathlib import Path

from generator.content import rules
from generator.content.decode import decode_utf8
from generator.content.files import read, walk
from generator.content.paths import split_unsafe_names
from generator.diagnostics import Diagnostic
from generator.location import Location

FOLDER = "docs"
_LARGEST = 500_000  # characters of a page: a book has as many
_MOST_IN_SETTINGS = 200
# Markdown and YAML take time that grows with the square of these, between two empty lines.
_MOST_OF = {"\n": 4_000, "[": 3_000, "<": 10_000, "<!": 400}
_BLOCK = re.compile(r"\S(?:.|\n(?![ \t]*\n))*")
_FRONT_MATTER = re.compile(r"---[ \t]*\n(?:.*\n)*?(?:---|\.\.\.)[ \t]*\n")
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
            error = text if isinstance(text, Diagnostic) else _heavy(name, text)
            if error is not None:
                errors.append(error)
    return (*errors, *split_unsafe_names(names)[1])


def _heavy(name: str, text: str) -> Diagnostic | None:
    """Return an error if Markdown could take minutes for a page, or end the program; else None."""
    if len(text) > _LARGEST:
        message = f"this page has {len(text):,} characters; {_LARGEST:,} are allowed"
        return rules.HEAVY_PAGE.at(Location(name), message, "Divide it into several pages.")
    if (settings := _FRONT_MATTER.match(text)) and sum(map(settings[0].count, "[{&*")) > _MOST_IN_SETTINGS:
        message = f"the settings at the beginning of this page have more than {_MOST_IN_SETTINGS} brackets and other signs"
        return rules.HEAVY_PAGE.at(Location(name), message, "Write only settings such as title: there.")
    for block in _BLOCK.finditer(text):
        for sign, most in _MOST_OF.items():
            if block[0].count(sign) > most:
                what = "lines" if sign == "\n" else f"times “{sign}”"
                location = Location(name, text.count("\n", 0, block.start()) + 1)
                message = f"more than {most:,} {what} follow here without an empty line"
                return rules.HEAVY_PAGE.at(
                    location, message, "Divide this part by empty lines, or into several pages."
                )
    return None


def is_backup(name: str) -> bool:
    """Return whether a file is what an editor's program writes beside a file; hidden files may be published, such as .well-known."""
    return name.startswith((".#", "#")) or name.endswith("~")
