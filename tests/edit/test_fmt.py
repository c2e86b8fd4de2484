"""`briefing fmt` gives files one layout, and changes nothing that they say."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.cli import main
from generator.content.files import read_files
from generator.content.strict_yaml import read_yaml
from generator.edit.error import EditError
from generator.edit.fmt import format_file
from tests.building import HARBOUR, ROOT, copy_project
from tests.building import files as files_of

POSITIONS = "briefings/a/positions/b.yml"
FILES = {
    path: raw
    for root in (ROOT, HARBOUR)
    for path, raw in read_files(root)[0].items()
    if path.endswith(".yml") and not path.startswith("seeds/")
}


def fmt(root: Path, *words: str) -> Result:
    """Run the command."""
    done = CliRunner().invoke(main, ["fmt", *words, "--root", str(root)])
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done


@pytest.mark.parametrize("path", FILES)
def test_formatting_keeps_every_value_and_comment_and_is_stable(path: str) -> None:
    raw = FILES[path]
    formatted = format_file(path, raw)
    before, after = read_yaml(path, raw)[0], read_yaml(path, formatted)[0]
    assert before is not None
    assert after is not None
    assert before == after
    comments = [
        [line.strip() for line in text.decode().split("\n") if line.strip().startswith("#")]
        for text in (raw, formatted)
    ]
    assert comments[0] == comments[1]
    assert format_file(path, formatted) == formatted


def test_the_files_of_this_project_are_formatted() -> None:
    done = fmt(ROOT, "--check")
    assert done.exit_code == 0, done.output


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("party: b\npositions:\n- issue: c\n  stance: d\n", "party: b\npositions:\n  - issue: c\n    stance: d\n"),
        ("party:   b   \r\n\r\n", "party: b\n"),
        ("\ufeffparty: b", "party: b\n"),
        ("party: b\npositions:\n  - {issue: c}\n  - {issue: d}\n", "party: b\npositions:\n  - {issue: c}\n  - {issue: d}\n"),
        ("party: 'b'  # why\n", "party: 'b'  # why\n"),
        ("a:\n    b: >-\n        long\n        text\n", "a:\n  b: >-\n    long\n    text\n"),
        ("a:  2031-02-30\nb:   0o9_\nc:   NULL\nd:\n", "a: 2031-02-30\nb: 0o9_\nc: NULL\nd:\n"),
        ("a: |\n   two\n\n\n   lines\n", "a: |\n  two\n\n\n  lines\n"),
    ],
)  # fmt: skip
def test_the_standard_layout(text: str, expected: str) -> None:
    assert format_file(POSITIONS, text.encode()) == expected.encode()


@settings(max_examples=50)
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
def test_any_value_stays_the_same(value: object, spaces: int) -> None:
    # JSON is YAML in brackets and quotation marks.
    raw = f"key:{' ' * (spaces + 1)}{json.dumps(value, ensure_ascii=False)}{' ' * spaces}\n".encode()
    before = read_yaml("a.yml", raw)[0]
    try:
        formatted = format_file("a.yml", raw)
    except EditError:  # a file that the two YAML readers read differently stays as it is
        return
    after = read_yaml("a.yml", formatted)[0]
    assert before is not None
    assert after is not None
    assert before == after
    assert format_file("a.yml", formatted) == formatted


@pytest.mark.parametrize(
    "text",
    [
        "a: |\n  two  \n  lines\n",  # the spaces are words of the text
        "a: \u00a0\n",
        "a: [b,\n  # why\n  c]\n",  # ruamel.yaml drops this comment
    ],
)
def test_a_file_that_another_layout_would_change_stays_as_it_is(text: str) -> None:
    with pytest.raises(EditError, match="another layout would change its content"):
        format_file(POSITIONS, text.encode())


def test_a_file_with_errors_is_reported_and_the_others_are_formatted(tmp_path: Path) -> None:
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


def test_check_writes_nothing_and_names_the_files_that_would_change(tmp_path: Path) -> None:
    root = copy_project(ROOT, tmp_path / "site")
    path = root / "briefings/names.yml"
    path.write_text(path.read_text(encoding="utf-8") + "\n\n", encoding="utf-8")
    before = files_of(root)
    done = fmt(root, "--check")
    assert done.exit_code == 1
    assert "Would format briefings/names.yml." in done.output
    assert files_of(root) == before


def test_a_single_file_can_be_named_and_an_unknown_one_is_an_error(tmp_path: Path) -> None:
    root = copy_project(ROOT, tmp_path / "site")
    assert fmt(root, str(root / "briefings/names.yml")).exit_code == 0
    assert "is not a YAML file of this project" in fmt(root, "briefings/name.yml").output
