"""The Markdown of the harbour example, page by page, as a person last read it.

After an intended change, run `python -m tests.test_golden` to write the pages again. Read the difference before you
commit it.
"""

import shutil
from collections.abc import Mapping
from pathlib import Path

from generator.content.files import read_files
from generator.pipeline import build_pages, examine, site_of
from tests.building import HARBOUR, TODAY

GOLDEN = Path(__file__).parent / "golden" / "harbour"
# The manuals, which are the same in every site.
LEFT_OUT = ("editors/",)


def written() -> Mapping[str, str]:
    """Return the pages as the generator writes them now."""
    pages = build_pages(site_of(examine(*read_files(HARBOUR), today=TODAY)))
    return {page.uri: page.markdown for page in pages if not page.uri.startswith(LEFT_OUT)}


def test_every_page_equals_its_golden_page(tmp_path: Path) -> None:
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
        assert text == golden[uri], f"{uri} has changed; the new page is {actual}"


if __name__ == "__main__":
    shutil.rmtree(GOLDEN, ignore_errors=True)
    for uri, text in written().items():
        (GOLDEN / uri).parent.mkdir(parents=True, exist_ok=True)
        (GOLDEN / uri).write_text(text, encoding="utf-8", newline="\n")
