"""All long tests against hostile input, or some parts of them: `python -m tests.hostile [strings] [files] [defences] [kills]`.

Each part ends with a line of counts, and says how to try a case again that failed.
"""

import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from xml.etree import ElementTree as ET

from tests.building import ROOT
from tests.hostile import build_kills, kills, mutants, removal
from tests.hostile.batches import all_texts

_AGAIN = "Try a batch again: .venv/bin/python -m pytest tests/browser/hostile_lists.py -k NUMBER"


def strings() -> int:
    """Show every text of the lists in a browser. Return the exit code of pytest."""
    with tempfile.TemporaryDirectory() as temporary:
        report = Path(temporary, "report.xml")
        words = (
            "--numprocesses=2",
            "--tb=short",
            "--override-ini=junit_family=xunit1",
            f"--junitxml={report}",
            "tests/browser/hostile_lists.py",
        )
        command = [sys.executable, "-m", "pytest", *words]
        code = subprocess.run(command, cwd=ROOT, check=False).returncode
        counts = Counter[str]()
        for item in ET.parse(report).iter("property") if report.exists() else ():  # noqa: S314 - our own file
            counts[item.attrib["name"]] += int(item.attrib["value"])
    if code:
        print(_AGAIN)
    print(
        f"strings: {counts['accepted']:,} of {len(all_texts()):,} each in all fields of a briefing of its own, in a browser: "
        f"none ran, {counts['compared']:,} places show it as written; {counts['refused']:,} refused with an error; "
        f"{len(all_texts()) - counts['accepted'] - counts['refused']:,} in batches that failed"
    )
    return code


def all_kills() -> int:
    """Kill builds, then every command that writes. Return 1 if anything is broken."""
    return max(build_kills.main(), kills.main(()))


PARTS: Mapping[str, Callable[[], int]] = {
    "strings": strings,
    "files": mutants.main,
    "defences": lambda: removal.main(()),
    "kills": all_kills,
}


def main(names: Sequence[str]) -> int:
    """Run the parts with these names, or all of them. Return 1 if one of them failed."""
    if unknown := sorted(set(names) - PARTS.keys()):
        print(f"There is no part {unknown[0]!r}. The parts are: {', '.join(PARTS)}.")
        return 2
    failed = []
    for name in names or PARTS:
        print(f"== {name}", flush=True)
        start = time.monotonic()
        if PARTS[name]():
            failed.append(name)
        print(f"   {name}: {(time.monotonic() - start) / 60:.0f} minutes", flush=True)
    print(
        f"Failed: {', '.join(failed)}. One part alone: make hostile PART={failed[0]}"
        if failed
        else "All held."
    )
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
