"""A real build of a site with a long source: its parts, its search, and the next build after a change."""

from pathlib import Path

import pytest

from generator.build.search import page_records
from tests.building import build, build_once, files
from tests.long_report import PARTS, write_report

LARGEST = 200_000  # bytes of a page


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of a long report. Its build checks all links and passages."""
    return build_once(tmp_path_factory, "long", lambda folder: build(write_report(folder))) / "site"


def test_every_part_is_a_page_of_at_most_200_kb_in_the_sitemap(site: Path) -> None:
    pages = [site / "sources" / "report" / part / "index.html" for part in PARTS]
    assert max(page.stat().st_size for page in pages) < LARGEST
    sitemap = (site / "sitemap.xml").read_text(encoding="utf-8")
    assert [sitemap.count(f"/sources/report/{part}</loc>") for part in PARTS] == [1] * len(PARTS)
    for page, part in zip(pages, PARTS, strict=True):
        assert (
            f'/sources/report/{part}">' in page.read_text(encoding="utf-8").split('rel="canonical"')[1][:100]
        )


def test_a_search_finds_paragraphs_on_their_part_and_the_title_once(site: Path) -> None:
    found = {page.url: page for page in page_records(site) if page.url.startswith("sources/report/")}
    assert list(found) == [f"sources/report/{part}" for part in PARTS]
    records = [(url, record) for url, page in found.items() for record in page.records]
    (paragraph,) = [url + record.anchor for url, record in records if "Finding 345 of" in record.text]
    assert paragraph == "sources/report/201-400/#p345"
    assert [url for url, record in records if not record.anchor] == ["sources/report/"]


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        ("seeds/report.yml", "publish: full", "publish: excerpt"),
        ("seeds/report.yml", "page: 20", "page: 20a"),
        ("briefings/harbour/positions/party-1.yml", "Finding 553 of the survey concerns berth 1659 alone", "Finding 500 of the survey"),
    ],
    ids=["excerpt", "place", "evidence"],
)  # fmt: skip
def test_a_build_after_a_change_equals_a_build_from_nothing(
    site: Path, tmp_path: Path, path: str, old: str, new: str
) -> None:
    warm = write_report(tmp_path / "warm")
    build(warm, env={"XDG_CACHE_HOME": str(tmp_path / "cache")})
    text = (warm / path).read_text(encoding="utf-8")
    assert old in text
    (warm / path).write_text(text.replace(old, new, 1), encoding="utf-8")
    build(warm, env={"XDG_CACHE_HOME": str(tmp_path / "cache")})
    cold = write_report(tmp_path / "cold")
    (cold / path).write_bytes((warm / path).read_bytes())
    build(cold, env={"XDG_CACHE_HOME": str(tmp_path / "other")})
    assert files(warm / "site") == files(cold / "site") != files(site)
