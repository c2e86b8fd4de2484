"""An entry is added at the end of a list or mapping; all other bytes of the file stay the same."""

import pytest

from generator.edit.error import EditError
from generator.edit.yaml_writer import append_entry


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
        ("a:\n  - b: []  # none\n", ("a", 0, "b"), "a:\n  - b:  # none\n    - new\n"),
        ("a:\n  - b:\n      - c\n  - b:\n      - d\n", ("a", 0, "b"), "a:\n  - b:\n      - c\n      - new\n  - b:\n      - d\n"),
    ],
)  # fmt: skip
def test_an_entry_is_added_at_the_end(text: str, steps: tuple[str | int, ...], expected: str) -> None:
    assert append_entry("a.yml", text.encode(), steps, "- new").decode() == expected


@pytest.mark.parametrize(
    ("text", "steps", "message"),
    [
        ("a: [b, c]\n", ("a",), "in brackets"),
        ("a: b\n", ("a",), "no place"),
        ("a:\n  - b\n", ("c",), "no place"),
        ("a: [\n", ("a",), "has errors"),
        ("{a: b}\n", (), "in brackets"),
    ],
)
def test_without_a_safe_place_the_entry_is_shown_to_paste(
    text: str, steps: tuple[str, ...], message: str
) -> None:
    with pytest.raises(EditError, match=message):
        append_entry("a.yml", text.encode(), steps, "- new")


def test_a_key_that_exists_already_is_not_added_again() -> None:
    with pytest.raises(EditError, match="no place"):
        append_entry("a.yml", b"a:\n  b: c\nnew:\n", (), "new: d")
