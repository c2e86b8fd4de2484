"""The part of GitHub that a test can do without it: store repositories, and run the workflow of a site."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml

_MAIN = "github.ref == 'refs/heads/main' && github.event_name != 'pull_request'"
_PULL_REQUEST = "github.event_name == 'pull_request'"
_EXPRESSION = re.compile(r"\$\{\{ (.*?) \}\}")
ADDRESS = "https://owner.github.io/my-site/"


@dataclass(frozen=True)
class Ran:
    """A run of the first job of the workflow: whether it succeeded, its output, its summary, and the folder of its site."""

    green: bool
    output: str
    summary: str
    site: Path


@dataclass(frozen=True)
class GitHub:
    """Repositories below `folder`, which commands that run with `env` find at https://github.com/OWNER/."""

    folder: Path
    env: Mapping[str, str]

    @classmethod
    def at(cls, folder: Path, env: Mapping[str, str]) -> GitHub:
        """Start in an empty folder. Git ignores the settings of the machine."""
        folder.mkdir()
        git = {
            "GIT_CONFIG_GLOBAL": os.devnull,
            "GIT_CONFIG_NOSYSTEM": "1",
            "GIT_CONFIG_COUNT": "1",
            "GIT_CONFIG_KEY_0": f"url.file://{folder}/.insteadOf",
            "GIT_CONFIG_VALUE_0": "https://github.com/OWNER/",
        }
        people = {
            f"GIT_{role}_{what}": value
            for role in ("AUTHOR", "COMMITTER")
            for what, value in (("NAME", "Mara"), ("EMAIL", "mara@example.org"))
        }
        return cls(folder, {**env, **git, **people})

    def run(self, command: str, cwd: Path) -> str:
        """Run a command in bash. Return its output."""
        done = self._bash(command, cwd, {})
        assert done.returncode == 0, f"{command}\n{done.stdout}{done.stderr}"
        return done.stdout + done.stderr

    def workflow(self, checkout: Path, *, pull_request: bool = False) -> Ran:
        """Run the commands of the first job of the workflow in a checkout, until one fails. Install nothing."""
        workflow = yaml.safe_load(
            (checkout / ".github" / "workflows" / "site.yml").read_text(encoding="utf-8")
        )
        conditions = {_MAIN: not pull_request, _PULL_REQUEST: pull_request}
        values = {
            "steps.pages.outputs.base_url || 'http://127.0.0.1:8000/'": ADDRESS,
            "github.server_url": "https://github.com",
            "github.repository": "OWNER/my-site",
        }
        summary = checkout.with_name(f"{checkout.name}-summary.md")
        summary.touch()
        output = ""
        for step in workflow["jobs"]["build"]["steps"]:
            # Steps without a command use actions of others. The generator is already installed.
            if (
                "run" not in step
                or "pip install" in step["run"]
                or not conditions.get(step.get("if"), "if" not in step)
            ):
                continue
            env = {
                name: _EXPRESSION.sub(lambda match: values[match[1]], value)
                for name, value in step.get("env", {}).items()
            }
            done = self._bash(step["run"], checkout, env | {"GITHUB_STEP_SUMMARY": str(summary)})
            output += f"{step['name']}\n{done.stdout}{done.stderr}"
            if done.returncode != 0:
                return Ran(False, output, summary.read_text(encoding="utf-8"), checkout / "site")
        return Ran(True, output, summary.read_text(encoding="utf-8"), checkout / "site")

    def _bash(self, command: str, cwd: Path, env: Mapping[str, str]) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            ["bash", "-e", "-c", command],
            cwd=cwd,
            env={**self.env, **env},
            check=False,
            capture_output=True,
            text=True,
            stdin=subprocess.DEVNULL,
        )
