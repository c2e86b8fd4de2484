"""For any YAML: the reader never raises, never silently loses a word, and knows the location of each text."""

import contextlib
import random
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator.content.strict_yaml import read_yaml
from generator.content.strict_yaml.quoting import quoted
from generator.location import YamlList, YamlMap, location_at

ROOT = Path(__file__).parents[2]
FOLDERS = ("briefings", "seeds", "tests/examples/harbour/briefings", "tests/examples/harbour/seeds")
FILES = sorted(path for folder in FOLDERS for path in (ROOT / folder).rglob("*.yml"))
# What the reader refuses wherever it stands, and what ends a line.
REFUSED = re.compile(
    "[\x00-\x1f\x7f-\x9f\u2028\u2029\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]"
)
# What means something to YAML, what is often pasted, and words in several scripts.
PIECES = [
    *"\t\n:-#?!&*|>'\"%@`[]{},~<=.\\",
    *(
        ": ",
        "- ",
        " #",
        "  # ",
        "#5",
        "---\n",
        "...\n",
        "%YAML 1.2\n",
        "<<: ",
        "? ",
        "!!str ",
        "&a ",
        "*a ",
        "|\n",
        ">-\n",
    ),
    *(
        "\n  ",
        "\n    ",
        "\r\n",
        "\r",
        "\ufeff",
        "\u00a0",
        "\u2028",
        "\u202e",
        "\x00",
        "\x85",
        "🇺🇦",
        "é",
        "e\u0301",
        "война",
    ),
    *("null", "NO", "12:30", "key: value", "“said”", "don’t", "item", " "),
]
COMMENT = re.compile(r"[ \t]{2,}#(?:[ \t]|$)")
OTHER_STYLES = (
    "",
    "'",
    '"',
    "[",
    "{",
    "|",
    ">",
)  # how texts, lists and mappings begin that are not plain texts
texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)
soup = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)
lines_of_text = st.one_of(texts, soup).map(lambda text: REFUSED.sub("", text).strip(" \t"))


def check_answer(raw: bytes) -> Any:
    """Read `raw`, and check that all locations are within the file. Return the data, or None after errors."""
    found, errors = read_yaml("f.yml", raw)
    assert (found is None) == bool(errors)
    for error in errors:
        assert error.message
        assert 1 <= error.location.column <= len(error.location.text) + 1
        assert error.location.line <= raw.count(b"\n") + 1
    if found is None:
        return None
    lines = raw.decode("utf-8-sig").replace("\r\n", "\n").split("\n")
    for _, value, location in walk(found):
        assert lines[location.line - 1] == location.text
        if isinstance(value, str) and (cut := location.text[location.column - 1 :][: location.width])[
            :1
        ] not in (
            "'",
            '"',
            "|",
            ">",
        ):
            assert value.startswith(cut.rstrip())
    return found


def walk(data: YamlMap | YamlList) -> Iterator[tuple[str | int, Any, Any]]:
    """Yield every key or index below `data` with its value and location."""
    pairs = data.items() if isinstance(data, YamlMap) else enumerate(data)
    for key, value in pairs:
        yield key, value, location_at(data, [key])
        if isinstance(value, YamlMap | YamlList):
            yield from walk(value)


def plain(data: Any) -> Any:
    """Return data as PyYAML's loader for plain texts returns it, with "" for “~” and “null”."""
    if isinstance(data, dict):
        return {key: plain(value) for key, value in data.items()}
    if isinstance(data, list):
        return [plain(value) for value in data]
    return "" if data in (None, "~", "null") else data


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(raw: bytes) -> None:
    check_answer(raw)


# Nothing follows the last of these signs, not even the end of its line.
@example("?")
@example("{a")
@example("[#b")
@example("{---!")
@example("?\n|")
@given(st.one_of(texts, soup))
def test_any_text_is_read_or_refused(text: str) -> None:
    check_answer(text.encode())


@settings(deadline=None)
@given(st.data())
def test_a_changed_real_file_is_refused_or_read_as_other_readers_do(data: st.DataObject) -> None:
    text = data.draw(st.sampled_from(FILES)).read_text(encoding="utf-8")
    at = data.draw(st.integers(0, len(text)))
    text = text[:at] + data.draw(st.sampled_from([*PIECES, ""])) + text[at + data.draw(st.integers(0, 3)) :]
    found = check_answer(text.encode())
    if found is not None:
        with contextlib.suppress(yaml.YAMLError):  # it refuses a few tabs more
            assert plain(found) == plain(yaml.load(text, Loader=yaml.BaseLoader))  # noqa: S506 - makes texts, nothing else


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_a_sound_file_is_read_as_other_readers_do(path: Path) -> None:
    found = check_answer(path.read_bytes())
    assert plain(found) == plain(yaml.load(path.read_bytes(), Loader=yaml.BaseLoader))  # noqa: S506 - as above


@given(texts)
def test_a_text_in_quotation_marks_reads_back_as_it_was(text: str) -> None:
    raw = f"a: {quoted(text)}\nb: [{quoted(text)}, {{c: {quoted(text)}}}]\nd:\n  - {quoted(text)}  # so\n"
    assert check_answer(raw.encode()) == {"a": text, "b": [text, {"c": text}], "d": [text]}


@given(lines_of_text)
def test_a_text_in_single_quotation_marks_reads_back_as_it_was(text: str) -> None:
    raw = "a: '" + text.replace("'", "''") + "'  # so\n"
    assert check_answer(raw.encode()) == {"a": text}


@given(st.lists(lines_of_text.filter(bool), min_size=1, max_size=5))
def test_lines_below_a_bar_read_back_as_they_were(lines: list[str]) -> None:
    raw = "a: |\n" + "".join(f"  {line}\n" for line in lines) + "b: c\n"
    found = check_answer(raw.encode())
    # The file may be refused for odd spaces at the start of a line, never read otherwise.
    assert found in (None, {"a": "".join(f"{line}\n" for line in lines), "b": "c"})


@given(lines_of_text.filter(lambda text: text[:1] not in OTHER_STYLES))
def test_a_plain_text_is_read_whole_or_refused(text: str) -> None:
    found = check_answer(f"a: {text}\nb: c\n".encode())
    text_before_comment = COMMENT.split(text, maxsplit=1)[0].rstrip(" \t")
    assert found is None or found == {
        "a": None if text_before_comment in ("", "~", "null") else text_before_comment,
        "b": "c",
    }


FRAMES = ["{}\n", "a: {}\n", "a:\n  - b\n  {}\nc: d\n", "a: >\n   b\n  {}\nc: d\n"]
BRACKETS = ["a: [b, {}\n  c]\n", "a: {{b: c, {}\n  d: e}}\n", "a: [\n  {}\n  c]\n"]


@given(st.sampled_from([*FRAMES, *BRACKETS]), soup)
def test_words_are_lost_only_in_clear_comments(frame: str, text: str) -> None:
    raw = frame.format(text)
    found = check_answer(raw.encode())
    if found is None or "\\" in raw:
        return
    # Comments have a space behind their sign; behind quotation marks and brackets they need none, nor, outside
    # brackets, on lines of their own.
    rest = re.sub(r"(?m)#+(?:[ \t].*)?$|(?<=[\"'\]}|>+-])[ \t]*#.*$", "", raw)
    if frame in FRAMES or set("[]{}") & set(text):
        rest = re.sub(r"(?m)^[ \t]*#.*$", "", rest)
    read_texts = " ".join(f"{key} {value}" for key, value, _ in walk(found))
    assert [word for word in re.findall(r"\w+", rest) if word not in read_texts and word != "null"] == []


@given(
    lines_of_text.filter(lambda text: text[:1] not in (*OTHER_STYLES, "#")),
    lines_of_text.filter(lambda text: text[:1] not in ("", "#")),
)
def test_a_text_of_two_lines_is_read_whole_or_refused(first: str, second: str) -> None:
    joined_lines = f"{first} {COMMENT.split(second, maxsplit=1)[0]}".strip(" \t")
    for raw in (
        f"a: {first}\n  {second}\n",
        f"x:\n- a: {first}\n   {second}\n",
        f"a:\n  {first}\n  {second}\n",
    ):
        found = check_answer(raw.encode())
        values = [value for _, value, _ in walk(found)] if found else [joined_lines]
        assert joined_lines in values or ": " in f"{first} " or first[:2].strip() in "-?"


@given(
    st.recursive(
        st.sampled_from(["word", "zwei Wörter", "🇺🇦 flag", "2025-12-02", "12:30", "NO"]),
        lambda inner: st.one_of(
            st.lists(inner, min_size=1, max_size=3),
            st.dictionaries(st.sampled_from("abcé🎈"), inner, min_size=1, max_size=3),
        ),
        max_leaves=12,
    ),
    st.integers(0, 2**16),
)
def test_a_location_selects_the_text_in_its_line(tree: Any, seed: int) -> None:
    raw = "".join(written({"top": tree}, 0, random.Random(seed)))  # noqa: S311 - chooses layouts
    found, errors = read_yaml("f.yml", raw.encode())
    assert not errors
    assert found is not None
    assert found == {"top": tree}
    for _, value, location in walk(found):
        if isinstance(value, str):
            assert location.text[location.column - 1 :][: location.width] == value


def written(tree: Any, indent: int, chance: random.Random) -> Iterator[str]:
    """Write a tree as YAML, in lines or in brackets."""
    pad = " " * indent
    for key, value in tree.items() if isinstance(tree, dict) else ((None, item) for item in tree):
        head = f"{pad}- " if key is None else f"{pad}{key}: "
        if isinstance(value, str):
            yield f"{head}{value}{chance.choice(['', '  # so'])}\n"
        elif chance.random() < 0.4:
            yield f"{head}{in_brackets(value)}\n"
        else:
            yield f"{head.rstrip()}\n"
            yield from written(value, indent + 2, chance)


def in_brackets(tree: Any) -> str:
    if isinstance(tree, dict):
        return "{" + ", ".join(f"{key}: {in_brackets(value)}" for key, value in tree.items()) + "}"
    return f"[{', '.join(map(in_brackets, tree))}]" if isinstance(tree, list) else str(tree)
