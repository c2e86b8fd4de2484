"""Find a Chromium or Chrome that starts, for the tests and the screenshots.

`python -m scripts.browser` prints its path. With `--install` it installs one if none is found: Playwright's own, or
Debian's packages if this user may install packages.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser, Playwright, sync_playwright
from playwright.sync_api import Error as PlaywrightError

# The first has no windows, and starts in half the time.
COMMANDS = (
    "chromium-headless-shell",
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
)
APPLICATIONS = (
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
)
# The browser itself sends no requests either.
QUIET = (
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
ADVICE = """\
No Chromium or Chrome that starts was found, and none could be installed. The browser tests need one,
and they are not skipped. Do one of these, then run make again:
  - install Chromium or Chrome (on Debian and Ubuntu: sudo apt-get install chromium)
  - let Playwright download its own: .venv/bin/python -m playwright install --with-deps chromium
  - name one: make test BRIEFING_CHROMIUM=/path/to/chromium"""


class NoBrowserError(Exception):
    """This machine has no browser that starts. The message says what to do."""


def find_browser() -> str:
    """Return the path of the first browser on this machine that starts.

    If `BRIEFING_CHROMIUM` is set, only that browser is tried. Raises NoBrowserError if none starts.
    """
    with sync_playwright() as playwright:
        for path in candidates(playwright):
            if starts(playwright, path):
                return path
    raise NoBrowserError(ADVICE)


def candidates(playwright: Playwright) -> Iterator[str]:
    """Yield the paths of browsers on this machine, the fastest first."""
    named = os.environ.get("BRIEFING_CHROMIUM")
    if named:
        yield named
        return
    found = (shutil.which(command) for command in COMMANDS)
    for path in (*found, *APPLICATIONS, playwright.chromium.executable_path):
        if path and Path(path).exists():
            yield path


def launch(playwright: Playwright, path: str, fontconfig: Path | None = None) -> Browser:
    """Start the browser at `path` without a window; it sees only the fonts that the file `fontconfig` lists.

    Chromium refuses to start with its sandbox for root, so root runs it without.
    """
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    fonts = {"FONTCONFIG_FILE": str(fontconfig)} if fontconfig else {}
    return playwright.chromium.launch(
        executable_path=path, args=list(QUIET), chromium_sandbox=not root, env={**os.environ, **fonts}
    )


def starts(playwright: Playwright, path: str) -> bool:
    """Return whether the browser at `path` starts and opens a page."""
    try:
        with launch(playwright, path) as browser:
            browser.new_page().close()
    except PlaywrightError as error:
        print(f"{path} does not start: {str(error).splitlines()[0]}", file=sys.stderr)
        return False
    return True


def install_from_playwright() -> bool:
    """Let Playwright download its own Chromium. Return whether it succeeded."""
    say("No browser found for the tests. Playwright downloads its own …")
    return run(sys.executable, "-m", "playwright", "install", "chromium")


def install_from_debian() -> bool:
    """Install Debian's package if this user may, without a password. Return whether it succeeded."""
    sudo = [] if hasattr(os, "geteuid") and os.geteuid() == 0 else ["sudo", "--non-interactive"]
    if not shutil.which("apt-get") or (sudo and not run(*sudo, "true")):
        return False
    say("Installing the chromium package …")
    install = (*sudo, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "install", "--yes", "chromium")
    return run(*sudo, "apt-get", "update") and (run(*install, COMMANDS[0]) or run(*install))


INSTALLERS = (install_from_playwright, install_from_debian)


def find_or_install() -> str:
    """Return the path of a browser that starts, after installing one if there is none.

    Raises NoBrowserError if none can be installed, or if the one that `BRIEFING_CHROMIUM` names does not start.
    """
    try:
        return find_browser()
    except NoBrowserError:
        if os.environ.get("BRIEFING_CHROMIUM"):
            raise
    for install in INSTALLERS:
        if install():
            try:
                return find_browser()
            except NoBrowserError:
                say("The browser was installed, but it does not start.")
    raise NoBrowserError(ADVICE)


def run(*command: str) -> bool:
    """Run `command` without output, or with the last lines of its errors. Return whether it succeeded."""
    if not shutil.which(command[0]):
        return False
    done = subprocess.run(command, check=False, stdin=subprocess.DEVNULL, capture_output=True, text=True)
    if done.returncode != 0:
        say("\n".join((done.stderr or done.stdout).strip().splitlines()[-3:]))
    return done.returncode == 0


def say(message: str) -> None:
    """Print a message for the person who called make. Standard output is only for the path."""
    print(message, file=sys.stderr, flush=True)


def main(arguments: list[str]) -> int:
    """Print the path of a browser that starts. Return the exit code."""
    try:
        print(find_or_install() if "--install" in arguments else find_browser())
    except NoBrowserError as error:
        say(str(error))
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
