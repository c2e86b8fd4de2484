"""The packages from npm are installed once and completely, or not at all."""

import json
from pathlib import Path

import pytest

from scripts.npm import LOCKED, NODE, NpmError, package


def test_installed_packages_are_not_installed_again() -> None:
    first = package("yaml-language-server")
    assert NODE.is_file()
    assert (first / "package.json").is_file()
    assert package("yaml-language-server", npm=Path("no-npm.js")) == first


def test_a_failed_installation_is_reported_and_leaves_no_folder(tmp_path: Path) -> None:
    below = tmp_path / "below"
    with pytest.raises(NpmError, match=r"package-lock\.json"):
        package("yaml-language-server", below, npm=tmp_path / "no-npm.js")
    assert [path for path in below.iterdir() if path.is_dir()] == []


def test_the_lock_file_has_a_hash_for_each_package_and_no_url() -> None:
    lock = json.loads((LOCKED / "package-lock.json").read_text(encoding="utf-8"))
    packages = [package for path, package in lock["packages"].items() if path]
    assert len(packages) > 10
    assert all(
        package["integrity"].startswith("sha512-") and "resolved" not in package for package in packages
    )
