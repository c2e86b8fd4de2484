"""What GitHub does with the repository of a site, as far as a machine without it can do it: it keeps it, and runs its workflow."""

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
    """A run of the workflow's first job: whether it was green, what it told, its summary, and where its site stands."""

    green: bool
    told: str
    summary: str
    site: Path


@dataclass(frozen=True)
class GitHub:
    """Repositories below `folder`, at the address https://github.com/OWNER/ for all commands that run with `env`."""

    folder: Path
    env: Mapping[str, str]

    @classmethod
    def at(cls, folder: Path, env: Mapping[str, str]) -> GitHub:
        """Begin in an empty folder; git asks nothing of the machine's own settings."""
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
        """Run a command in bash; give what it tells."""
        done = self._bash(command, cwd, {})
        assert done.returncode == 0, f"{command}\n{done.stdout}{done.stderr}"
        return done.stdout + done.stderr

    def workflow(self, checkout: Path, *, pull_request: bool = False) -> Ran:
        """Run the commands of the workflow's first job in a checkout, up to the first that fails; nothing is installed."""
        whole = yaml.safe_load((checkout / ".github" / "workflows" / "site.yml").read_text(encoding="utf-8"))
        happens = {_MAIN: not pull_request, _PULL_REQUEST: pull_request}
        values = {
            "steps.pages.outputs.base_url || 'http://127.0.0.1:8000/'": ADDRESS,
            "github.server_url": "https://github.com",
            "github.repository": "OWNER/my-site",
        }
        summary = checkout.with_name(f"{checkout.name}-summary.md")
        summary.touch()
        told = ""
        for step in whole["jobs"]["build"]["steps"]:
            # What has no command of its own is another's; the generator is there already.
            if (
                "run" not in step
                or "pip install" in step["run"]
                or not happens.get(step.get("if"), "if" not in step)
            ):
                continue
            env = {
                name: _EXPRESSION.sub(lambda found: values[found[1]], value)
                for name, value in step.get("env", {}).items()
            }
            done = self._bash(step["run"], checkout, env | {"GITHUB_STEP_SUMMARY": str(summary)})
            told += f"{step['name']}\n{done.stdout}{done.stderr}"
            if done.returncode != 0:
                return Ran(False, told, summary.read_text(encoding="utf-8"), checkout / "site")
        return Ran(True, told, summary.read_text(encoding="utf-8"), checkout / "site")

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
