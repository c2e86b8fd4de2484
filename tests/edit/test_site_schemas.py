"""The schemas of a site: they have its identifiers, and refuse others only if all files could be read."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from jsonschema import Draft202012Validator
from ruamel.yaml import YAML

from generator.cli import main
from generator.content.files import read_files
from generator.content.load import load
from generator.edit.schemas import SITE_FOLDER, renew, site_schemas
from tests.building import HARBOUR, ROOT, copy_project
from tests.test_cases import project

PARTIES = "briefings/parties.yml"
KINDS = {"source", "parties", "names", "wording", "briefing", "position"}
ENTRY = (
    "party: town\npositions:\n  - issue: width\n    evidence: [{source: report, quote: Q, speaker: ada-vale}]"
)


def schemas_of(files: dict[str, bytes]) -> dict[str, Any]:
    """Return the schemas of a site by kind of file."""
    found = site_schemas(load(files)[0])
    return {name.removesuffix(".schema.json"): json.loads(text) for name, text in found.items()}


def errors(schema: Any, text: str) -> list[str]:
    """Return what a JSON Schema validator reports for the text of a YAML file."""
    data = json.loads(json.dumps(YAML(typ="safe", pure=True).load(text), default=str))
    return [error.message for error in Draft202012Validator(schema).iter_errors(data)]


@pytest.fixture
def bridge() -> dict[str, bytes]:
    """The files of a small project without errors."""
    return project()


@pytest.mark.parametrize("root", [ROOT, HARBOUR], ids=["the real project", "the harbour"])
def test_every_file_of_a_briefing_fits_the_schemas_of_its_site(root: Path) -> None:
    schemas = schemas_of(dict(read_files(root)[0]))
    for schema in schemas.values():
        Draft202012Validator.check_schema(schema)
    for path in sorted((root / "briefings").glob("*/**/*.yml")):
        kind = "briefing" if path.name == "briefing.yml" else "position"
        assert errors(schemas[kind], path.read_text(encoding="utf-8")) == [], path


@pytest.mark.parametrize(
    ("known", "unknown"),
    [("ada-vale", "eve-hill"), ("source: report", "source: other"), ("town", "village"), ("width", "height")],
)
def test_an_identifier_that_the_site_does_not_have_is_refused(
    bridge: dict[str, bytes], known: str, unknown: str
) -> None:
    schema = schemas_of(bridge)["position"]
    assert errors(schema, ENTRY) == []
    assert errors(schema, ENTRY.replace(known, unknown)) != []


def test_an_identifier_that_the_edited_file_may_define_is_offered_and_never_refused() -> None:
    schemas = schemas_of(dict(read_files(ROOT)[0]))
    part_of = "bloc:\n  name: A bloc\n  kind: bloc\nnew:\n  name: N\n  kind: state\n  part_of: [bloc]\n"
    assert errors(schemas["parties"], part_of) == []
    blocs = schemas["parties"]["$defs"]["Party"]["properties"]["part_of"]["items"]["anyOf"][0]["enum"]
    assert "european-states" in blocs
    about = schemas["briefing"]["$defs"]["Analysis"]["properties"]["about"]
    assert "us-proposal" in about["items"]["anyOf"][0]["enum"]
    assert errors(about, "[us-proposal, not-yet-there]") == []
    assert errors(about, "[No Identifier]") != []


def test_the_stances_of_a_briefing_with_its_own_scale_are_offered(bridge: dict[str, bytes]) -> None:
    path = "briefings/bridge/briefing.yml"
    scale = "scale:\n  - {code: agree, label: Agrees, side: for}\n  - {code: differ, label: Differs, side: against}\n"
    schema = schemas_of(bridge | {path: bridge[path] + scale.encode()})["position"]
    offered = schema["$defs"]["Position"]["properties"]["stance"]["anyOf"][0]["enum"]
    assert offered == ["agree", "differ", "unclear", "not-stated", "declined", "not-found"]


@pytest.mark.parametrize("case", ["E016-no-briefing-file", "E207-source-missing", "E303-not-a-choice"])
def test_a_project_with_errors_still_has_valid_schemas(case: str) -> None:
    schemas = schemas_of(project(case, "fails"))
    assert schemas.keys() == KINDS
    for schema in schemas.values():
        Draft202012Validator.check_schema(schema)


@pytest.mark.parametrize("broken", [PARTIES, "seeds/report.yml", "briefings/bridge/briefing.yml"])
def test_nothing_is_refused_that_an_unreadable_file_may_define(bridge: dict[str, bytes], broken: str) -> None:
    assert errors(schemas_of(bridge | {broken: b"town: [\n"})["position"], ENTRY) == []
    assert (
        errors(schemas_of({path: raw for path, raw in bridge.items() if path != broken})["position"], ENTRY)
        == []
    )


def test_nothing_is_refused_while_a_party_has_errors(bridge: dict[str, bytes]) -> None:
    wrong = bridge[PARTIES].replace(b"kind: government", b"kind: rulers")
    assert wrong != bridge[PARTIES]
    assert errors(schemas_of(bridge | {PARTIES: wrong})["position"], ENTRY) == []


def write_schemas(root: Path, *options: str) -> Result:
    """Run `briefing schema` for the project at `root`."""
    return CliRunner().invoke(main, ["schema", "--root", str(root), *options])


def test_the_command_writes_only_what_changed(tmp_path: Path) -> None:
    root = copy_project(ROOT, tmp_path / "project")
    assert write_schemas(root, "--site").exit_code == 0
    folder = root / "build" / "schema"
    assert {path.name for path in folder.iterdir()} == {f"{kind}.schema.json" for kind in KINDS}
    assert write_schemas(root, "--site").output == f"The 6 schemas in {folder.as_posix()} are up to date.\n"
    parties = root / PARTIES
    text = parties.read_text(encoding="utf-8")
    parties.write_text(text.replace("Trump, role", "Trump II, role"), encoding="utf-8")
    output = write_schemas(root, "--site").output
    assert "position.schema.json" in output
    assert "names.schema.json" not in output


def test_the_schemas_of_the_format_are_written_to_the_named_project(tmp_path: Path) -> None:
    (tmp_path / "briefings").mkdir()
    assert write_schemas(tmp_path).exit_code == 0
    assert (tmp_path / "generator" / "content" / "schema" / "position.schema.json").is_file()


def test_schemas_are_renewed_only_if_an_editors_program_uses_them(tmp_path: Path) -> None:
    root = copy_project(ROOT, tmp_path / "project")
    corpus = load(read_files(root)[0])[0]
    assert renew(root, corpus) == ""
    assert not (root / "build").exists()
    (root / ".vscode" / "schema").mkdir(parents=True)
    assert renew(root, corpus) == ""
    assert (root / SITE_FOLDER / "position.schema.json").is_file()


def test_a_folder_that_cannot_be_written_to_is_reported_in_one_line(tmp_path: Path) -> None:
    root = copy_project(ROOT, tmp_path / "project")
    (root / "build").write_text("a file", encoding="utf-8")
    (root / ".vscode" / "schema").mkdir(parents=True)
    warning = renew(root, load(read_files(root)[0])[0])
    assert warning.startswith("the schemas in build/schema are not up to date: ")
    done = write_schemas(root, "--site")
    assert done.exit_code == 1
    assert len(done.output.splitlines()) == 1


def test_a_build_renews_the_schemas_of_a_project_with_errors_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = copy_project(ROOT, tmp_path / "project")
    (root / ".vscode" / "schema").mkdir(parents=True)
    (root / PARTIES).write_text("", encoding="utf-8")
    monkeypatch.chdir(root)
    assert CliRunner().invoke(main, ["build"]).exit_code == 1
    assert (root / SITE_FOLDER / "position.schema.json").is_file()


def test_the_options_of_all_issues_are_offered_and_others_refused() -> None:
    schema = schemas_of(dict(read_files(HARBOUR)[0]))["position"]
    option = schema["$defs"]["Position"]["properties"]["option"]
    assert option["enum"] == ["quay", "old-harbour"]
    assert option["enumDescriptions"][0] == "At the ferry quay. The boats lie where the ferries dock. (Berth)"
    assert errors(option, "new-harbour") != []
