"""`make wheel` writes a bill of materials beside the wheel: what the wheel needs, as the lock has it."""

import hashlib
import json
import re
import shutil
import subprocess
import sys
from importlib.metadata import requires
from pathlib import Path
from typing import Any

import pytest
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
from packaging.requirements import Requirement

from scripts import sbom
from tests.repository.test_project import ROOT, locked, make_targets, project, text_of

LOCK = ROOT / "requirements" / "site.txt"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this project, built from a copy."""
    dist = tmp_path_factory.mktemp("sbom") / "dist"
    command = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(dist)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = dist.glob("*.whl")
    return wheel


@pytest.fixture(scope="module")
def bill(wheel: Path) -> dict[str, Any]:
    """The bill of materials of the wheel."""
    assert sbom.main(wheel.parent) == 0
    bill: dict[str, Any] = json.loads(wheel.with_suffix(".cdx.json").read_text(encoding="utf-8"))
    return bill


def test_the_bill_is_valid_cyclonedx(bill: dict[str, Any]) -> None:
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(json.dumps(bill)) is None


def test_the_bill_names_the_wheel_by_its_hash(bill: dict[str, Any], wheel: Path) -> None:
    (stated,) = bill["metadata"]["component"]["hashes"]
    assert stated == {"alg": "SHA-256", "content": hashlib.sha256(wheel.read_bytes()).hexdigest()}


def test_the_bill_has_every_locked_package_with_all_hashes_except_the_tools_that_build(
    bill: dict[str, Any],
) -> None:
    listed: dict[str, set[str]] = {}
    for component in bill["components"]:
        (files,) = component["externalReferences"]
        name = f"{component['name']}=={component['version']}"
        listed[name] = {f"--hash=sha256:{each['content']}" for each in files["hashes"]}
    lines = text_of(LOCK).replace("\\\n", "").splitlines()
    pins = {
        words[0]: {word for word in words if word.startswith("--hash")}
        for line in lines
        if (words := line.split()) and "==" in words[0]
    }
    left_out = {name.partition("==")[0] for name in pins.keys() - listed.keys()}
    assert listed == {name: pins[name] for name in listed}
    # What they need alone is left out with them.
    assert left_out == {"editables", "hatchling", "pluggy", "tomlkit", "trove-classifiers"}


def test_the_bill_knows_what_the_wheel_and_its_packages_need(bill: dict[str, Any]) -> None:
    needs = {
        entry["ref"]: {re.split("[/@]", purl)[1] for purl in entry["dependsOn"]}
        for entry in bill["dependencies"]
    }
    own = bill["metadata"]["component"]["purl"]
    about = project()["project"]
    asked = [*about["dependencies"], *about["optional-dependencies"]["articles"]]
    assert needs[own] == {Requirement(each).name.replace(".", "-") for each in asked}
    (mkdocs,) = (ref for ref in needs if ref.startswith("pkg:pypi/mkdocs@"))
    of_mkdocs = [Requirement(each) for each in requires("mkdocs") or ()]
    assert needs[mkdocs] >= {each.name.lower().replace("_", "-") for each in of_mkdocs if each.marker is None}
    assert needs.keys() - {own} == {component["bom-ref"] for component in bill["components"]}


def test_the_same_wheel_and_lock_give_the_same_bytes(
    bill: dict[str, Any], wheel: Path, tmp_path: Path
) -> None:
    again = tmp_path / "dist"
    again.mkdir()
    shutil.copy(wheel, again)
    sbom.main(again)
    text = (again / wheel.name).with_suffix(".cdx.json").read_bytes()
    assert text == wheel.with_suffix(".cdx.json").read_bytes()
    other = sbom.bill(
        wheel, text_of(LOCK).replace("# via requests", "# via  requests", 1), project()["project"]
    )
    assert other["serialNumber"] != bill["serialNumber"]


def test_a_locked_package_without_a_hash_is_an_error() -> None:
    with pytest.raises(ValueError, match="click has no hash"):
        list(sbom.locked("click==8.1 \\\n    # via mkdocs\n"))


def test_without_a_wheel_there_is_no_bill(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert sbom.main(tmp_path) == 1
    assert "run make wheel" in capsys.readouterr().err


def test_make_wheel_writes_the_bill() -> None:
    assert "wheel" in make_targets()
    assert re.search(
        r"^wheel: .*\n\t.*hatchling build --target wheel && .*scripts/sbom\.py$",
        text_of(ROOT / "Makefile"),
        re.MULTILINE,
    )
    assert locked("test")["cyclonedx-python-lib"]
