"""What the project installs has licences that fit its own: they are on a list, or are exceptions with a reason."""

import json
import os
from collections.abc import Iterable
from importlib.metadata import Distribution, distributions
from pathlib import Path

import pytest

from scripts.licences import ALLOWED, EXCEPTIONS, installed, locked_npm, refused
from scripts.setup import VENVS
from tests.repository.test_project import ROOT, locked

ENVIRONMENTS = ["test", *VENVS]
NPM = ROOT / "tests" / "npm" / "package-lock.json"


def found(task: str) -> Iterable[Distribution]:
    """Return what is installed for a task: the tests, or an environment of its own, which may not be there."""
    if task not in VENVS:
        return distributions()
    libraries = "Lib" if os.name == "nt" else "lib/python3*"
    return distributions(path=list(map(str, (ROOT / VENVS[task]).glob(f"{libraries}/site-packages"))))


@pytest.mark.parametrize("task", ENVIRONMENTS)
def test_every_installed_package_has_a_licence_on_the_list(task: str) -> None:
    assert list(refused(installed(found(task)))) == []


def test_the_packages_that_tests_need_are_among_those_that_are_checked() -> None:
    # A lock also has packages for other systems.
    assert len(locked("test").keys() & installed(found("test")).keys()) > 60


def test_every_package_from_npm_has_a_licence_on_the_list() -> None:
    statements = locked_npm(NPM)
    assert len(statements) > 20
    assert list(refused(statements)) == []


def test_every_exception_is_locked_and_needed() -> None:
    locks = {name for task in ("site", *ENVIRONMENTS) for name in locked(task)}
    assert {*EXCEPTIONS} <= locks | locked_npm(NPM).keys()
    statements = installed(found("test")) | locked_npm(NPM)
    assert [name for name in EXCEPTIONS if any(text in ALLOWED for text in statements.get(name, ()))] == []


@pytest.mark.parametrize(
    ("fields", "problem"),
    [
        ("License-Expression: GPL-3.0-or-later", "GPL-3.0-or-later"),
        ("License-Expression: AGPL-3.0-only", "AGPL-3.0-only"),
        ("License-Expression: MIT AND (GPL-2.0-only OR ISC)", "GPL-2.0-only"),
        ("License: GPLv3", "GPLv3"),
        ("License: MIT\nClassifier: License :: OSI Approved :: GNU Affero General Public License v3", "GNU Affero General Public License v3"),
        ("License: GNU GENERAL PUBLIC LICENSE\n        Version 3", "GNU GENERAL PUBLIC LICENSE"),
        ("License: UNKNOWN", "no licence is stated"),
        ("Classifier: License :: OSI Approved", "no licence is stated"),
        ("Summary: x", "no licence is stated"),
    ],
)  # fmt: skip
def test_another_licence_is_refused_wherever_a_package_states_it(
    tmp_path: Path, fields: str, problem: str
) -> None:
    folder = tmp_path / "some_package-1.dist-info"
    folder.mkdir()
    (folder / "METADATA").write_text(
        f"Metadata-Version: 2.4\nName: Some_Package\nVersion: 1\n{fields}\n", encoding="utf-8"
    )
    assert list(refused(installed(distributions(path=[str(tmp_path)])))) == [f"some-package: {problem}"]


def test_a_package_from_npm_without_a_licence_is_refused(tmp_path: Path) -> None:
    lock = tmp_path / "package-lock.json"
    lock.write_text(
        json.dumps({"packages": {"": {}, "node_modules/a": {}, "node_modules/b": {"license": "GPL-3.0"}}}),
        encoding="utf-8",
    )
    assert list(refused(locked_npm(lock))) == ["a: no licence is stated", "b: GPL-3.0"]
