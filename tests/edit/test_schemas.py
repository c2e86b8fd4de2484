"""The JSON Schemas in the repository: they equal the model, are valid, and agree with `briefing check`."""

import json
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

import pytest
from jsonschema import Draft202012Validator
from ruamel.yaml import YAML

from generator.edit.schemas import schemas
from generator.pipeline import examine
from tests.building import HARBOUR, ROOT
from tests.test_cases import failing, project

FOLDER = ROOT / "generator" / "content" / "schema"
SCHEMAS = {name.removesuffix(".schema.json"): json.loads(text) for name, text in schemas().items()}


def kind_of(path: PurePosixPath) -> str:
    """Return the name of the schema for the YAML file at `path`, which may be relative; "" if it has none."""
    if path.parent.name == "seeds":
        return "source"
    if path.parent.name == "positions":
        return "position"
    return path.stem if path.stem in SCHEMAS else ""


def errors(kind: str, text: str) -> list[str]:
    """Return what a JSON Schema validator reports for the text of a YAML file."""
    try:
        # Dates are texts in YAML 1.2; this reader makes dates of them, so they are converted back.
        data = json.loads(json.dumps(YAML(typ="safe", pure=True).load(text), default=str))
    except ValueError as error:  # the calendar has no such day
        return [str(error)]
    return [error.message for error in Draft202012Validator(SCHEMAS[kind]).iter_errors(data)]


def real_files() -> Iterator[Path]:
    """Yield every YAML file of both example projects that has a schema."""
    for root in (ROOT, HARBOUR):
        paths = sorted([*(root / "seeds").glob("*.yml"), *(root / "briefings").rglob("*.yml")])
        yield from (path for path in paths if kind_of(PurePosixPath(path)))


def test_the_committed_schemas_are_those_of_the_model() -> None:
    """If not, `briefing schema` writes them again."""
    assert {path.name: path.read_text(encoding="utf-8") for path in FOLDER.iterdir()} == schemas()


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_schema_is_valid_and_describes_every_key(name: str) -> None:
    Draft202012Validator.check_schema(SCHEMAS[name])
    for title, node in SCHEMAS[name].get("$defs", {}).items():
        missing = [key for key, value in node.get("properties", {}).items() if "description" not in value]
        assert missing == [], title


def test_every_real_file_fits_its_schema() -> None:
    for path in real_files():
        assert errors(kind_of(PurePosixPath(path)), path.read_text(encoding="utf-8")) == [], path


def test_a_file_with_errors_of_shape_does_not_fit_its_schema() -> None:
    wrong = 0
    for case, variant, _ in failing():
        if not case.startswith("E30"):
            continue
        files = project(case, variant)
        for path in {error.location.file for error in examine(files).diagnostics if error.code[:3] == "E30"}:
            if kind := kind_of(PurePosixPath(path)):
                assert errors(kind, files[path].decode()) != [], (case, variant, path)
                wrong += 1
    assert wrong > 15


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("wording", "words: [{forms: [x], reason: y}]"),
        ("wording", "allow: [{word: x}]"),
    ],
)
def test_a_wrong_file_of_a_kind_without_a_case_does_not_fit(kind: str, text: str) -> None:
    assert errors(kind, text) != []
