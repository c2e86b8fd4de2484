"""From whatever kind of file a text comes, the same stored text comes out: seen at the example, and at its originals."""

from collections.abc import Callable
from functools import partial

import pytest

from generator.content.files import read_files
from generator.content.load import load
from generator.content.model import OriginalFormat, Source, SourceKind
from generator.content.originals import file_hash, originals_of
from generator.edit.articles.again import changes
from generator.edit.articles.incoming import Incoming
from generator.edit.articles.review import Review, review_file
from tests.articles import harbour_files as made
from tests.building import HARBOUR

ARTICLE = "lantern-2031-03-04"
NOTE = "Minutes of the council, 4 March 2031."
FILES: dict[str, Callable[[made.Text], bytes]] = {
    "saved.html": made.saved_page,
    "single-file.html": made.single_file,
    "one-column.pdf": made.pdf_file,
    "two-columns.pdf": partial(made.pdf_file, columns=2, note=NOTE),
    "article.docx": partial(made.docx_file, note=NOTE),
    "letter.eml": made.mail,
    "windows.txt": made.windows_text,
    "cut.txt": made.cut_text,
}


@pytest.fixture(scope="module")
def sources() -> dict[str, Source]:
    """The sources of the harbour example."""
    return dict(load(read_files(HARBOUR)[0])[0].sources)


@pytest.fixture(scope="module", params=list(FILES))
def review(request: pytest.FixtureRequest, sources: dict[str, Source]) -> Review:
    """The article in a file of one kind, as an editor sees it."""
    return review_file(Incoming(FILES[request.param](made.Text.of(sources[ARTICLE])), request.param))


@pytest.mark.slow
def test_without_its_doubtful_lines_each_file_gives_the_stored_text_byte_for_byte(review: Review) -> None:
    assert review.text(review.doubtful) == (HARBOUR / f"seeds/{ARTICLE}.txt").read_bytes()


def test_what_a_file_says_about_the_article_is_what_its_source_has(
    review: Review, sources: dict[str, Source]
) -> None:
    about = sources[ARTICLE].about
    for key in review.details:
        if key in {"title", "publisher", "published", "language"}:
            assert review.best(key) == str(getattr(about, key))


def test_the_example_has_a_source_of_each_kind_and_from_each_kind_of_file(sources: dict[str, Source]) -> None:
    assert {source.about.kind for source in sources.values()} == set(SourceKind)
    originals = [source.about.original for source in sources.values()]
    assert {original.format for original in originals if original} == set(OriginalFormat)
    assert None in originals  # a text that was stored as it is
    encodings = {original.encoding for original in originals if original}
    assert "Windows-1252" in encodings


@pytest.mark.parametrize("name", list(made.EXAMPLE))
@pytest.mark.slow
def test_the_original_of_a_source_of_the_example_still_gives_its_text(
    name: str, sources: dict[str, Source]
) -> None:
    source = sources[name]
    assert source.about.original
    (path,) = originals_of(HARBOUR, name)
    assert file_hash(HARBOUR / path) == source.about.original.sha256
    assert changes(HARBOUR, source) == ""


def test_only_the_sources_that_are_listed_have_originals(sources: dict[str, Source]) -> None:
    assert {name for name, source in sources.items() if source.about.original} == set(made.EXAMPLE)
