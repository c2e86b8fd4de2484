"""How a browser for the tests is found, and where one is taken from when there is none."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from scripts import browser

ROOT = Path(__file__).parents[2]


class Machine:
    """A machine on which a browser is there only after the command `gives` has been run."""

    def __init__(self, gives: str = "") -> None:
        self.gives = gives
        self.ran: list[str] = []

    def run(self, *command: str) -> bool:
        self.ran.append(" ".join(command).replace(sys.executable, "python"))
        if "playwright" in command:
            return self.gives.startswith("python")
        return not self.ran[-1].endswith("-shell") or self.ran[-1] == self.gives

    def find_browser(self) -> str:
        if self.gives and self.gives in self.ran:
            return "/a/browser"
        raise browser.NoBrowserError(browser.ADVICE)


PLAYWRIGHT = "python -m playwright install chromium"
DEBIAN = "env DEBIAN_FRONTEND=noninteractive apt-get install --yes chromium"
SHELL = f"{DEBIAN} chromium-headless-shell"  # not in older Debians


def put(machine: Machine, monkeypatch: pytest.MonkeyPatch, *, user: int) -> Machine:
    """Run the script's functions on `machine`, which has apt-get and sudo, as the user of that number."""
    monkeypatch.delenv("BRIEFING_CHROMIUM", raising=False)
    monkeypatch.setattr(browser, "find_browser", machine.find_browser)
    monkeypatch.setattr(browser, "run", machine.run)
    monkeypatch.setattr(shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(os, "geteuid", lambda: user)
    return machine


def test_playwright_s_own_browser_is_asked_for_first(monkeypatch: pytest.MonkeyPatch) -> None:
    machine = put(Machine(gives=PLAYWRIGHT), monkeypatch, user=0)
    assert browser.find_or_install() == "/a/browser"
    assert machine.ran == [PLAYWRIGHT]


def test_debian_s_packages_are_next_with_new_package_lists(monkeypatch: pytest.MonkeyPatch) -> None:
    machine = put(Machine(gives=SHELL), monkeypatch, user=0)
    assert browser.find_or_install() == "/a/browser"
    assert machine.ran == [PLAYWRIGHT, "apt-get update", SHELL]


def test_where_debian_has_no_browser_without_windows_one_with_windows_will_do(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    machine = put(Machine(gives=DEBIAN), monkeypatch, user=0)
    assert browser.find_or_install() == "/a/browser"
    assert machine.ran == [PLAYWRIGHT, "apt-get update", SHELL, DEBIAN]


def test_a_user_who_is_not_root_needs_sudo_without_a_password(monkeypatch: pytest.MonkeyPatch) -> None:
    sudo = "sudo --non-interactive "
    machine = put(Machine(gives=sudo + DEBIAN), monkeypatch, user=1000)
    assert browser.find_or_install() == "/a/browser"
    assert machine.ran == [PLAYWRIGHT, sudo + "true", sudo + "apt-get update", sudo + SHELL, sudo + DEBIAN]


def test_where_no_browser_can_be_had_the_command_fails_and_says_what_to_do(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    put(Machine(), monkeypatch, user=0)
    assert browser.main(["--install"]) == 1
    printed = capsys.readouterr()
    assert printed.out == ""
    assert "they are not skipped" in printed.err
    assert "apt-get install chromium" in printed.err


def test_a_named_browser_that_does_not_start_is_said_and_nothing_is_installed_instead() -> None:
    """In a process of its own: Playwright starts once in each."""
    done = subprocess.run(
        [sys.executable, "-m", "scripts.browser", "--install"],
        cwd=ROOT,
        env={**os.environ, "BRIEFING_CHROMIUM": "/bin/false"},
        check=False,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 1
    assert "/bin/false does not start" in done.stderr
    assert "Asking Playwright" not in done.stderr
