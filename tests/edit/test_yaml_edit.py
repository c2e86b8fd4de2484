"""A change of a YAML file makes exactly what was asked, and all other bytes of the file stay the same."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

import pytest

from generator.content.strict_yaml import read_yaml
from generator.edit.error import EditError
from generator.edit.yaml_edit import add_key, append, insert, move, remove, rename_key, replace
from generator.edit.yaml_edit.update import set_value

LONG = "The council said that it would vote on the bridge in June, and that “it will be safe only” if the lorries stay away from it."
FOLDED = (
    ">-\n  The council said that it would vote on the bridge in June, and that “it will be safe only” if the lorries stay away\n"
    "  from it."
)


def edited(change: Callable[..., bytes], text: str, *words: Any, **options: Any) -> str:
    """Return a text after a change of it as the file a.yml."""
    return change("a.yml", text.encode(), *words, **options).decode()


@pytest.mark.parametrize(
    ("text", "steps", "expected"),
    [
        ("a:\n  - b\n", ("a",), "a:\n  - b\n  - new\n"),
        ("a:\n- b\nc: d\n", ("a",), "a:\n- b\n- new\nc: d\n"),
        ("a:\n  - b", ("a",), "a:\n  - b\n  - new\n"),
        ("a:\r\n  - b\r\nc: d\r\n", ("a",), "a:\r\n  - b\r\n  - new\r\nc: d\r\n"),
        ("\ufeffa:\n  - b\n", ("a",), "\ufeffa:\n  - b\n  - new\n"),
        ("a:\n  - b  # why\n\n# about c\nc: d\n", ("a",), "a:\n  - b  # why\n  - new\n\n# about c\nc: d\n"),
        ("a:\n  - >-\n    b\n    - c\n\nd: e\n", ("a",), "a:\n  - >-\n    b\n    - c\n  - new\n\nd: e\n"),
        ("a: []\nc: d\n", ("a",), "a:\n  - new\nc: d\n"),
        ("a:\n  - b: []  # none\n", ("a", 0, "b"), "a:\n  - b:  # none\n      - new\n"),
        ("a:\n  - b:\n      - c\n  - b:\n      - d\n", ("a", 0, "b"), "a:\n  - b:\n      - c\n      - new\n  - b:\n      - d\n"),
        ("a: [b, 'c']  # x\n", ("a",), "a:  # x\n  - b\n  - 'c'\n  - new\n"),
        ("a:\n  - b\n  # the end\n", ("a",), "a:\n  - b\n  - new\n  # the end\n"),
        ("a:\n  - b: c\n    # of b\n", ("a",), "a:\n  - b: c\n    # of b\n  - new\n"),
    ],
)  # fmt: skip
def test_an_entry_is_added_at_the_end(text: str, steps: tuple[str | int, ...], expected: str) -> None:
    assert edited(append, text, steps, ["- new"]) == expected


@pytest.mark.parametrize(
    ("text", "steps", "entry", "message"),
    [
        ("a: b\n", ("a",), "- new", "no place"),
        ("a:\n  - b\n", ("c",), "- new", "no place"),
        ("a: [\n", ("a",), "- new", "has errors"),
        ("a: &x [b]\n", ("a",), "- new", "has errors"),
        ("{a: b}\n", (), "- new", "no place"),
        ("a: [b,  # why\n  c]\n", ("a",), "- new: 1", "no place.*\n.*\n- new: 1"),
        ("a:\n  b: c\nnew:\n", (), "new: d", "no place"),
    ],
)
def test_without_a_safe_place_the_entry_is_shown_to_paste(
    text: str, steps: tuple[str, ...], entry: str, message: str
) -> None:
    with pytest.raises(EditError, match=message):
        edited(append, text, steps, [entry])


@pytest.mark.parametrize(
    ("text", "steps", "value", "expected"),
    [
        ("a:   b  # why\nc: d\n", ("a",), "x", "a:   x  # why\nc: d\n"),
        ("a: b\n", ("a",), "x: y", 'a: "x: y"\n'),
        ("a: b\n", ("a",), "null", 'a: "null"\n'),
        ("a: b\n", ("a",), "é “ü” 日本", "a: é “ü” 日本\n"),
        ("a: b\n", ("a",), "x\ny: z\n\n# w", "a: |-\n  x\n  y: z\n\n  # w\n"),
        ("a: b\n", ("a",), " x\ny", 'a: " x\\ny"\n'),
        ("a: b  # why\n", ("a",), LONG, f"a: {FOLDED.replace('>-', '>-  # why')}\n"),
        ("a: >-  # why\n  b\n  c\n\nd: e\n", ("a",), "x", "a: x  # why\n\nd: e\n"),
        ("a: |\n  b\n  # c\nd: e\n", ("a",), "x", "a: x\nd: e\n"),
        ("a: 'b\n  c'  # why\nd: e\n", ("a",), "x", "a: x  # why\nd: e\n"),
        ("a:\n  b\n  c\nd: e\n", ("a",), "x", "a: x\nd: e\n"),
        ("a:\r\n- b: c\r\n", ("a", 0, "b"), ["x", "a y"], "a:\r\n- b:\r\n  - x\r\n  - a y\r\n"),
        ("a: b\n", ("a",), ["x", "y"], "a: [x, y]\n"),
        ("a: b  # why\n", ("a",), [{"c": "d", "e": ["f g"]}], "a:  # why\n  - c: d\n    e:\n      - f g\n"),
        ("a: {b: c, d: 'e'}\n", ("a", "b"), "x, y", "a: {b: \"x, y\", d: 'e'}\n"),
        ("- a\n", (), "", ""),
        ("a: {b: c, d: 'e'} # f\n", ("a",), "x", ""),
        ("a: {b: c, d: 'e'}  # f\n", ("a", "b"), LONG, f"a:  # f\n  b: {FOLDED.replace(chr(10), chr(10) + '  ')}\n  d: 'e'\n"),
        ("a:\n  - {b: [c, d]}\n  - {b: e}\n", ("a", 0, "b", 1), {"f": "x\ny"},
         "a:\n  - b:\n      - c\n      - f: |-\n          x\n          y\n  - {b: e}\n"),
        ("\ufeff{a: b, c: {d: e}}\n", ("c",), "x\ny", "\ufeffa: b\nc: |-\n  x\n  y\n"),
    ],
)  # fmt: skip
def test_a_value_is_replaced(text: str, steps: tuple[str | int, ...], value: Any, expected: str) -> None:
    if not expected:
        with pytest.raises(EditError):
            edited(replace, text, steps or ("a",), value)
        return
    assert edited(replace, text, steps, value) == expected


@pytest.mark.parametrize(
    ("text", "order", "expected"),
    [
        ("a: b\nc: d\n", "anc", "a: b\nnew: x\nc: d\n"),
        ("# file\nc: d\n", "anc", "# file\nnew: x\nc: d\n"),
        ("c: d\n# about a\na: b\n", "nca", "new: x\nc: d\n# about a\na: b\n"),
        ("c: d\n# about a\na: b\n", "cna", "c: d\nnew: x\n# about a\na: b\n"),
        ("c: d\n", "", "c: d\nnew: x\n"),
        ("a:\n  b: c\n\nd:\n  e: f\n", "", "a:\n  b: c\n\nd:\n  e: f\n\nnew: x\n"),
    ],
)
def test_a_key_is_added_at_its_place_in_the_usual_order(text: str, order: str, expected: str) -> None:
    names = [{"n": "new"}.get(name, name) for name in order]
    assert edited(add_key, text, (), "new", "x", order=names) == expected


def test_a_key_is_added_before_the_first_one_of_an_item_and_in_brackets() -> None:
    text = "a:\n  - b: c\n    d: e\n  - {b: c, d: e}\n"
    order = ("new", "b", "d")
    text = edited(add_key, text, ("a", 0), "new", "x", order=order)
    assert text == "a:\n  - new: x\n    b: c\n    d: e\n  - {b: c, d: e}\n"
    text = edited(add_key, text, ("a", 1), "new", "x", order=order)
    assert text.endswith("  - {new: x, b: c, d: e}\n")


ITEMS = """\
a:
  # of b
  - b: c  # why

  # of d
  - d: x
    # below d

  # of nothing

  - e
f: g
"""


@pytest.mark.parametrize(
    ("steps", "expected"),
    [
        (("a", 0), ITEMS.replace("  # of b\n  - b: c  # why\n\n", "")),
        (("a", 1), ITEMS.replace("\n  # of d\n  - d: x\n    # below d\n", "")),
        (("a", 2), ITEMS.replace("\n  - e\n", "\n")),
        (("a",), "f: g\n"),
        (("f",), ITEMS.replace("f: g\n", "")),
        (("a", 0, "b"), ITEMS.replace("- b: c  # why", "- {}")),
    ],
)
def test_an_entry_is_removed_with_its_own_comments(steps: tuple[str | int, ...], expected: str) -> None:
    assert edited(remove, ITEMS, steps) == expected


@pytest.mark.parametrize(
    ("text", "steps", "expected"),
    [
        ("a:\n  - b: c\n    d: e\n", ("a", 0, "b"), "a:\n  - d: e\n"),
        ("a: [b, c, d]\n", ("a", 1), "a: [b, d]\n"),
        ("a: [b, c, d]\n", ("a", 0), "a: [c, d]\n"),
        ("a: [b]\n", ("a", 0), "a: []\n"),
        ("a:\r\n  - b\r\n", ("a", 0), "a: []\r\n"),
        ("# file\na: b\nc: d\n", ("a",), "# file\nc: d\n"),
        ("a: |+\n  b\n\nc: d\n", ("c",), "a: |+\n  b\n\n"),
        ("a: b\n\nc: d", ("c",), "a: b\n"),
    ],
)
def test_a_key_or_item_is_removed(text: str, steps: tuple[str | int, ...], expected: str) -> None:
    assert edited(remove, text, steps) == expected


@pytest.mark.parametrize(
    ("change", "text"),
    [
        (partial(remove, steps=("a", 0, "b")), "a:\n  - b: c\n    # of d\n    d: e\n"),
        (partial(remove, steps=("a", 0)), "a: [b,  # why\n  c]\n"),
        (partial(remove, steps=("a",)), "a: b\n"),
        (partial(move, steps=("a",), by=1), "a: b\n"),
        (partial(move, steps=("a", 0), by=-1), "a: [b, c]\n"),
        (partial(rename_key, steps=("a",), new="c"), "a: b\nc: d\n"),
        (partial(rename_key, steps=("a", 0), new="c"), "a: [b]\n"),
        (partial(insert, steps=("a",), index=3, value="x"), "a: [b]\n"),
        (partial(add_key, steps=("a",), key="c", value="x"), "a: [b]\n"),
        (partial(replace, steps=("a", 1), value="x"), "a: [b]\n"),
        (partial(replace, steps=("a",), value="x\x85y\r\n\ud800"), "a: b\n"),
    ],
)
def test_what_has_no_safe_place_is_refused(change: Callable[..., bytes], text: str) -> None:
    with pytest.raises(EditError, match=r"a\.yml"):
        change(path="a.yml", raw=text.encode())


@pytest.mark.parametrize(
    ("steps", "by", "expected"),
    [
        (("a", 0), 1, "a:\n\n  # of d\n  - d: x\n    # below d\n\n  # of b\n  - b: c  # why\n\n  # of nothing\n\n  - e\nf: g\n"),
        (("a", 2), -2, "a:\n  - e\n\n  # of b\n  - b: c  # why\n\n  # of nothing\n\n  # of d\n  - d: x\n    # below d\nf: g\n"),
        (("f",), -1, f"f: g\n{ITEMS.removesuffix('f: g' + chr(10))}"),
    ],
)  # fmt: skip
def test_an_entry_moves_with_its_own_comments(steps: tuple[str | int, ...], by: int, expected: str) -> None:
    moved = edited(move, ITEMS, steps, by)
    assert sorted(moved.split("\n")) == sorted(ITEMS.split("\n"))
    assert [line for line in moved.split("\n") if line] == [line for line in expected.split("\n") if line]
    assert edited(move, moved, (*steps[:-1], _moved(steps[-1], by)), -by) == ITEMS


def _moved(step: str | int, by: int) -> str | int:
    return step + by if isinstance(step, int) else step


def test_moved_lines_keep_their_line_ends_and_places_in_brackets() -> None:
    assert edited(move, "a:\n- b\r\n- c\n- d\n", ("a", 0), 1) == "a:\n- c\r\n- b\n- d\n"
    assert edited(move, "a: [b,  'c', d]\n", ("a", 0), 2) == "a: ['c',  d, b]\n"
    assert (
        edited(move, "- a: b\n  c: d\n".replace("- ", "x:\n- "), ("x", 0, "a"), 1) == "x:\n- c: d\n  a: b\n"
    )


def test_an_item_is_inserted_with_the_empty_lines_of_its_neighbours() -> None:
    assert edited(insert, "a:\n  - b\n\n  - c\n", ("a",), 1, "x") == "a:\n  - b\n\n  - x\n\n  - c\n"
    assert edited(insert, "a:\n  - b\n  - c\n", ("a",), 0, "x") == "a:\n  - x\n  - b\n  - c\n"
    assert edited(insert, "a:\n  - b\n", ("a",), 1, "x", spaced=True) == "a:\n  - b\n\n  - x\n"
    assert edited(insert, "a: [b, c]\n", ("a",), 1, "x y") == "a: [b, x y, c]\n"


def test_a_key_gets_another_name_and_keeps_its_value() -> None:
    assert edited(rename_key, "a:\n  - 'b': c  # why\n", ("a", 0, "b"), "x") == "a:\n  - x: c  # why\n"
    assert edited(rename_key, "a: {b: c}\n", ("a", "b"), "x") == "a: {x: c}\n"


def test_what_would_say_something_else_is_written_in_another_way() -> None:
    assert edited(remove, "a: [b: c, d]\n", ("a", 0, "b")) == "a:\n  - {}\n  - d\n"


def set_to(text: str, steps: Sequence[str | int], value: Any) -> str:
    """Return a text after `set_value`, without a usual order."""
    return edited(set_value, text, steps, value, lambda _: ())


def test_a_value_that_has_changed_in_one_place_changes_one_line() -> None:
    text = "a:\n  - b: 'c'  # why\n    d: [e]\n  # of f\n  - f: >-\n      g\n      h\n"
    assert set_to(text, ("a",), [{"b": "c", "d": ["e"]}, {"f": "g h"}]) == text
    assert set_to(text, ("a",), [{"b": "x", "d": ["e"]}, {"f": "g h"}]) == text.replace("'c'", "x")
    assert set_to(text, ("a",), [{"f": "g h"}]) == "a:\n  # of f\n  - f: >-\n      g\n      h\n"
    assert set_to(text, ("a",), [{"b": "c", "d": ["e"]}, "new", {"f": "g h"}]) == text.replace(
        "  # of f", "  - new\n  # of f"
    )


def test_what_is_missing_on_the_way_is_written_and_what_is_empty_afterwards_is_removed() -> None:
    text = "a: b\n"
    more = set_to(text, ("c", "d", 0, "e"), "x y")
    assert more == "a: b\nc:\n  d:\n    - e: x y\n"
    assert set_to(more, ("c", "d", 0, "e"), None) == text
    assert set_to(text, ("c", "d"), None) == text


def test_long_brackets_become_lines_and_short_ones_stay() -> None:
    text = f"a:\n  - {{b: {'c' * 90}}}\n  - {{b: c}}\n"
    assert edited(add_key, text, ("a", 0), "d", "e" * 30) == (
        f"a:\n  - b: {'c' * 90}\n    d: {'e' * 30}\n  - {{b: c}}\n"
    )
    assert "{b: c, d: e}" in edited(add_key, text, ("a", 1), "d", "e")


def test_every_value_reads_as_it_was_asked() -> None:
    texts = ["", "~", "#", "a #b", "a: b", "- a", "'", '"', "\\", "|", ">-", "a\n", "\n", "a\n\n b", "\u00a0", "? a", "[", "a, b}", "%", "@", "`", "* a", "&a", "!a", "true", "1e3", "<<", "é\u200b", LONG + "  x", "x" * 300, " ".join(["# a"] * 60), "a\n  - issue: b"]  # fmt: skip
    for text in texts:
        for file, steps in (
            ("a: b\n", ("a",)),
            ("a: [b]\n", ("a", 0)),
            ("a:\n  - c: {d: e}\n", ("a", 0, "c", "d")),
        ):
            result = replace("a.yml", file.encode(), steps, text)
            data, _ = read_yaml("a.yml", result)
            value: Any = data
            for step in steps:
                value = value[step]
            assert value == text, (file, text)
