"""Bring the catalogues of the site's words up to date: `python -m scripts.words` after a text was changed.

New texts appear in `generator/languages/*.po` without a translation, texts that are gone leave. A test compares.
"""

from __future__ import annotations

from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

from generator.language import CATALOGUES

ROOT = Path(__file__).resolve().parent.parent
# The rooms that speak to readers; what editors are told on a terminal is English.
METHODS = [
    *((f"{room}.py", "python") for room in ("analysis/**", "site/**", "build/plugin/__init__")),
    ("site/templates/**.jinja", "jinja2"),
    ("site/theme/**.html", "jinja2"),
]
KEYWORDS = {"_": None, "N_": None, "say": None, "ngettext": (1, 2), "count": (1, 2)}


def extracted() -> Catalog:
    """Give every text that the program marks for readers, sorted."""
    found = Catalog(project="Briefing Book", fuzzy=False)
    for _, _, text, _, _ in extract_from_dir(ROOT / "generator", METHODS, keywords=KEYWORDS):
        found.add(text)
    return found


def main() -> None:
    """Rewrite each catalogue."""
    wanted = extracted()
    for path in sorted(CATALOGUES.glob("*.po")):
        with path.open("rb") as file:
            held = read_po(file, locale=path.stem)
        held.update(wanted, no_fuzzy_matching=True)
        held.obsolete.clear()
        with path.open("wb") as file:
            write_po(file, held, sort_output=True, omit_header=True, width=120)  # a header has a clock
        missing = sum(not message.string or not all(message.string) for message in held if message.id)
        print(f"{path.name}: {len(held)} texts, {missing} without a translation")


if __name__ == "__main__":
    main()
