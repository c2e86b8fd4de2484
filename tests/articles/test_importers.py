"""All importers are in one tuple."""

import re
import tomllib
from pathlib import Path

from generator.edit import articles
from generator.edit.articles.formats import IMPORTERS
from tests.building import ROOT

FOLDER = Path(articles.__file__).parent
_CONVERT = re.compile(r"^def convert\(raw: bytes, name: str[^)]*\) -> Converted:", re.MULTILINE)


def test_each_module_that_converts_files_is_in_the_tuple_of_importers() -> None:
    modules = {path.stem: path for path in FOLDER.glob("*.py")} | {
        path.parent.name: path for path in FOLDER.glob("*/__init__.py")
    }
    converting = {name for name, path in modules.items() if _CONVERT.search(path.read_text(encoding="utf-8"))}
    assert converting - {"formats"} == {importer.module for importer in IMPORTERS}


def test_whoever_installs_what_a_site_pins_has_the_libraries_of_all_importers() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    names = [re.split("[<>=]", library)[0] for library in project["optional-dependencies"]["articles"]]
    pinned = (ROOT / "requirements/site.txt").read_text(encoding="utf-8")
    assert len(names) == len(
        {*re.findall(r"^([\w-]+)==", pinned, re.MULTILINE)} & {name.replace(".", "-") for name in names}
    )


def test_no_ending_is_promised_twice() -> None:
    endings = [ending for importer in IMPORTERS for ending in importer.endings]
    assert len(endings) == len(set(endings))
