"""The packages from npm are installed once, whole or not at all."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from scripts import npm
from scripts.npm import NODE, WANTED, NpmError, package


def test_what_is_installed_is_not_asked_for_again(monkeypatch: pytest.MonkeyPatch) -> None:
    first = package("yaml-language-server")
    assert NODE.is_file()
    assert (first / "package.json").is_file()
    monkeypatch.setattr(npm, "NPM", Path("no-npm.js"))
    assert package("yaml-language-server") == first


def test_an_installation_that_fails_is_told_and_leaves_nothing(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(npm, "NPM", tmp_path / "no-npm.js")
    with pytest.raises(NpmError, match=r"package-lock\.json"):
        package("yaml-language-server", tmp_path / "below")
    assert list((tmp_path / "below").iterdir()) == []


def test_the_lock_names_no_address_to_load_from_and_a_hash_for_each_package() -> None:
    lock = json.loads((WANTED / "package-lock.json").read_text(encoding="utf-8"))
    packages = [about for path, about in lock["packages"].items() if path]
    assert len(packages) > 10
    assert all(about["integrity"].startswith("sha512-") and "resolved" not in about for about in packages)
