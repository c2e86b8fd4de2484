"""Update the catalogues of translations: run `python -m scripts.words` after you change a text.

New texts appear in `generator/languages/*.po` without a translation; texts that no longer exist are deleted. A test
compares the catalogues with the program.
"""

from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

from generator.language import CATALOGUES
from generator.site.pages.labels import LABELS

ROOT = Path(__file__).resolve().parent.parent
# The packages that print words on pages. Messages for editors of files are in English only.
METHODS = [
    *(
        (f"{path}.py", "python")
        for path in (
            "analysis/**",
            "content/model/positions",
            "site/**",
            "build/plugin/__init__",
            "desk/**",
            "edit/articles/converted",
        )
    ),
    ("site/templates/**.jinja", "jinja2"),
    ("desk/templates/**.jinja", "jinja2"),
    ("site/theme/**.html", "jinja2"),
]
KEYWORDS = {"_": None, "N_": None, "say": None, "ngettext": (1, 2), "count": (1, 2)}


def extracted() -> Catalog:
    """Return every text that the program marks for translation."""
    found = Catalog(project="Briefing Book", fuzzy=False)
    for _, _, text, _, _ in extract_from_dir(ROOT / "generator", METHODS, keywords=KEYWORDS):
        found.add(text)
    for table in vars(LABELS).values():
        for text in table.values():
            found.add(text)
    return found


def main() -> None:
    """Rewrite each catalogue."""
    texts = extracted()
    for path in sorted(CATALOGUES.glob("*.po")):
        with path.open("rb") as file:
            catalogue = read_po(file, locale=path.stem)
        catalogue.update(texts, no_fuzzy_matching=True)
        catalogue.obsolete.clear()
        with path.open("wb") as file:
            write_po(file, catalogue, sort_output=True, omit_header=True, width=120)  # a header has a clock
        missing = sum(not message.string or not all(message.string) for message in catalogue if message.id)
        print(f"{path.name}: {len(catalogue)} texts, {missing} without a translation")


if __name__ == "__main__":
    main()
