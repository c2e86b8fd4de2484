"""A new site: settings, what editors' programs and GitHub need, and a small neutral example where one is wanted."""

from __future__ import annotations

from pathlib import Path

from generator.edit.atomic_write import write_all
from generator.edit.change import ChangeError
from generator.edit.pin import pinned
from generator.edit.schemas import schemas, switch
from generator.evidence.hint_text import yaml_text

STARTER = Path(__file__).parent / "starter"
_FINE = (".git", ".venv")
_DOT = "dot-"  # for the dot of a name: no file in a package hides, and none tells git what to pass over


def new_site(folder: Path, name: str, *, example: bool) -> tuple[str, ...]:
    """Write a new site named `name` to `folder`; give the paths of its files, sorted.

    Raises ChangeError, with nothing written, where the folder holds anything but a repository and an environment of Python, or cannot be written to.
    """
    if folder.exists() and (not folder.is_dir() or any(one.name not in _FINE for one in folder.iterdir())):
        raise ChangeError(f"{folder} is there and holds something: name a new folder.")
    files = _read(STARTER / "begun") | (_read(STARTER / "example") if example else {})
    files["mkdocs.yml"] = files["mkdocs.yml"].replace(b"{site_name}", yaml_text(name).encode())
    files["README.md"] = files["README.md"].replace(b"{site_name}", " ".join(name.split()).encode())
    files |= pinned()
    for path, text in schemas().items():
        kind = path.removesuffix(".schema.json")
        files[f".vscode/schema/format/{path}"] = text.encode()
        files[f".vscode/schema/{kind}.json"] = switch(kind, "format").encode()
    try:
        write_all(folder, files)
    except OSError as fault:
        raise ChangeError(f"{fault.filename}: {fault.strerror}") from fault
    return tuple(sorted(files))


def _read(folder: Path) -> dict[str, bytes]:
    """Give the files of a part of the starter by the paths that they have in a site."""
    found = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {
        "/".join(
            f".{part.removeprefix(_DOT)}" if part.startswith(_DOT) else part
            for part in path.relative_to(folder).parts
        ): path.read_bytes()
        for path in found
    }
