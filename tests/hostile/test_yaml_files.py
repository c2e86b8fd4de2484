"""Spoiled and foreign YAML files end in a site or in errors that name their place: never in a traceback, a signal or a hang."""

from __future__ import annotations

import pytest

from generator.pipeline import examine
from tests.hostile import mutants
from tests.hostile.lists import yaml_files

KINDS = (
    "seeds/bridge-2031-03-02.yml",
    "briefings/parties.yml",
    "briefings/names.yml",
    "briefings/wording.yml",
    "briefings/old-bridge/briefing.yml",
    "briefings/old-bridge/positions/town.yml",
)
# In the suite; `make hostile` takes two hundred thousand.
CHUNKS, OF = 4, 250


def test_what_is_spoiled_is_sound_before() -> None:
    assert all(not examine(files).has_errors for files in mutants.projects())


@pytest.mark.parametrize("chunk", range(CHUNKS))
def test_spoiled_files_end_in_a_site_or_in_errors(chunk: int) -> None:
    found = mutants.run(chunk * OF, OF)
    assert set(found) == {"site", "errors"}
    assert found["site"] > OF / 50


@pytest.mark.parametrize("path", KINDS)
def test_every_file_of_the_yaml_test_suite_in_the_place_of_one_of_ours_is_an_error_that_says_where(
    path: str,
) -> None:
    assert len(yaml_files()) > 400
    for name, text in yaml_files().items():
        files = {**mutants.projects()[0], path: text.encode("utf-8", "surrogatepass")}
        assert mutants.ends_well(files) == "errors", name


def test_a_mutant_that_ends_in_a_traceback_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_diagnostics: object) -> str:
        raise KeyError("gone")

    monkeypatch.setattr(mutants, "report", broken)
    assert set(mutants.run(0, 1)) == {"mutant 0: KeyError: 'gone'"}
