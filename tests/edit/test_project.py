"""A change is written only to files that are as they were read."""

from pathlib import Path

import pytest

from generator.edit.error import EditError
from generator.edit.new.position import add_evidence, evidence_yaml
from generator.edit.new.source import new_source
from generator.edit.project import Change, Project
from generator.edit.rename import rename
from tests.building import HARBOUR, copy_project, small_project

PARTIES = "briefings/parties.yml"
NAMES = "briefings/names.yml"


def test_a_file_that_somebody_else_has_saved_since_is_not_overwritten(tmp_path: Path) -> None:
    root = copy_project(HARBOUR, tmp_path / "site")
    project = Project(root)
    (root / PARTIES).write_bytes(project.files[PARTIES] + b"# saved\n")
    with pytest.raises(EditError, match="has changed since it was read"):
        project.write(Change(changed={PARTIES: project.files[PARTIES] + b"# mine\n"}))
    assert (root / PARTIES).read_bytes().endswith(b"# saved\n")


def test_a_change_is_checked_with_what_others_have_saved_since(tmp_path: Path) -> None:
    root, words = small_project(tmp_path / "site"), "The council will vote on the bridge in June"
    details = {"title": "Vote", "language": "en"}
    Project(root).write(new_source("council", f"{words}.".encode(), details))
    first, second = Project(root), Project(root)
    second.write(rename(second, "source", "council", "council-vote"))
    evidence = evidence_yaml(first, words)
    with pytest.raises(EditError, match="would be written has errors"):
        first.write(add_evidence(first, "old-bridge", "cyclists", issue="closing", evidence=evidence))


def test_a_file_that_somebody_else_has_saved_since_is_not_deleted(tmp_path: Path) -> None:
    root = copy_project(HARBOUR, tmp_path / "site")
    project = Project(root)
    (root / NAMES).write_bytes(project.files[NAMES] + b"# saved\n")
    with pytest.raises(EditError, match="has changed since it was read"):
        project.write(Change(removed=[NAMES]))
    assert (root / NAMES).read_bytes().endswith(b"# saved\n")
