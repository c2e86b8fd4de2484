"""Every command that writes files of a project, each with a project that it changes."""

import shutil
from collections.abc import Callable, Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from generator.edit import atomic_write, pin
from tests.building import ROOT, small_project
from tests.building import files as files_of

SIDECAR = "seeds/bridge-2031-03-02.yml"
POSITIONS = "briefings/old-bridge/positions"
_CLUB = "The Cyclists’ Club welcomed the plan"


def _edit(path: str, change: Callable[[str], str]) -> Callable[[Path], None]:
    def prepare(root: Path) -> None:
        text = (root / path).read_text(encoding="utf-8")
        assert change(text) != text
        (root / path).write_text(change(text), encoding="utf-8")

    return prepare


def _as_made(_root: Path) -> None:
    pass


def _without_cyclists(root: Path) -> None:
    (root / POSITIONS / "cyclists.yml").unlink()


def _without_cells(root: Path) -> None:
    _without_cyclists(root)
    _edit(f"{POSITIONS}/town.yml", lambda text: text[: text.index("\n  - issue: deliveries")])(root)


def _untidy(root: Path) -> None:
    for path in (root / POSITIONS).iterdir():
        path.write_bytes(path.read_bytes() + b"\n\n")


def _with_an_original(root: Path) -> None:
    page = b"<p>The bridge</p>"
    original = f"original: {{format: html, sha256: {sha256(page).hexdigest()}, converted_by: A program}}\n"
    _edit(SIDECAR, lambda text: f"{text}{original}")(root)
    (root / "seeds/originals").mkdir()
    (root / "seeds/originals/bridge-2031-03-02.html").write_bytes(page)


def _with_an_old_wheel(root: Path) -> None:
    (root / "wheels").mkdir()
    (root / "wheels/briefing_book-0.0.1-py3-none-any.whl").write_bytes(b"old")
    (root / "requirements.txt").write_bytes(b"old")


class Writer(NamedTuple):
    """The words of a command, and how the small project is prepared for it."""

    words: Sequence[str]
    prepare: Callable[[Path], None] = _as_made


WRITERS: Mapping[str, Writer] = {
    "init": Writer(["init", "{root}", "--name", "A", "--example"], shutil.rmtree),
    "new source": Writer(["new", "source", __file__, "--title", "T", "--language", "en", "--id", "council"]),
    "new source with an original": Writer([
        "new", "source", str(ROOT / "LICENSE"), "--title", "T", "--language", "en", "--id", "council", "--keep-all",
    ]),
    "new party": Writer(["new", "party", "council", "--name", "The Council", "--kind", "government"]),
    "new briefing": Writer([
        "new", "briefing", "--title", "Night", "--question", "Why?", "--as-of", "2031-03-02", "--party", "cyclists",
        "--issue", "Nights", "--issue-question", "When?", "--proposition", "It closes.",
        "--summary", "The Riverton Post reports that the club welcomed the plan.", "--words", _CLUB,
    ]),
    "new issue": Writer([
        "new", "issue", "old-bridge", "--title", "Width", "--question", "How wide?", "--proposition", "It is wide.",
    ]),
    "new position": Writer([
        "new", "position", "old-bridge", "cyclists", "closing", "--stance", "supports", "--basis", "reported",
        "--statement", "The Riverton Post reports that the club welcomed the plan.", "--words", _CLUB,
    ], _without_cyclists),
    "add-evidence": Writer(["add-evidence", "old-bridge", "cyclists", "closing", _CLUB]),
    "draft": Writer(["draft", "bridge-2031-03-02", "--briefing", "old-bridge"], _without_cyclists),
    "fill": Writer(["fill", "old-bridge", "--until", "2031-05-01"], _without_cells),
    "fmt": Writer(["fmt"], _untidy),
    "lock": Writer(["lock"], _edit(SIDECAR, lambda text: text[: text.index("sha256")])),
    "rename briefing": Writer(["rename", "briefing", "old-bridge", "bridge"]),
    "rename party": Writer(["rename", "party", "town", "riverton"]),
    "rename source": Writer(["rename", "source", "bridge-2031-03-02", "riverton-post"], _with_an_original),
    "schema": Writer(["schema", "--site"]),
    "pin": Writer(["pin"], _with_an_old_wheel),
}  # fmt: skip


def project_of(writer: Writer, root: Path) -> Path:
    """Write the small project that a writer changes to `root`. Return `root`."""
    writer.prepare(small_project(root))
    return root


def run(writer: Writer, root: Path) -> Result:
    """Run the command of a writer at `root`."""
    words = [str(root) if word == "{root}" else word for word in writer.words]
    done = CliRunner().invoke(main, words if words[0] == "init" else [*words, "--root", str(root)])
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done


class Written(NamedTuple):
    """What a command passes to `write_all`, and all files of the project before and after."""

    files: Mapping[str, bytes]
    removed: Sequence[str]
    before: Mapping[str, bytes]
    after: Mapping[str, bytes]

    def write(self, root: Path) -> None:
        """Write the same change to another copy of the project."""
        read = {path: raw for path, raw in self.before.items() if path in {*self.files, *self.removed}}
        atomic_write.write_all(root, self.files, self.removed, read=read)


def written(writer: Writer, root: Path, monkeypatch: pytest.MonkeyPatch) -> Written:
    """Run a command on its project in the new folder `root`, and return what it wrote."""
    monkeypatch.setattr(pin, "installed_from", dict)
    monkeypatch.setattr("generator.edit.new_site.installed_from", dict)
    before = files_of(project_of(writer, root))
    passed: dict[str, bytes | None] = {}
    write = atomic_write._write  # noqa: SLF001 - all writers come along here

    def noted(
        to: Path, work: Path, entries: Any, contents: Mapping[str, bytes | None], moved: Mapping[str, str]
    ) -> None:
        passed.update(contents)
        write(to, work, entries, contents, moved)

    with monkeypatch.context() as patched:
        patched.setattr(atomic_write, "_write", noted)
        done = run(writer, root)
    assert done.exit_code == 0, done.output
    assert passed, done.output
    files = {path: raw for path, raw in passed.items() if raw is not None}
    return Written(files, [path for path in passed if path not in files], before, files_of(root))
