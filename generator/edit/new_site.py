"""A new site: settings, files for editors' programs and for GitHub, and optionally a small made-up briefing."""

import re
from pathlib import Path

from generator.edit import WORK
from generator.edit.atomic_write import write_all
from generator.edit.error import EditError
from generator.edit.pin import installed_from, pinned_files
from generator.edit.schemas import schemas, switch
from generator.evidence.hint_text import yaml_text
from generator.site.publisher import NOBODY, Publisher

STARTER = Path(__file__).parent / "starter"
_ALLOWED = (".git", ".venv", WORK)


def new_site(folder: Path, name: str, *, example: bool, publisher: Publisher = NOBODY) -> tuple[str, ...]:
    """Write a new site called `name` to `folder` and return the paths of its files, sorted. `publisher` publishes it.

    Raise EditError, with nothing written, if the folder has files other than a repository and a Python environment, or
    cannot be written to.
    """
    if folder.exists() and (
        not folder.is_dir() or any(path.name not in _ALLOWED for path in folder.iterdir())
    ):
        raise EditError(f"{folder} is not empty. Choose a new folder.")
    files = _read(STARTER / "empty") | (_read(STARTER / "example") if example else {})
    for key, text in {"site_name": name, **_settings(publisher)}.items():
        value = yaml_text(text) if text else '""'
        files["mkdocs.yml"] = files["mkdocs.yml"].replace(f"{{{key}}}".encode(), value.encode())
    files["README.md"] = files["README.md"].replace(b"{site_name}", " ".join(name.split()).encode())
    files |= pinned_files(installed_from())
    for path, text in schemas().items():
        kind = path.removesuffix(".schema.json")
        files[f".vscode/schema/format/{path}"] = text.encode()
        files[f".vscode/schema/{kind}.json"] = switch(kind, "format").encode()
    write_all(folder, files, read={})
    return tuple(sorted(files))


def _settings(publisher: Publisher) -> dict[str, str]:
    """Return a publisher by the keys of the settings."""
    return {"publisher": publisher.name, "contact": publisher.contact, "licence": publisher.licence}


def _read(folder: Path) -> dict[str, bytes]:
    """Return the files of a part of the starter, as bytes by their path in the new site.

    Names of hidden files begin with `dot-` in the starter, because git and packaging tools treat hidden files specially.
    """
    return {
        re.sub(r"(^|/)dot-", r"\1.", path.relative_to(folder).as_posix()): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
