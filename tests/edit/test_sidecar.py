"""A hash is written into a sidecar, and every other byte of it stays."""

from __future__ import annotations

import hashlib

import pytest

from generator.content.strict_yaml import read_yaml
from generator.edit.lock.sidecar import with_hash

HASH = hashlib.sha256(b"x").hexdigest()
OLD = hashlib.sha256(b"y").hexdigest()

ADDED = {
    "a line more": ("title: A\n", f"title: A\nsha256: {HASH}\n"),
    "no last line break": ("title: A", f"title: A\nsha256: {HASH}\n"),
    "line ends of Windows": (
        "title: A\r\nlanguage: en\r\n",
        f"title: A\r\nlanguage: en\r\nsha256: {HASH}\r\n",
    ),
    "a byte order mark": ("\ufefftitle: A\n", f"\ufefftitle: A\nsha256: {HASH}\n"),
    "a comment at the end": ("# c\ntitle: A  # d\n\n# e\n", f"# c\ntitle: A  # d\n\n# e\nsha256: {HASH}\n"),
    "a block text at the end": ("title: A\nnote: |\n  b\n", f"title: A\nnote: |\n  b\nsha256: {HASH}\n"),
    "a folded text at the end": (
        "title: A\nnote: >-\n  b\n  c\n",
        f"title: A\nnote: >-\n  b\n  c\nsha256: {HASH}\n",
    ),
    "a block text without a line break": (
        "title: A\nnote: |\n  b",
        f"sha256: {HASH}\ntitle: A\nnote: |\n  b",
    ),
    "a block text that keeps its end": (
        "title: A\nnote: |+\n  b\n\n",
        f"title: A\nnote: |+\n  b\n\nsha256: {HASH}\n",
    ),
    "a text over two lines": ("title: A\n  b\n", f"title: A\n  b\nsha256: {HASH}\n"),
    "a mapping in braces at the end": ("title: A\nx: {y: z}\n", f"title: A\nx: {{y: z}}\nsha256: {HASH}\n"),
    "all in braces": ("# c\n{title: A}\n", f"# c\n{{sha256: {HASH}, title: A}}\n"),
    "all indented": ("  title: A\n  x: b\n", f"  title: A\n  x: b\n  sha256: {HASH}\n"),
    "behind three dashes": ("---\ntitle: A\n", f"---\ntitle: A\nsha256: {HASH}\n"),
}
REPLACED = {
    "plain": (f"sha256: {OLD}\ntitle: A\n", f"sha256: {HASH}\ntitle: A\n"),
    "with a comment": (f"sha256:   {OLD}  # old: {OLD}\n", f"sha256:   {HASH}  # old: {OLD}\n"),
    "in quotation marks": (f"'sha256': \"{OLD}\"\r\n", f"'sha256': \"{HASH}\"\r\n"),
    "in apostrophes": (f"title: A\nsha256: '{OLD}'", f"title: A\nsha256: '{HASH}'"),
    "on the next line": (f"sha256:\n  {OLD}\ntitle: A\n", f"sha256:\n  {HASH}\ntitle: A\n"),
    "as a block": (f"sha256: >-  # c\n  {OLD}\ntitle: A\n", f"sha256: >-  # c\n  {HASH}\ntitle: A\n"),
    "as a block with a line break": (f"sha256: |\n  {OLD}\nx: b\n", f"sha256: {HASH}\nx: b\n"),
    "in braces": (f"{{title: A, sha256: {OLD}}}", f"{{title: A, sha256: {HASH}}}"),
    "nothing": ("\ufefftitle: A\nsha256:\nx: b\n", f"\ufefftitle: A\nsha256: {HASH}\nx: b\n"),
    "nothing, and a comment": ("sha256:  # later\nx: b\n", f"sha256: {HASH}  # later\nx: b\n"),
    "nothing at the very end": ("title: A\nsha256:", f"title: A\nsha256: {HASH}"),
    "null": ("sha256: ~\nx: b\n", f"sha256: {HASH}\nx: b\n"),
    "empty": ('sha256: ""\nx: b\n', f"sha256: {HASH}\nx: b\n"),
    "the hash stands in the title too": (f"title: {OLD}\nsha256: {OLD}\n", f"title: {OLD}\nsha256: {HASH}\n"),
}


@pytest.mark.parametrize(("before", "after"), ADDED.values(), ids=ADDED.keys())
def test_a_hash_is_added_and_every_other_byte_stays(before: str, after: str) -> None:
    assert with_hash("x.yml", before.encode(), HASH) == after.encode()


@pytest.mark.parametrize(("before", "after"), REPLACED.values(), ids=REPLACED.keys())
def test_a_hash_is_replaced_and_every_other_byte_stays(before: str, after: str) -> None:
    assert with_hash("x.yml", before.encode(), HASH) == after.encode()


@pytest.mark.parametrize(
    "text", ["sha256: [a]\n", f'sha256: "{OLD[:9]}\\\n  {OLD[9:]}"\n', "- a\n", "a: b: c\n", ""]
)
def test_where_a_hash_cannot_be_written_nothing_is(text: str) -> None:
    assert with_hash("x.yml", text.encode(), HASH) is None


@pytest.mark.parametrize("text", [before for before, _ in (*ADDED.values(), *REPLACED.values())])
def test_a_sidecar_says_the_same_as_before_with_the_hash(text: str) -> None:
    written = with_hash("x.yml", text.encode(), HASH)
    assert written is not None
    before, after = read_yaml("x.yml", text.encode())[0], read_yaml("x.yml", written)[0]
    assert before is not None
    assert after is not None
    assert after.data == {**before.data, "sha256": HASH}
