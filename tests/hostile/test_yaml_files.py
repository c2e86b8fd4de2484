"""Damaged and foreign YAML files end in a site or in errors with a location, never in a traceback, a signal or a hang.

`make hostile` tries two hundred thousand damaged files.
"""

from collections.abc import Mapping

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
            assert mutants.result({**mutants.projects()[0], path: raw}) == "errors", name


def test_an_exception_is_a_result_of_its_own() -> None:
    def broken(_files: Mapping[str, bytes]) -> str:
        raise KeyError("gone")

    assert set(mutants.run(0, 1, broken)) == {"mutant 0: KeyError: 'gone'"}
