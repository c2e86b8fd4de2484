"""The script finds a browser for the tests, and installs one if there is none."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from scripts import browser

ROOT = Path(__file__).parents[2]


class Machine:
    """A machine that has a browser only after the command `installs` has run."""

    def __init__(self, installs: str = "") -> None:
        self.installs = installs
        self.ran: list[str] = []

    def run(self, *command: str) -> bool:
        self.ran.append(" ".join(command).replace(sys.executable, "python"))
        if "playwright" in command:
            return self.installs.startswith("python")
        return not self.ran[-1].endswith("-shell") or self.ran[-1] == self.installs

    def find_browser(self) -> str:
        if self.installs and self.installs in self.ran:
            return "/a/browser"
        raise browser.NoBrowserError(browser.ADVICE)


PLAYWRIGHT = "python -m playwright install chromium"
DEBIAN = "env DEBIAN_FRONTEND=noninteractive apt-get install --yes chromium"
SHELL = f"{DEBIAN} chromium-headless-shell"  # not in older Debians


def use(machine: Machine, monkeypatch: pytest.MonkeyPatch, *, user: int) -> Machine:
    """Run the functions of the script on `machine`, which has apt-get and sudo, as the user with this number."""
    monkeypatch.delenv("BRIEFING_CHROMIUM", raising=False)
    monkeypatch.setattr(browser, "find_browser", machine.find_browser)
    monkeypatch.setattr(browser, "run", machine.run)
    monkeypatch.setattr(shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(os, "geteuid", lambda: user)
    return machine


def test_playwright_s_own_browser_is_installed_first(monkeypatch: pytest.MonkeyPatch) -> None:
    machine = use(Machine(installs=PLAYWRIGHT), monkeypatch, user=0)
    assert browser.find_or_install() == "/a/browser"
    assert machine.ran == [PLAYWRIGHT]


def test_debian_s_package_is_next_after_an_update_of_the_package_lists(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    machine = use(Machine(installs=SHELL), monkeypatch, user=0)
    assert browser.find_or_install() == "/a/browser"
    assert machine.ran == [PLAYWRIGHT, "apt-get update", SHELL]


def test_a_browser_with_windows_is_installed_if_debian_has_none_without(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    machine = use(Machine(installs=DEBIAN), monkeypatch, user=0)
    assert browser.find_or_install() == "/a/browser"
    assert machine.ran == [PLAYWRIGHT, "apt-get update", SHELL, DEBIAN]


def test_a_user_who_is_not_root_uses_sudo_without_a_password(monkeypatch: pytest.MonkeyPatch) -> None:
    sudo = "sudo --non-interactive "
    machine = use(Machine(installs=sudo + DEBIAN), monkeypatch, user=1000)
    assert browser.find_or_install() == "/a/browser"
    assert machine.ran == [PLAYWRIGHT, sudo + "true", sudo + "apt-get update", sudo + SHELL, sudo + DEBIAN]


def test_without_a_browser_the_command_fails_and_says_what_to_do(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    use(Machine(), monkeypatch, user=0)
    assert browser.main(["--install"]) == 1
    printed = capsys.readouterr()
    assert printed.out == ""
    assert "they are not skipped" in printed.err
    assert "apt-get install chromium" in printed.err


def test_a_named_browser_that_does_not_start_is_an_error_and_no_other_is_installed() -> None:
    """In a process of its own, because Playwright starts only once in a process."""
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
    assert "Playwright downloads" not in done.stderr
