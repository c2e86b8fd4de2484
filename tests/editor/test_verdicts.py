"""The language server and `briefing check` agree on the shape of files."""

from __future__ import annotations

from pathlib import Path

from generator.pipeline import examine
from tests.editor.conftest import Open, cloned
from tests.test_cases import CASES, cases, failing, project


def of_shape(code: str) -> bool:
    """Say whether a fault is one of the shape of data."""
    return "E301" <= code <= "E309"


def laid_out(root: Path, name: str, files: dict[str, bytes]) -> list[str]:
    """Write a case below `root`; give the paths of its YAML files there."""
    for path, raw in files.items():
        (root / name / path).parent.mkdir(parents=True, exist_ok=True)
        (root / name / path).write_bytes(raw)
    return [f"{name}/{path}" for path in files if path.endswith(".yml")]


def test_each_file_of_wrong_shape_is_marked_by_the_server_too(editor: Open, tmp_path: Path) -> None:
    root = cloned(CASES / "base", tmp_path / "project")
    wrong: set[str] = set()
    for case, variant, _ in failing():
        told = examine(project(case, variant)).diagnostics
        if told and all(of_shape(one.code) for one in told if one.code.startswith("E")):
            written = laid_out(root, f"{case}/{variant}", project(case, variant))
            names = {f"{case}/{variant}/{one.location.file}" for one in told if of_shape(one.code)}
            wrong.update(names.intersection(written))  # a stored text has no schema
    assert len(wrong) > 15
    found = editor(root).open_all({name: (root / name).read_text(encoding="utf-8") for name in wrong})
    assert {name for name, told in found.items() if not told} == set()


def test_no_file_that_keeps_the_rules_of_shape_is_marked_by_the_server(editor: Open, tmp_path: Path) -> None:
    root = cloned(CASES / "base", tmp_path / "project")
    sound: list[str] = []
    for case in cases():
        for folder in sorted((CASES / case).glob("passes*")):
            if not any(one.code.startswith("E") for one in examine(project(case, folder.name)).diagnostics):
                sound += laid_out(root, f"{case}/{folder.name}", project(case, folder.name))
    assert len(sound) > 50
    found = editor(root).open_all({name: (root / name).read_text(encoding="utf-8") for name in sound})
    assert {name: told for name, told in found.items() if told} == {}
