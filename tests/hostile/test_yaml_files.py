"""Damaged and foreign YAML files end in a site or in errors with a location, never in a traceback, a signal or a hang.

`make hostile` tries two hundred thousand damaged files.
"""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from generator.content.strict_yaml import read_yaml
from generator.pipeline import examine
from tests.hostile import mutants
from tests.hostile.lists import yaml_files

COUNT = 60


def test_the_projects_are_sound_before_they_are_damaged() -> None:
    assert not any(examine(files).has_errors for files in mutants.projects())


def test_damaged_files_end_in_a_site_or_in_errors() -> None:
    found = mutants.run(0, COUNT)
    assert set(found) == {"site", "errors"}
    assert found["site"] > COUNT / 50


def test_every_file_of_the_yaml_test_suite_is_read_or_has_errors_with_a_location() -> None:
    assert len(yaml_files()) > 400
    for text in yaml_files().values():
        raw = text.encode("utf-8", "surrogatepass")
        file, errors = read_yaml("f.yml", raw)
        assert (file is None) == bool(errors), text
        assert all(error.location.line <= raw.count(b"\n") + 1 for error in errors), text


def test_a_file_of_the_yaml_test_suite_is_an_error_of_the_project() -> None:
    for name, text in list(yaml_files().items())[::10]:
        raw = text.encode("utf-8", "surrogatepass")
        for path in ("briefings/parties.yml", "briefings/old-bridge/positions/town.yml"):
            files = {**mutants.projects()[0], path: raw}
            examined = examine(files)
            assert examined.has_errors, name
            assert mutants.pages_of(files, examined) == ()


def test_an_exception_and_an_endless_check_are_results_of_their_own(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_files: Mapping[str, bytes], **_memory: object) -> None:
        raise KeyError("gone")

    def endless(_files: Mapping[str, bytes], **_memory: object) -> None:
        while True:
            pass

    monkeypatch.setattr(mutants, "_LONGEST", 0.01)
    for check, problem in ((broken, "KeyError: 'gone'"), (endless, "AssertionError: takes longer than 0.01")):
        monkeypatch.setattr(mutants, "examine", check)
        (found,) = mutants.run(0, 1)
        assert found.startswith(f"mutant 0: {problem}")


def test_a_check_that_knows_too_much_of_the_sound_project_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    without_errors = replace(examine(mutants.projects()[0]), diagnostics=())
    monkeypatch.setattr(mutants, "_examined", lambda number: (mutants.mutant(number), without_errors))
    (found,) = mutants.run(0, 1)
    assert "other diagnostics than those of a check from nothing" in found
