"""Finish the pages that a builder made: add policies and headers, index them, verify the site and list its files.

It is the same for every builder.
"""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from generator.build.finish import FinishedPage, finish_page
from generator.build.headers import write_headers
from generator.build.publish import BuildError, file_hashes, write_manifest
from generator.build.search import FOLDER, write_index
from generator.build.verify import PageFacts, StoredTexts, check_site
from generator.site.site import Site

_MOST = 20  # problems that are listed: a mistake in a template is on every page
_ADVICE = (
    "The content has no errors, but pages made from it do. Look at extra_css, extra_javascript and the theme in "
    "mkdocs.yml, and at the pages in docs/. If nobody changed these, please report a bug in the generator."
)


def postprocess(built: Path, site: Site, seeds: Path) -> None:
    """Finish the pages of `site` in the folder `built`, and verify them against the stored texts in `seeds`.

    Raises BuildError, which lists each problem with its page, if the site is not safe to publish.
    """
    stored = StoredTexts(seeds)
    pages = list(finished_pages(built, stored))
    indexed = (page.indexed for page in pages if page.indexed)
    write_index(built / FOLDER, sorted(indexed, key=lambda page: page.url))
    complete(built, site, [page.facts for page in pages], stored)


def finished_pages(built: Path, stored: StoredTexts) -> Iterator[FinishedPage]:
    """Finish every page in the folder `built`, sorted by path, and yield it."""
    found = filter(Path.is_file, built.rglob("*.html"))
    for uri, path in sorted((path.relative_to(built).as_posix(), path) for path in found):
        try:
            text = path.read_bytes().decode("utf-8")
        except UnicodeDecodeError:  # `check_site` reports it
            continue
        if "<" in text:  # a file without a tag, such as a proof of ownership, stays as it is
            content, page = finish_page(uri, text, stored)
            path.write_bytes(content)
            yield page


def complete(built: Path, site: Site, facts: Iterable[PageFacts], stored: StoredTexts) -> None:
    """Write the headers of the site in the folder `built`, verify all of it by the facts of its finished pages, and list its files.

    Raises BuildError, which lists each problem with its page, if the site is not safe to publish.
    """
    facts = list(facts)
    write_headers(built, facts)
    hashes = file_hashes(built)
    cited = {(passage.selector.source, passage.spans) for passage in site.passages.values()}
    require_none(check_site(built, hashes, facts, stored, len(cited)))
    write_manifest(built, hashes)


def require_none(problems: Sequence[str]) -> None:
    """Raise BuildError, which lists `problems` of pages, if there are any."""
    if problems:
        lines = [f"error: {problem}" for problem in problems[:_MOST]]
        if len(problems) > _MOST:
            lines.append(f"… and {len(problems) - _MOST:,} more")
        raise BuildError("\n\n".join([*lines, _ADVICE]))
