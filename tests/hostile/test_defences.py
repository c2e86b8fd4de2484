"""Each defence is in its place. `make hostile` removes each of them; here the procedure is tried on two."""

import pytest

from tests.building import ROOT
from tests.hostile import defences
from tests.hostile.defences import DEFENCES, Defence, undetected


def test_every_defence_is_in_its_place_once() -> None:
    counts = {
        name: (ROOT / defence.file).read_text(encoding="utf-8").count(defence.old)
        for name, defence in DEFENCES.items()
    }
    assert {name: count for name, count in counts.items() if count != 1} == {}


def test_a_removed_defence_is_detected_and_a_harmless_change_is_not(monkeypatch: pytest.MonkeyPatch) -> None:
    harmless = Defence("README.md", "# Briefing Book\n", "# Book\n", "tests/shared/test_escape.py")
    monkeypatch.setitem(defences.DEFENCES, "harmless", harmless)
    assert list(undetected(["html", "harmless"])) == ["harmless"]


def test_tests_that_cannot_run_are_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(defences.DEFENCES, "gone", DEFENCES["html"]._replace(tests="tests/test_missing.py"))
    with pytest.raises(ValueError, match="cannot run"):
        list(undetected(["gone"]))
