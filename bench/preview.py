"""What editors wait for: from a saved file to the new page in the live preview, over a build: `python -m bench.preview`."""

import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from urllib.request import urlopen

from scripts.guide import preview
from tests.building import ROOT, copy_project

SAVES = 9
_FILE = "briefings/ukraine-settlement/positions/russia.yml"
_PAGE = "briefings/ukraine-settlement/"
_LINE = "reason: It seeks to maintain control."
_LOOK = 0.01  # seconds between two looks at the page


def main() -> int:
    """Print both times, and their ratio."""
    with tempfile.TemporaryDirectory() as folder:
        root = copy_project(ROOT, Path(folder) / "site")
        started = time.perf_counter()
        subprocess.run(
            [sys.executable, "-m", "generator", "build", "--root", str(root)], check=True, capture_output=True
        )
        build_time = time.perf_counter() - started
        with preview(root) as address:
            waits = [_wait(root, f"{address}{_PAGE}", number) for number in range(SAVES)]
    median, slowest = statistics.median(waits), max(waits)
    print(f"a build {build_time:.2f} s; from a save to its page {median:.2f} s (slowest {slowest:.2f} s)")
    print(f"ratio {median / build_time:.2f}")
    return 0


def _wait(root: Path, page: str, number: int) -> float:
    """Save a new line, and give the seconds until the page has it."""
    path = root / _FILE
    text, new = path.read_text(encoding="utf-8"), f"New line number {number}."
    old = _LINE if _LINE in text else f"reason: New line number {number - 1}."
    path.write_text(text.replace(old, f"reason: {new}"), encoding="utf-8")
    started = time.perf_counter()
    while True:
        with urlopen(page) as answer:  # noqa: S310 - an http address of this machine
            if new in answer.read().decode():
                break
        time.sleep(_LOOK)
    took = time.perf_counter() - started
    time.sleep(1)  # what the preview does after it has shown the page is not in the next figure
    return took


if __name__ == "__main__":
    sys.exit(main())
