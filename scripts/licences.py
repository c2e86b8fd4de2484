"""Check the licences of everything that is installed: `python scripts/licences.py` checks the environment of that Python.

Each statement of a package about its licence must be on the list: no GPL or AGPL, whose terms would also be those of this project.
It uses only the standard library, so that every environment of the project can run it.
"""

import json
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from importlib.metadata import Distribution, distributions
from pathlib import Path

# As packages write them: identifiers of SPDX, and the names that older packages use.
ALLOWED = frozenset({
    "0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "CC0-1.0", "CNRI-Python", "ISC", "MIT", "MIT-0", "MIT-CMU", "MPL-2.0", "OFL-1.1",
    "PSF-2.0", "Python-2.0", "Unlicense", "Zlib",
    "Apache 2.0", "Apache License", "Apache License 2.0", "Apache Software License", "BSD", "BSD 2-Clause License", "BSD 3-Clause License",
    "BSD License", "CC0 1.0 Universal", "CC0 1.0 Universal (CC0 1.0) Public Domain Dedication", "ISC License", "ISC License (ISCL)", "MIT Licence", "MIT License", "Mozilla Public License 2.0 (MPL 2.0)", "PSFL",
    "Python Software Foundation License", "SIL OFL V1.1", "The BSD 2-Clause License", "The Unlicense (Unlicense)",
})  # fmt: skip
EXCEPTIONS = {
    "axe-playwright-python": "states no licence; its file LICENSE is that of MIT",
    "biopython": "its own licence, which asks for nothing but its notice; only the measurements use it",
    "chardet": "LGPL: its terms end at the package, which readability-lxml imports and nobody changes",
    "commonmark-spec": "CC-BY-SA-4.0: examples that tests read, and nobody publishes",
    "dejavu-fonts-ttf": "names its file LICENSE, a permissive licence of fonts",
    "tld": "MPL-1.1, GPL-2.0-only or LGPL-2.1-or-later, of which we choose the first",
}
"""The packages whose statements are not on the list, each with the reason why it is allowed."""
_CLASSIFIER = "License :: "
_NO_STATEMENT = ("", "UNKNOWN", "OSI Approved")


def refused(statements: Mapping[str, Iterable[str]]) -> Iterator[str]:
    """Yield a line for each package that has no statement, or one that is not on the list, and is no exception."""
    for name, texts in sorted(statements.items()):
        if name not in EXCEPTIONS:
            unknown = sorted({part for text in texts for part in _parts(text)} - ALLOWED)
            if unknown or not texts:
                yield f"{name}: {', '.join(unknown) or 'no licence is stated'}"


def installed(packages: Iterable[Distribution]) -> dict[str, list[str]]:
    """Return what each package states about its licence, by its normalised name."""
    return {re.sub(r"[-_.]+", "-", package.name).lower(): _statements(package) for package in packages}


def locked_npm(lock: Path) -> dict[str, list[str]]:
    """Return what each package in a lock of npm states about its licence."""
    packages = json.loads(lock.read_text(encoding="utf-8"))["packages"]
    return {
        path.rpartition("node_modules/")[2]: [package["license"]] if "license" in package else []
        for path, package in packages.items()
        if path  # else the folder itself
    }


def _statements(package: Distribution) -> list[str]:
    """Return all statements of a package. The text of a whole licence counts only if there is no other."""
    fields = package.metadata
    expression, licence = (
        (fields.get_all(key) or [""])[0].strip() for key in ("License-Expression", "License")
    )
    classifiers = [text for text in fields.get_all("Classifier") or () if text.startswith(_CLASSIFIER)]
    stated = [expression, *(text.rpartition(" :: ")[2] for text in classifiers)]
    if "\n" not in licence:
        stated.append(licence)
    found = [text for text in stated if text not in _NO_STATEMENT]
    return found or licence.splitlines()[:1] if "\n" in licence else found


def _parts(statement: str) -> list[str]:
    """Return the licences in an expression. Each has to be allowed, also one that could be chosen."""
    if statement in ALLOWED:
        return [statement]
    return [part.strip("() ") for part in re.split(r"\s+(?:AND|OR)\s+", statement)]


def main() -> int:
    """Check what is installed beside this Python. Return the exit code."""
    statements = installed(distributions())
    problems = list(refused(statements))
    for problem in problems:
        print(f"not on the list of licences: {problem}", file=sys.stderr)
    if not problems:
        print(f"The licences of {len(statements)} packages are on the list.")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
