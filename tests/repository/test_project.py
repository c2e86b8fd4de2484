"""The project's own files: packaging, locks and commands."""

import ast
import re
import subprocess
import sys
import tomllib
from functools import cache
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from packaging.requirements import Requirement
from packaging.version import Version

ROOT = Path(__file__).parents[2]
BIN = Path(sys.executable).parent
LOCKS = ("site", "test", "bench", "audit")

# In pieces, so that this file does not contain what it searches for.
REGISTRIES = (
    "pypi" + ".org",
    "pythonhosted" + ".org",
    "registry.npmjs" + ".org",
    "registry.yarnpkg" + ".com",
)
MACHINE_PATH = re.compile(
    r"(?<![\w./-])/(?:" + "work|root|home/(?!user/)[a-z]+|tmp/[a-z]+|Users/[a-z]+" + r")/"
)


@cache
def committed() -> tuple[Path, ...]:
    """Return the files that git tracks, and new files that it does not ignore."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    return tuple(path for name in listed.split("\0") if name and (path := ROOT / name).is_file())


@cache
def project() -> dict[str, Any]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def text_of(path: Path) -> str:
    return path.read_bytes().decode("utf-8", errors="replace")


def locked(task: str) -> dict[str, list[str]]:
    """Return the words for each locked package: its version, then its hashes."""
    text = text_of(ROOT / "requirements" / f"{task}.txt").replace("\\\n", "")
    lines = [line.split() for line in text.splitlines() if line and not line.lstrip().startswith("#")]
    return {words[0].partition("==")[0]: words for words in lines}


def required(task: str) -> list[Requirement]:
    """Return the requirements of pyproject.toml and of the .in files."""
    inputs = sorted({"site", task})
    lines = [line for name in inputs for line in text_of(ROOT / "requirements" / f"{name}.in").splitlines()]
    bare = [line.partition("#")[0].strip() for line in lines]
    return [Requirement(line) for line in (*project()["project"]["dependencies"], *bare) if line]


def make_targets() -> set[str]:
    return set(re.findall(r"^([a-z-]+):", text_of(ROOT / "Makefile"), re.MULTILINE))


def run(*command: str | Path) -> str:
    """Run a tool of `.venv` in the project, and fail if it fails. Return its output."""
    done = subprocess.run(
        [BIN / command[0], *command[1:]], cwd=ROOT, check=False, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr


def test_no_file_of_code_has_over_300_lines() -> None:
    code = [path for path in committed() if path.suffix in (".py", ".js", ".css", ".jinja")]
    assert len(code) > 1000
    assert [str(path.relative_to(ROOT)) for path in code if text_of(path).count("\n") > 300] == []


@pytest.mark.slow
def test_no_function_has_over_50_lines() -> None:
    functions = [
        (path, node)
        for path in committed()
        if path.suffix == ".py"
        for node in ast.walk(ast.parse(text_of(path)))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    ]
    assert len(functions) > 5000
    assert [
        f"{path.relative_to(ROOT)}: {node.name}"
        for path, node in functions
        if node.end_lineno and node.end_lineno - node.lineno >= 50
    ] == []


def test_no_committed_file_names_a_registry_or_a_path_of_one_machine() -> None:
    found = [
        f"{path.relative_to(ROOT)}: {hit}"
        for path in committed()
        for hit in (*(r for r in REGISTRIES if r in text_of(path)), *MACHINE_PATH.findall(text_of(path)))
    ]
    assert found == []


def test_the_search_finds_a_machine_path_and_ignores_urls() -> None:
    assert MACHINE_PATH.search("see /ro" + "ot/x")
    assert not MACHINE_PATH.search("https://example.org/ro" + "ot/x")


def test_no_npm_lock_has_the_url_of_a_package() -> None:
    locks = [path for path in committed() if path.name == "package-lock.json"]
    assert [path for path in locks if '"resolved"' in text_of(path)] == []


@pytest.mark.parametrize("task", LOCKS)
def test_every_locked_package_has_one_exact_version_and_its_hashes(task: str) -> None:
    packages = locked(task)
    assert len(packages) > 20
    for name, words in packages.items():
        assert re.fullmatch(rf"{re.escape(name)}==[\w.]+", words[0]), words[0]
        assert any(word.startswith("--hash=sha256:") for word in words), name
        assert not any("://" in word or "@" in word for word in words), name


@pytest.mark.parametrize("task", LOCKS)
def test_each_lock_has_every_requirement_in_an_allowed_version(task: str) -> None:
    """After a change of a version limit, run `make lock`."""
    packages = locked(task)
    for requirement in required(task):
        pin = packages[requirement.name.lower().replace("_", "-").replace(".", "-")][0]
        assert requirement.specifier.contains(Version(pin.partition("==")[2])), (str(requirement), pin)


def test_the_test_lock_contains_the_site_lock() -> None:
    site, test = locked("site"), locked("test")
    assert {name: test[name] for name in site} == site
    assert len(test) > len(site)


def test_every_dependency_has_an_upper_bound_and_a_reason() -> None:
    text = text_of(ROOT / "pyproject.toml")
    for dependency in project()["project"]["dependencies"]:
        assert "<" in dependency
        assert re.search(rf"^    # .+\n    \"{re.escape(dependency)}\"", text, re.MULTILINE), dependency


def test_every_exception_for_the_linter_has_a_reason() -> None:
    rules = re.findall(r'^    "[A-Z]+\d*",.*$', text_of(ROOT / "pyproject.toml"), re.MULTILINE)
    assert len(rules) > 10
    assert [rule for rule in rules if not re.search(r",\s+# .{8}", rule)] == []


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> ZipFile:
    """The package that others install."""
    folder = tmp_path_factory.mktemp("wheel")
    run("python", "-m", "hatchling", "build", "-t", "wheel", "-d", folder)
    return ZipFile(next(folder.glob("briefing_book-*.whl")))


def test_the_package_has_every_file_of_the_generator_and_no_others(wheel: ZipFile) -> None:
    shipped = {name for name in wheel.namelist() if ".dist-info/" not in name}
    expected = {
        to + path.relative_to(ROOT / folder).as_posix()
        for folder, to in (("generator", "generator/"), ("docs/guides", "generator/guides/"))
        for path in committed()
        if path.is_relative_to(ROOT / folder)
    }
    assert shipped == expected | {"generator/edit/starter/locked.txt"}
    assert "generator/py.typed" in shipped
    assert (
        wheel.read("generator/edit/starter/locked.txt") == (ROOT / "requirements" / "site.txt").read_bytes()
    )


def test_the_package_has_the_command_the_plugin_and_the_licence(wheel: ZipFile) -> None:
    files = {Path(name).name: wheel.read(name).decode() for name in wheel.namelist() if ".dist-info/" in name}
    assert "briefing = generator.cli:main" in files["entry_points.txt"]
    assert "briefings = generator.build.plugin:BriefingsPlugin" in files["entry_points.txt"]
    assert files["LICENSE"] == text_of(ROOT / "LICENSE")


def test_the_changelog_has_the_version() -> None:
    assert f"## [{project()['project']['version']}]" in text_of(ROOT / "CHANGELOG.md")


def test_make_help_lists_every_command() -> None:
    printed = subprocess.run(["make", "help"], cwd=ROOT, check=True, capture_output=True, text=True).stdout
    assert set(re.findall(r"^  make ([a-z-]+) ", printed, re.MULTILINE)) == make_targets()


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md"])
def test_a_document_names_the_two_commands_and_no_unknown_command(name: str) -> None:
    text = text_of(ROOT / name)
    blocks = re.findall(r"^(?:\$ )?make ([a-z-]+)(?: +#.*)?$", text, re.MULTILINE)
    named = {*blocks, *re.findall(r"`make ([a-z-]+)", text)}
    assert {"site", "test"} <= named <= make_targets()


def test_ci_runs_the_two_commands_of_the_readme() -> None:
    script = text_of(ROOT / ".ci" / "run")
    assert re.findall(r"^make .*?([a-z]+)$", script, re.MULTILINE) == ["site", "test"]


def test_shellcheck_finds_nothing_in_the_shell_scripts() -> None:
    scripts = [path for path in committed() if path.suffix == ".sh" or path == ROOT / ".ci" / "run"]
    assert len(scripts) >= 2
    run("shellcheck", *scripts)
