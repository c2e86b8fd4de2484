"""Git is asked about a repository, and nothing that the repository says is run."""

from pathlib import Path

import pytest

from generator.edit.error import EditError
from generator.edit.git import files_at
from generator.edit.git import git as ask_git
from tests.building import committed, git


def repository(root: Path) -> Path:
    """Make a repository with one stored text. Return `root`."""
    (root / "seeds").mkdir(parents=True)
    (root / "seeds/a.txt").write_text("One.", encoding="utf-8")
    committed(root)
    return root


def test_no_program_that_a_repository_names_is_run(tmp_path: Path) -> None:
    root = repository(tmp_path / "site")
    program = tmp_path / "program"
    program.write_text(f"#!/bin/sh\ntouch '{tmp_path}/ran'\n", encoding="utf-8")
    program.chmod(0o755)
    git(root, "config", "core.fsmonitor", str(program))
    assert ask_git(root, "status", "--porcelain") == b""  # the question for which git runs it
    assert not (tmp_path / "ran").exists()


def test_no_program_that_a_repository_names_fetches_what_is_missing(tmp_path: Path) -> None:
    root = repository(tmp_path / "site")
    program = tmp_path / "program"
    program.write_text(f"#!/bin/sh\ntouch '{tmp_path}/ran'\n", encoding="utf-8")
    program.chmod(0o755)
    for key, value in {
        "core.repositoryFormatVersion": "1",
        "extensions.partialClone": "origin",
        "remote.origin.promisor": "true",
        "remote.origin.url": str(root),
        "remote.origin.uploadpack": str(program),
    }.items():
        git(root, "config", key, value)
    (missing,) = ask_git(root, "rev-parse", "HEAD:seeds/a.txt").decode().split()  # type: ignore[union-attr]
    (root / ".git/objects" / missing[:2] / missing[2:]).unlink()
    with pytest.raises(EditError, match="cannot read all files"):
        files_at(root, "HEAD", ("seeds",))
    assert not (tmp_path / "ran").exists()


def test_only_ordinary_files_of_a_revision_are_read(tmp_path: Path) -> None:
    root = repository(tmp_path / "site")
    (root / "seeds/link.txt").symlink_to("/etc/hostname")
    git(root, "add", ".")
    git(root, "commit", "--quiet", "--message", "Link")
    assert files_at(root, "HEAD", ("seeds",)) == {"seeds/a.txt": b"One."}


def test_a_branch_whose_name_looks_like_an_option_is_a_revision(tmp_path: Path) -> None:
    root = repository(tmp_path / "site")
    git(root, "update-ref", "refs/heads/--all", "HEAD")
    assert files_at(root, "--all", ("seeds",)) == {"seeds/a.txt": b"One."}
