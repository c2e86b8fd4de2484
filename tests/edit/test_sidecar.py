"""A hash is written into a sidecar, and every other byte stays the same."""

import hashlib

import pytest

from generator.edit.error import EditError
from generator.edit.lock import with_hash

HASH = hashlib.sha256(b"x").hexdigest()
OLD = hashlib.sha256(b"y").hexdigest()

CHANGES = {
    "added": ("title: A\n", f"title: A\nsha256: {HASH}\n"),
    "no last line break": ("title: A", f"title: A\nsha256: {HASH}\n"),
    "Windows": (
        "\ufefftitle: A\r\nlanguage: en\r\n",
        f"\ufefftitle: A\r\nlanguage: en\r\nsha256: {HASH}\r\n",
    ),
    "block text at the end": ("title: A\nnote: |\n  b\n", f"title: A\nnote: |\n  b\nsha256: {HASH}\n"),
    "replaced": (f"sha256: {OLD}\ntitle: A\n", f"sha256: {HASH}\ntitle: A\n"),
    "comment": (f"sha256:   {OLD}  # old: {OLD}\n", f"sha256:   {HASH}  # old: {OLD}\n"),
    "quotation marks": (f"'sha256': \"{OLD}\"\r\n", f"'sha256': \"{HASH}\"\r\n"),
    "next line": (f"sha256:\n  {OLD}\ntitle: A\n", f"sha256:\n  {HASH}\ntitle: A\n"),
    "folded text": (f"sha256: >-\n  {OLD}\ntitle: A\n", f"sha256: >-\n  {HASH}\ntitle: A\n"),
    "braces": (f"{{title: A, sha256: {OLD}}}", f"{{title: A, sha256: {HASH}}}"),
    "also in the title": (f"title: {OLD}\nsha256: {OLD}\n", f"title: {OLD}\nsha256: {HASH}\n"),
}


@pytest.mark.parametrize(("before", "after"), CHANGES.values(), ids=CHANGES.keys())
def test_only_the_hash_changes(before: str, after: str) -> None:
    assert with_hash("x.yml", before.encode(), HASH) == after.encode()


@pytest.mark.parametrize(
    "text",
    [
        "sha256: [a]\n",
        "sha256:\n",
        f'sha256: "{OLD[:9]}\\\n  {OLD[9:]}"\n',
        "{title: A,  # b\n}\n",
        "a: b: c\n",
        "",
    ],
)
def test_if_a_hash_cannot_be_written_safely_an_error_says_what_to_do(text: str) -> None:
    with pytest.raises(EditError, match=f"sha256: {HASH}|has errors"):
        with_hash("x.yml", text.encode(), HASH)
