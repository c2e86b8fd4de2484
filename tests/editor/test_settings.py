"""The settings in `.vscode/`: the schema of each kind of file, and no matters of taste."""

import json
import re
import subprocess
from pathlib import PurePosixPath

import pytest

from generator.edit.schemas import SITE_FOLDER, schemas
from tests.building import HARBOUR, ROOT
from tests.editor.conftest import settings_in

KINDS = {name.removesuffix(".schema.json") for name in schemas()}
GUIDE = (ROOT / "docs" / "guides" / "editors.md").read_text(encoding="utf-8")


def test_every_file_has_exactly_one_schema() -> None:
    patterns = settings_in(ROOT)["yaml.schemas"]
    assert set(patterns) == {f".vscode/schema/{kind}.json" for kind in KINDS}
    for root in (ROOT, HARBOUR):
        for path in [*(root / "seeds").rglob("*.yml"), *(root / "briefings").rglob("*.yml")]:
            own = PurePosixPath(path.relative_to(root))
            fits = [schema for schema, pattern in patterns.items() if own.match(pattern)]
            assert len(fits) == 1, (own, fits)


def test_the_settings_are_only_about_yaml_and_line_ends() -> None:
    settings = settings_in(ROOT)
    assert settings["yaml.format.enable"] is False  # it would break lines differently from the files here
    assert settings["[yaml]"] == {
        "editor.detectIndentation": False,
        "editor.insertSpaces": True,
        "editor.tabSize": 2,
    }
    assert settings["files.eol"] == "\n"
    assert len(settings) == 4
    recommended = json.loads((ROOT / ".vscode" / "extensions.json").read_text(encoding="utf-8"))
    assert recommended == {"recommendations": ["redhat.vscode-yaml"]}


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_the_schema_of_the_site_is_used_before_the_schema_of_the_format(kind: str) -> None:
    format_, site = (
        f"../../{folder}/{kind}.schema.json" for folder in ("generator/content/schema", SITE_FOLDER)
    )
    chosen = json.loads((ROOT / ".vscode" / "schema" / f"{kind}.json").read_text(encoding="utf-8"))
    assert chosen["allOf"] == [{"$ref": format_}]  # for programs that do not know schemaSequence
    assert chosen["schemaSequence"] == [
        {"if": {"$ref": f"{site}#/$defs/Missing"}, "then": {"$ref": format_}, "else": {"$ref": site}}
    ]


def test_git_keeps_the_shared_settings_and_ignores_others_and_site_schemas() -> None:
    asked = {
        ".vscode/settings.json": False,
        ".vscode/extensions.json": False,
        ".vscode/schema/position.json": False,
        ".vscode/launch.json": True,
        f"{SITE_FOLDER}/position.schema.json": True,
    }
    for path, ignored in asked.items():
        done = subprocess.run(["git", "check-ignore", "--no-index", "-q", path], cwd=ROOT, check=False)
        assert (done.returncode == 0) is ignored, path


def test_the_guide_lists_the_patterns_of_the_settings() -> None:
    shown = dict(re.findall(r"^\| `([^`]+)` \| `(\.vscode/schema/\w+\.json)` \|$", GUIDE, re.MULTILINE))
    assert {schema: pattern for pattern, schema in shown.items()} == settings_in(ROOT)["yaml.schemas"]
