"""All importers are in one tuple."""

import re
from pathlib import Path

from generator.edit import articles
from generator.edit.articles.formats import IMPORTERS

FOLDER = Path(articles.__file__).parent
_CONVERT = re.compile(r"^def convert\(raw: bytes, name: str[^)]*\) -> Converted:", re.MULTILINE)


def test_each_module_that_converts_files_is_in_the_tuple_of_importers() -> None:
    modules = {path.stem: path for path in FOLDER.glob("*.py")} | {
        path.parent.name: path for path in FOLDER.glob("*/__init__.py")
    }
    converting = {name for name, path in modules.items() if _CONVERT.search(path.read_text(encoding="utf-8"))}
    assert converting - {"formats"} == {importer.module for importer in IMPORTERS}


def test_no_ending_is_promised_twice() -> None:
    endings = [ending for importer in IMPORTERS for ending in importer.endings]
    assert len(endings) == len(set(endings))
