"""The git history of a project, read without running any program that a repository names."""

import os
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path

from generator.edit.error import EditError

_TIMEOUT = 60  # seconds; a network folder may be slow
_ENVIRONMENT = {
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_NO_LAZY_FETCH": "1",
    "LC_ALL": "C",
}


class NoRevisionError(EditError):
    """Git knows no such revision: there may be no repository, or no commit yet."""


def git(root: Path, *arguments: str, stdin: bytes = b"") -> bytes | None:
    """Return what git prints when it runs with `arguments` in the folder `root`; None if it fails."""
    program = shutil.which("git")
    if program is None:
        return None
    # The settings of a repository may name programs to run; none of them is needed here.
    command = [program, "-c", "core.fsmonitor=false", "--literal-pathspecs", "-C", str(root), *arguments]
    try:
        done = subprocess.run(  # noqa: S603 - the arguments are the project's own
            command,
            env=os.environ | _ENVIRONMENT,
            input=stdin,
            capture_output=True,
            check=True,
            timeout=_TIMEOUT,
        )
    except (OSError, ValueError, subprocess.SubprocessError):
        return None
    return done.stdout


def files_at(root: Path, revision: str, folders: tuple[str, ...]) -> Mapping[str, bytes]:
    """Return the regular files below `folders` as they were at `revision`: their bytes by path below `root`, sorted.

    Raise NoRevisionError if git does not know the revision, and EditError if it does not read the repository or all files.
    """
    commit = git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    if commit is None:
        if refused := _refused_repository(root):
            raise EditError(
                f"Git does not read the repository {refused}: it may belong to another user. If you trust it, run: "
                f"git config --global --add safe.directory '{refused}'"
            )
        raise NoRevisionError(
            f"Git finds no revision “{revision}” in {root.resolve()}. Check that git is installed and that the folder is in "
            "a repository. Name a branch, a tag or a commit, such as main. In a shallow clone, first run git fetch --unshallow"
        )
    incomplete = EditError(
        f"Git cannot read all files of “{revision}”. Fetch them and try again: git fetch --refetch --no-filter"
    )
    tree = git(root, "ls-tree", "-r", "-z", commit.decode("ascii").strip(), "--", *folders)
    if tree is None:
        raise incomplete
    blobs = {path: blob for path, blob in map(_parse_entry, tree.split(b"\0")) if blob}
    contents = git(root, "cat-file", "--batch", stdin=b"".join(blob + b"\n" for blob in blobs.values()))
    try:
        return dict(sorted(zip(blobs, _parse_contents(contents or b""), strict=True)))
    except ValueError:  # git printed nothing, or “missing” instead of a length
        raise incomplete from None


def _refused_repository(root: Path) -> Path | None:
    """Return the folder of the repository around `root` if there is one that git does not read, else None."""
    if shutil.which("git") is None or git(root, "rev-parse", "--git-dir") is not None:
        return None
    folder = root.resolve()
    return next((path for path in (folder, *folder.parents) if (path / ".git").exists()), None)


def _parse_entry(line: bytes) -> tuple[str, bytes]:
    """Parse mode, type, hash, a tab and the path; return the path and the hash, which is empty for anything but a regular file."""
    about, _, path = line.partition(b"\t")
    mode, _, rest = about.partition(b" ")
    return os.fsdecode(path), rest.rpartition(b" ")[2] if mode.startswith(b"100") else b""


def _parse_contents(printed: bytes) -> Iterator[bytes]:
    """Yield each content that `git cat-file --batch` prints: after a line that ends with its length, before a line break."""
    start = 0
    while start < len(printed):
        end = printed.index(b"\n", start)
        length = int(printed[start:end].split()[-1])
        yield printed[end + 1 : end + 1 + length]
        start = end + 1 + length + 1
