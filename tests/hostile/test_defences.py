"""A defence that is taken out is missed by a test."""

from __future__ import annotations

import pytest

from tests.building import ROOT
from tests.hostile import defences
from tests.hostile.defences import DEFENCES, Defence, unnoticed


@pytest.mark.parametrize("name", DEFENCES)
def test_a_defence_stands_in_its_place_once(name: str) -> None:
    defence = DEFENCES[name]
    assert (ROOT / defence.file).read_text(encoding="utf-8").count(defence.old) == 1


def test_what_no_test_misses_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    title = Defence("README.md", "# Briefing Book\n", "# Book\n", "tests/shared/test_escape.py")
    monkeypatch.setitem(defences.DEFENCES, "none", title)
    assert list(unnoticed(["none"])) == ["none"]


def test_a_test_that_fails_with_all_defences_shows_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    gone = DEFENCES["html"]._replace(tests="tests/test_that_is_not_there.py")
    monkeypatch.setitem(defences.DEFENCES, "gone", gone)
    with pytest.raises(ValueError, match="cannot run"):
        list(unnoticed(["gone"]))
