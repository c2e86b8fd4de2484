"""The schemas of a site: its identifiers, refused only where that is certain, and made of what can be read."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from ruamel.yaml import YAML

from generator.content.files import read_files
from generator.content.load import load
from generator.content.strict_yaml import read_yaml
from generator.edit.schemas import SITE_FOLDER, renew, site_schemas
from generator.edit.schemas.plain import plain_schema
from generator.pipeline import examine
from tests.building import HARBOUR, ROOT, copy_project, run
from tests.test_cases import CASES, cases, failing, project

PARTIES = "briefings/parties.yml"
OF_IDENTIFIERS = {"E207", "E401", "E402", "E403", "E404", "E405", "E406", "E428"}


def made(files: dict[str, bytes]) -> dict[str, Any]:
    """Give the schemas of a site by their names."""
    found = site_schemas(load(files)[0])
    return {name.removesuffix(".schema.json"): json.loads(text) for name, text in found.items()}


def faults(schema: Any, text: str) -> list[str]:
    """Give what is wrong with a file, as a JSON Schema validator sees it."""
    data = json.loads(json.dumps(YAML(typ="safe", pure=True).load(text), default=str))
    return [one.message for one in Draft202012Validator(schema).iter_errors(data)]


@cache
def check(text: str) -> None:
    """Check that a schema is one; that of many projects is the same."""
    Draft202012Validator.check_schema(json.loads(text))


@pytest.fixture
def bridge() -> dict[str, bytes]:
    """The files of a small project without faults."""
    return project()


@pytest.mark.parametrize("root", [ROOT, HARBOUR], ids=["the real project", "the harbour"])
def test_every_file_of_a_briefing_fits_the_schemas_of_its_site(root: Path) -> None:
    schemas = made(dict(read_files(root)[0]))
    for schema in schemas.values():
        Draft202012Validator.check_schema(schema)
    looked_at = 0
    for path in sorted((root / "briefings").glob("*/**/*.yml")):
        kind = "briefing" if path.name == "briefing.yml" else "position"
        slug = path.relative_to(root / "briefings").parts[0]
        assert faults(schemas[f"{slug}/{kind}"], path.read_text(encoding="utf-8")) == [], path
        looked_at += 1
    assert looked_at > 4


def test_an_identifier_that_the_edited_file_itself_may_define_is_offered_and_never_refused() -> None:
    schemas = made(dict(read_files(ROOT)[0]))
    part_of = "bloc:\n  name: A bloc\n  kind: bloc\nnew:\n  name: N\n  kind: state\n  part_of: [bloc]\n"
    assert faults(schemas["parties"], part_of) == []
    blocs = schemas["parties"]["$defs"]["Party"]["properties"]["part_of"]["items"]["anyOf"][0]["enum"]
    assert "european-states" in blocs
    about = schemas["ukraine-settlement/briefing"]["$defs"]["Analysis"]["properties"]["about"]
    assert "us-proposal" in about["items"]["anyOf"][0]["enum"]
    assert faults(about, "[us-proposal, not-yet-there]") == []
    assert faults(about, "[No Identifier]") != []


def test_a_scale_of_its_own_is_that_of_the_briefing_s_entries(bridge: dict[str, bytes]) -> None:
    path = "briefings/bridge/briefing.yml"
    scale = "scale:\n  - {code: agree, label: Agrees, side: for}\n  - {code: differ, label: Differs, side: against}\n"
    schema = made(bridge | {path: bridge[path] + scale.encode()})["bridge/position"]
    issue = schema["$defs"]["Position"]["properties"]["issue"]["enum"][0]
    entry = f"party: town\npositions:\n  - issue: {issue}\n    stance: "
    assert faults(schema, entry + "agree") == faults(schema, entry + "not-found") == []
    assert faults(schema, entry + "supports") != []


def test_a_stance_on_several_proposals_names_each_of_them() -> None:
    schemas = made(dict(read_files(HARBOUR)[0]))
    briefing = load(read_files(HARBOUR)[0])[0].briefings["night-closing"]
    several = next(name for name, issue in briefing.about.issues.items() if len(issue.proposals) > 1)
    proposal = next(iter(briefing.about.issues[several].proposals))
    code = briefing.about.scale[0].code
    entry = f"party: crews\npositions:\n  - issue: {several}\n    stance: "
    schema = schemas["night-closing/position"]
    assert faults(schema, f"{entry}{{{proposal}: {code}}}") == faults(schema, entry + "not-stated") == []
    for wrong in (code, f"{{no-proposal: {code}}}", f"{{{proposal}: no-code}}"):
        assert faults(schema, entry + wrong) != [], wrong


@pytest.mark.parametrize(("case", "variant", "expected"), list(failing()))
def test_a_project_with_faults_still_has_schemas(case: str, variant: str, expected: Path) -> None:
    written = site_schemas(load(project(case, variant))[0])
    names = {name.removesuffix(".schema.json") for name in written}
    assert {"source", "parties", "names", "briefing", "position"} <= names, expected
    for text in written.values():
        check(text)


def test_an_identifier_is_refused_exactly_where_the_check_refuses_it() -> None:
    """Over all files of all cases that can be read, with the schemas of each one's own site."""
    refused: set[str] = set()
    fine = 0
    for case, variant in _variants():
        files = project(case, variant)
        told = {
            one.location.file
            for one in examine(files).diagnostics
            if one.code in OF_IDENTIFIERS and not _defines(one.location.file, one.code)
        }
        schemas, corpus = made(files), load(files)[0]
        for path, raw in files.items():
            if not path.startswith("briefings/bridge/") or "bridge" not in corpus.briefings:
                continue
            kind = "briefing" if path.endswith("briefing.yml") else "position"
            if kind == "position" and "briefings/bridge/briefing.yml" in told:
                continue  # its party may be the one that is misspelt there
            if {path, "briefing:bridge"} & corpus.unread or read_yaml(path, raw)[0] is None:
                continue
            if faults(plain_schema(kind), text := raw.decode()):
                continue
            wrong = faults(schemas[f"bridge/{kind}"], text)
            assert bool(wrong) == (path in told), (case, variant, path, wrong)
            refused.update({case[:4]} if wrong else ())
            fine += not wrong
    assert refused >= OF_IDENTIFIERS
    assert fine > 100


def _defines(path: str, code: str) -> bool:
    """Say whether the file at `path` itself defines what `code` misses: the issues that a note is about."""
    return code == "E403" and path.endswith("briefing.yml")


def _variants() -> Iterator[tuple[str, str]]:
    yield "", ""
    yield from ((case, variant) for case, variant, _ in failing())
    yield from ((case, folder.name) for case in cases() for folder in sorted((CASES / case).glob("passes*")))


def test_what_cannot_be_read_makes_nothing_wrong_elsewhere(bridge: dict[str, bytes]) -> None:
    town = bridge["briefings/bridge/positions/town.yml"].decode()
    for broken in (PARTIES, "seeds/report.yml"):
        schemas = made(bridge | {broken: b"town: [\n"})
        assert faults(schemas["bridge/position"], town) == [], broken
    missing = {path: raw for path, raw in bridge.items() if path != PARTIES}
    assert faults(made(missing)["bridge/position"], town) == []
    unread = made(bridge | {"briefings/bridge/briefing.yml": b"title: T\n"})
    assert "bridge/position" not in unread
    assert unread["position"]["$defs"]["Position"]["properties"]["issue"].get("enum") is None


def test_a_party_with_faults_is_still_a_party_and_its_speakers_are_not_refused(
    bridge: dict[str, bytes],
) -> None:
    wrong = bridge[PARTIES].replace(b"kind: government", b"kind: rulers")
    assert wrong != bridge[PARTIES]
    schemas = made(bridge | {PARTIES: wrong})
    assert list(schemas["names"]["$defs"]["ContestedName"]["properties"]["used_by"]["items"]["enum"]) == [
        "drivers",
        "town",
    ]
    entry = "party: town\npositions:\n  - issue: width\n    evidence: [{source: report, quote: Q, speaker: ada-vale}]"
    assert faults(schemas["bridge/position"], entry) == []
    assert faults(made(bridge)["bridge/position"], entry) == []
    assert faults(made(bridge)["bridge/position"], entry.replace("ada-vale", "eve-hill")) != []


def test_the_command_writes_what_changed_and_nothing_else(tmp_path: Path) -> None:
    root = copy_project(ROOT, tmp_path / "project")
    first = run("generator", "schema", "--site", "--root", str(root), cwd=tmp_path)
    assert first.returncode == 0, first.stderr
    assert first.stdout.count("Wrote ") == 8
    folder = root / "build" / "schema"
    assert {path.name for path in folder.rglob("*") if path.is_file()} == {
        f"{kind}.schema.json" for kind in ("source", "parties", "names", "wording", "briefing", "position")
    }
    again = run("generator", "schema", "--site", "--root", str(root), cwd=tmp_path)
    assert again.stdout == f"The 8 schemas in {folder.as_posix()} are up to date.\n"
    parties = root / PARTIES
    parties.write_text(
        parties.read_text(encoding="utf-8").replace("Trump, role", "Trump II, role"), encoding="utf-8"
    )
    third = run("generator", "schema", "--site", "--root", str(root), cwd=tmp_path)
    assert "ukraine-settlement/position.schema.json" in third.stdout
    assert "source.schema.json" not in third.stdout


def test_the_schemas_of_the_format_are_written_below_the_project_that_is_named(tmp_path: Path) -> None:
    (tmp_path / "briefings").mkdir()
    done = run("generator", "schema", "--root", str(tmp_path), cwd=ROOT)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "generator" / "content" / "schema" / "position.schema.json").is_file()


def test_a_build_renews_the_schemas_of_content_with_faults_too(tmp_path: Path) -> None:
    root = copy_project(ROOT, tmp_path / "project")
    (root / ".vscode" / "schema").mkdir(parents=True)
    (root / PARTIES).write_text("", encoding="utf-8")
    assert run("generator", "build", cwd=root).returncode == 1
    assert (root / SITE_FOLDER / "position.schema.json").is_file()


def test_what_cannot_be_written_is_told_in_one_line(tmp_path: Path) -> None:
    root = copy_project(ROOT, tmp_path / "project")
    (root / "build").write_text("in the way", encoding="utf-8")
    done = run("generator", "schema", "--site", cwd=root)
    assert done.returncode == 1
    assert "cannot be written" in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_the_preview_renews_schemas_only_where_an_editor_s_program_asks_for_them(tmp_path: Path) -> None:
    root = copy_project(ROOT, tmp_path / "project")
    corpus = load(read_files(root)[0])[0]
    assert renew(root, corpus) == ""
    assert not (root / "build").exists()
    (root / ".vscode" / "schema").mkdir(parents=True)
    assert renew(root, corpus) == ""
    assert (root / SITE_FOLDER / "position.schema.json").is_file()
    shutil.rmtree(root / "build")
    (root / "build").write_text("in the way", encoding="utf-8")
    assert renew(root, corpus).startswith("the schemas in build/schema are not up to date: ")
