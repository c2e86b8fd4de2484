"""The Markdown of the made-up corpus, page by page, as it was last read by a person.

After a change that is meant, `python -m tests.test_golden` writes the pages anew; read the difference before you
commit it.
"""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path

from generator.content.files import read_files
from generator.pipeline import build_pages, examine, site_of
from tests.building import HARBOUR

GOLDEN = Path(__file__).parent / "golden" / "harbour"
# They print rules and model, not the corpus.
LEFT_OUT = ("reference/",)


def written() -> Mapping[str, str]:
    """Give the pages of the corpus as the generator writes them now."""
    pages = build_pages(site_of(examine(*read_files(HARBOUR))))
    return {page.uri: page.markdown for page in pages if not page.uri.startswith(LEFT_OUT)}


def test_every_page_is_the_one_that_was_last_read(tmp_path: Path) -> None:
    pages = written()
    golden = {
        path.relative_to(GOLDEN).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(GOLDEN.rglob("*.md"))
    }
    assert sorted(pages) == sorted(golden)
    for uri, text in pages.items():
        actual = tmp_path / uri
        actual.parent.mkdir(parents=True, exist_ok=True)
        actual.write_text(text, encoding="utf-8")
        assert text == golden[uri], f"{uri} has changed; what is written now stands in {actual}"


if __name__ == "__main__":
    shutil.rmtree(GOLDEN, ignore_errors=True)
    for uri, text in written().items():
        (GOLDEN / uri).parent.mkdir(parents=True, exist_ok=True)
        (GOLDEN / uri).write_text(text, encoding="utf-8", newline="\n")
