"""`briefing fmt` gives files one shape, and changes nothing that they say."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st

from generator.cli import main
from generator.content.files import read_files
from generator.content.strict_yaml import read_yaml
from generator.edit.fmt import shaped
from tests.building import HARBOUR, ROOT, copy_project
from tests.building import files as files_of
from tests.test_cases import project

POSITIONS = "briefings/a/positions/b.yml"
FILES = {
    **{f"real {path}": raw for path, raw in read_files(ROOT)[0].items() if path.endswith(".yml")},
    **{f"made up {path}": raw for path, raw in read_files(HARBOUR)[0].items() if path.endswith(".yml")},
    **{f"base {path}": raw for path, raw in project().items() if path.endswith(".yml")},
}


def path_of(name: str) -> str:
    """Give the path in the name of a file."""
    return name.rsplit(" ", 1)[-1]


def fmt(root: Path, *words: str) -> Result:
    """Run the command."""
    done = CliRunner().invoke(main, ["fmt", *words, "--root", str(root)])
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done


@pytest.mark.parametrize("name", FILES)
def test_a_file_says_the_same_afterwards_and_has_all_its_comments(name: str) -> None:
    path, raw = path_of(name), FILES[name]
    made = shaped(path, raw)
    assert made is not None
    before, after = read_yaml(path, raw)[0], read_yaml(path, made)[0]
    assert before is not None
    assert after is not None
    assert before.data == after.data
    comments = [
        [line.strip() for line in text.decode().split("\n") if line.strip().startswith("#")]
        for text in (raw, made)
    ]
    assert comments[0] == comments[1]


@pytest.mark.parametrize("name", FILES)
def test_a_file_that_has_the_shape_stays_as_it_is(name: str) -> None:
    made = shaped(path_of(name), FILES[name])
    assert made is not None
    assert shaped(path_of(name), made) == made


def test_the_files_of_this_project_have_the_shape() -> None:
    done = fmt(ROOT, "--check")
    assert done.exit_code == 0, done.output


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("party: b\npositions:\n- issue: c\n  stance: d\n", "party: b\npositions:\n  - issue: c\n    stance: d\n"),
        ("party:   b   \r\n\r\n", "party: b\n"),
        ("\ufeffparty: b", "party: b\n"),
        (
            "party: b\npositions:\n  - issue: c\n  - issue: d\n\n\n  # why\n  - issue: e\n",
            "party: b\npositions:\n  - issue: c\n\n  - issue: d\n\n  # why\n  - issue: e\n",
        ),
        ("party: b\npositions:\n  - {issue: c}\n  - {issue: d}\n", "party: b\npositions:\n  - {issue: c}\n  - {issue: d}\n"),
        ("party: 'b'  # why\n", "party: 'b'  # why\n"),
        ("a:\n    b: >-\n        long\n        text\n", "a:\n  b: >-\n    long\n    text\n"),
        ("a:  2031-02-30\nb:   0o9_\nc:   NULL\nd:\n", "a: 2031-02-30\nb: 0o9_\nc: NULL\nd:\n"),
        ("a: |\n   two\n\n\n   lines\n", "a: |\n  two\n\n\n  lines\n"),
    ],
)  # fmt: skip
def test_the_one_shape(text: str, expected: str) -> None:
    assert shaped(POSITIONS, text.encode()) == expected.encode()


@given(
    st.recursive(
        st.text(st.characters(codec="utf-8", exclude_categories=["C", "Zl", "Zp"]), min_size=1, max_size=30),
        lambda inner: (
            st.lists(inner, min_size=1, max_size=3)
            | st.dictionaries(
                st.from_regex(r"[a-z][a-z_]{0,6}", fullmatch=True), inner, min_size=1, max_size=3
            )
        ),
        max_leaves=8,
    ),
    st.integers(0, 3),
)
def test_whatever_a_file_says_it_says_afterwards(value: object, spaces: int) -> None:
    import json  # noqa: PLC0415 - JSON is YAML in brackets and quotation marks

    raw = f"key:{' ' * (spaces + 1)}{json.dumps(value, ensure_ascii=False)}{' ' * spaces}\n".encode()
    before = read_yaml("a.yml", raw)[0]
    made = shaped("a.yml", raw)
    if made is None:  # what the two readers of YAML see differently stays as it is
        return
    after = read_yaml("a.yml", made)[0]
    assert before is not None
    assert after is not None
    assert before.data == after.data
    assert shaped("a.yml", made) == made


def test_a_file_with_faults_is_told_and_left_and_the_others_are_shaped(tmp_path: Path) -> None:
    root = copy_project(ROOT, tmp_path / "site")
    russia, ukraine = (
        root / f"briefings/ukraine-settlement/positions/{name}.yml" for name in ("russia", "ukraine")
    )
    russia.write_text(russia.read_text(encoding="utf-8") + "extra: a: b\n", encoding="utf-8")
    ukraine.write_text(ukraine.read_text(encoding="utf-8") + "\n\n", encoding="utf-8")
    before = files_of(root)
    done = fmt(root)
    assert done.exit_code == 1
    assert "E110" in done.output
    changed = {path for path, raw in files_of(root).items() if before[path] != raw}
    assert changed == {"briefings/ukraine-settlement/positions/ukraine.yml"}


def test_check_writes_nothing_and_names_what_would_change(tmp_path: Path) -> None:
    root = copy_project(ROOT, tmp_path / "site")
    path = root / "briefings/names.yml"
    path.write_text(path.read_text(encoding="utf-8") + "\n\n", encoding="utf-8")
    before = files_of(root)
    done = fmt(root, "--check")
    assert done.exit_code == 1
    assert "Would shape briefings/names.yml." in done.output
    assert files_of(root) == before


def test_one_file_can_be_named_and_a_wrong_name_is_told(tmp_path: Path) -> None:
    root = copy_project(ROOT, tmp_path / "site")
    assert fmt(root, str(root / "briefings/names.yml")).exit_code == 0
    assert "Did you mean “briefings/names.yml”?" in fmt(root, "briefings/name.yml").output
