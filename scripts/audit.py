"""Look for known vulnerabilities in every locked package, and check the licences of the audit's own tools.

`python scripts/audit.py` works with any Python from 3.11 on, and uses only the standard library. It installs pip-audit into `.venv-audit`.
The locks name every package, so nothing of them has to be installed.
"""

import re
import subprocess
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SAFE, VULNERABLE, UNKNOWN = 0, 1, 2
"""Exit codes: nothing is known, vulnerabilities are known, or not everything could be looked up."""
_OPTIONS = ("--strict", "--require-hashes", "--disable-pip", "--progress-spinner=off", "--requirement")
_NO_NETWORK = re.compile(
    r"requests\.exceptions\.(?:\w*Connect\w*|ProxyError|SSLError|\w*Timeout)|Could not connect|NewConnectionError|NameResolutionError"
)


def audit(command: Sequence[str | Path], locks: Iterable[Path]) -> int:
    """Run pip-audit, which is `command`, on each lock, and print what it finds. Return the exit code."""
    worst = SAFE
    for lock in locks:
        done = subprocess.run([*command, *_OPTIONS, lock], capture_output=True, text=True, check=False)
        lines = done.stderr.strip().splitlines() or [f"it ended with {done.returncode}"]
        if done.returncode == 0:
            print(f"{lock.name}: {lines[-1]}")
        elif done.stdout.strip():  # the table of what was found
            print(f"{lock.name}:\n{done.stdout.rstrip()}")
            worst = max(worst, VULNERABLE)
        elif _NO_NETWORK.search(done.stderr):
            print(_no_audit("the list of known vulnerabilities cannot be reached"), file=sys.stderr)
            return UNKNOWN
        else:
            print(f"{lock.name} could not be audited: {lines[-1]}", file=sys.stderr)
            worst = UNKNOWN
    return worst


def _no_audit(reason: str) -> str:
    return f"No audit: {reason}. Check the network, then run make audit again."


def main() -> int:
    """Install pip-audit if it is missing, and audit all locks. Return the exit code."""
    setup = subprocess.run(
        [sys.executable, ROOT / "scripts" / "setup.py", "audit"],
        stderr=subprocess.PIPE,
        text=True,
        check=False,
    )
    if setup.returncode:
        errors = [
            line for line in setup.stderr.splitlines() if line.startswith("ERROR: ")
        ] or setup.stderr.splitlines()
        print(_no_audit(f"pip-audit cannot be installed ({' '.join(errors[-1:])})"), file=sys.stderr)
        return UNKNOWN
    programs = ROOT / ".venv-audit" / ("Scripts" if sys.platform == "win32" else "bin")
    licences = subprocess.run([programs / "python", ROOT / "scripts" / "licences.py"], check=False)
    found = audit([programs / "pip-audit"], sorted((ROOT / "requirements").glob("*.txt")))
    return found or licences.returncode


if __name__ == "__main__":
    sys.exit(main())
