"""The JSON Schemas in the repository: equal to the model, valid, and true of real files."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from ruamel.yaml import YAML

from generator.edit.schemas import schemas
from tests.building import HARBOUR, ROOT

FOLDER = ROOT / "generator" / "content" / "schema"


def files() -> Iterator[tuple[str, Path]]:
    """Give every YAML file of both corpora with the name of its schema."""
    for root in (ROOT, HARBOUR):
        yield from (("source", path) for path in sorted((root / "seeds").glob("*.yml")))
        yield "parties", root / "briefings" / "parties.yml"
        yield "names", root / "briefings" / "names.yml"
        yield from (("wording", path) for path in sorted((root / "briefings").glob("wording.yml")))
        yield from (("briefing", path) for path in sorted((root / "briefings").glob("*/briefing.yml")))
        yield from (("position", path) for path in sorted((root / "briefings").glob("*/positions/*.yml")))


def test_the_schemas_are_those_of_the_model_or_briefing_schema_writes_them_anew() -> None:
    assert {path.name: path.read_text(encoding="utf-8") for path in FOLDER.iterdir()} == schemas()


@pytest.mark.parametrize("name", list(schemas()))
def test_a_schema_is_valid(name: str) -> None:
    Draft202012Validator.check_schema(json.loads(schemas()[name]))


@pytest.mark.parametrize(("name", "path"), list(files()), ids=lambda value: getattr(value, "name", value))
def test_a_sound_file_fits_its_schema_as_editors_tools_read_it(name: str, path: Path) -> None:
    # Dates are texts to YAML 1.2; this reader makes dates of them, so they are written back.
    data = json.loads(
        json.dumps(YAML(typ="safe", pure=True).load(path.read_text(encoding="utf-8")), default=str)
    )
    assert list(Draft202012Validator(json.loads(schemas()[f"{name}.schema.json"])).iter_errors(data)) == []


@pytest.mark.parametrize(
    ("name", "wrong"),
    [
        ("source", {"title": "T", "language": "en", "publisher_name": "x"}),
        ("source", {"language": "en"}),
        ("source", {"title": "T", "language": "en", "published": "2.12.2025"}),
        ("parties", {"Russia": {"name": "R", "kind": "state"}}),
        ("wording", {"words": [{"forms": ["x"], "reason": "y"}]}),
        ("wording", {"allow": [{"word": "x"}]}),
        ("position", {"party": "a", "positions": [{"issue": "i", "summary": "x" * 61}]}),
    ],
)
def test_a_wrong_file_does_not_fit(name: str, wrong: object) -> None:
    assert list(Draft202012Validator(json.loads(schemas()[f"{name}.schema.json"])).iter_errors(wrong)) != []


def test_every_key_of_the_format_is_described() -> None:
    for text in schemas().values():
        for title, node in json.loads(text).get("$defs", {}).items():
            missing = [key for key, value in node.get("properties", {}).items() if "description" not in value]
            assert missing == [], title
