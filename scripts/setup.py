"""Install the packages that `requirements/<task>.txt` locks, and this project in editable form, into `.venv`.

`python scripts/setup.py site|test|bench|audit` works with any Python from 3.11 on, and uses only the standard library.
It does nothing if the last run installed the same files. It does not remove packages that no lock names any more: for
that, run `make clean`. The measurements and the audit have environments of their own, `.venv-bench` and `.venv-audit`.
"""

import hashlib
import importlib.util
import os
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TASKS = {
    "site": "build the site",
    "test": "run the tests",
    "bench": "measure the speed",
    "audit": "look for known faults",
}
VENVS = {"bench": ".venv-bench", "audit": ".venv-audit"}  # the other tasks use .venv


def main(arguments: list[str]) -> int:
    """Set up the environment for the task in `arguments`. Return the exit code."""
    if len(arguments) != 1 or arguments[0] not in TASKS:
        print(f"usage: setup.py {'|'.join(TASKS)}", file=sys.stderr)
        return 2
    task = arguments[0]
    folder = venv_of(task)
    stamp, expected = folder / f"installed-{task}.txt", fingerprint(task)
    if stamp.is_file() and stamp.read_text(encoding="ascii") == expected and _works(folder):
        return 0
    if not _works(folder) and not _make_venv(folder):
        return 1
    print(
        f"Installing into {folder.name} what is needed to {TASKS[task]} (requirements/{task}.txt) …",
        flush=True,
    )
    for other in TASKS:  # other versions of their packages are about to be replaced
        old = folder / f"installed-{other}.txt"
        if old.is_file() and old.read_text(encoding="ascii") != fingerprint(other):
            old.unlink()
    lock = f"requirements/{task}.txt"
    installed = _pip(folder, "--require-hashes", "-r", lock) and _pip(
        folder, "--no-deps", "--no-build-isolation", "-e", "."
    )
    if not installed:
        print("The installation failed. See the message of pip above, then run make again.", file=sys.stderr)
        return 1
    stamp.write_text(expected, encoding="ascii")
    return 0


def venv_of(task: str) -> Path:
    """Return the folder of the environment for `task`."""
    return ROOT / VENVS.get(task, ".venv")


def fingerprint(task: str) -> str:
    """Return a hash of the files that decide what is installed for `task`, and of the folder, which cannot be moved."""
    digest = hashlib.sha256(str(venv_of(task)).encode())
    for name in (f"requirements/{task}.txt", "pyproject.toml"):
        digest.update((ROOT / name).read_bytes())
    return digest.hexdigest()


def _python(folder: Path) -> Path:
    """Return the path of the interpreter in the environment `folder`, which may not exist."""
    return folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def _works(folder: Path) -> bool:
    """Return whether `folder` has a Python that starts, is new enough and has pip."""
    probe = "import sys, pip; sys.exit(sys.version_info < (3, 11))"
    if not _python(folder).exists():
        return False
    return subprocess.run([_python(folder), "-c", probe], capture_output=True, check=False).returncode == 0


def _make_venv(folder: Path) -> bool:
    """Make an empty environment with pip in `folder`. Return False, and print what is missing, if this Python cannot."""
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    if importlib.util.find_spec("ensurepip") is None:
        print(
            f"Python {version} ({sys.executable}) cannot make a virtual environment: it has no ensurepip.\n"
            f"On Debian and Ubuntu: sudo apt-get install python{version}-venv. Then run make again.",
            file=sys.stderr,
        )
        return False
    print(f"Making {folder.name} with Python {version} …", flush=True)
    venv.create(folder, clear=True, with_pip=True, symlinks=os.name != "nt")
    return True


def _pip(folder: Path, *arguments: str) -> bool:
    """Run `pip install` for `folder`: with progress on a terminal, else with errors only. Return whether it succeeded."""
    quiet = () if sys.stdout.isatty() else ("--quiet", "--quiet", "--progress-bar=off")
    command = [_python(folder), "-m", "pip", "install", "--disable-pip-version-check", *quiet, *arguments]
    return subprocess.run(command, cwd=ROOT, check=False, stdin=subprocess.DEVNULL).returncode == 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
