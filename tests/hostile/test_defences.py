"""Each defence is in its place. `make hostile` removes each of them; here the procedure is tried on two."""

from pathlib import Path

import pytest

from tests.building import ROOT
from tests.hostile import removal
from tests.hostile.defence import Defence
from tests.hostile.defences import DEFENCES
from tests.hostile.removal import outcomes


def test_every_defence_is_in_its_place_once() -> None:
    counts = {
        name: (ROOT / defence.file).read_text(encoding="utf-8").count(defence.old)
        for name, defence in DEFENCES.items()
    }
    assert {name: count for name, count in counts.items() if count != 1} == {}


def test_a_removed_defence_is_detected_and_nothing_else_is(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    fails, hangs = tmp_path / "test_fails.py", tmp_path / "test_hangs.py"
    fails.write_text("def test_something() -> None:\n    raise ValueError\n", encoding="utf-8")
    hangs.write_text(
        "from pathlib import Path\ndef test_waits() -> None:\n"
        "    while Path('README.md').read_text(encoding='utf-8').startswith('# Book'): pass\n",
        encoding="utf-8",
    )
    harmless = Defence("README.md", "# Briefing Book\n", "# Book\n", DEFENCES["html"].tests)
    for name, tests in {
        "harmless": harmless.tests,
        "gone": "tests/test_missing.py",
        "fails": str(fails),
        "hangs": str(hangs),
    }.items():
        monkeypatch.setitem(DEFENCES, name, harmless._replace(tests=tests))
    found = dict(outcomes(["html", "harmless", "gone", "fails"]))
    assert found["html"] == ""
    assert found["harmless"] == "no test detects it"
    assert found["gone"].startswith("pytest ends with 4")
    assert found[str(fails)].startswith("fails before a defence is removed; pytest ends with 1")
    monkeypatch.setattr(removal, "LONGEST", 15)
    assert dict(outcomes(["hangs"]))["hangs"].startswith("the tests hang: stopped after 15 seconds")
