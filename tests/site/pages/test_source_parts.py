"""The page of a long source has parts: each passage is on the page of its part, and every link leads there."""

import json
import re
from collections.abc import Mapping

import pytest

from bench.long_report import report_files
from generator.pipeline import build_pages, examine, site_of
from generator.site.exports import bibliography, briefing_json, redirects
from generator.site.pages.page import Page
from generator.site.site import Site

PAGES = 60  # of the report: 800 paragraphs, four parts
LARGEST = 200_000  # bytes of a page


def site(files: Mapping[str, bytes]) -> Site:
    """Return the site of a project without errors."""
    examined = examine(files)
    assert [item for item in examined.diagnostics if item.severity == "error"] == []
    return site_of(examined)


def pages(files: Mapping[str, bytes]) -> dict[str, Page]:
    """Return the pages of a project by path."""
    return {page.uri: page for page in build_pages(site(files))}


@pytest.fixture(scope="module")
def report() -> dict[str, Page]:
    """The pages of a long report that is published in full."""
    return pages(report_files(PAGES))


def test_a_long_text_has_a_page_for_each_two_hundred_paragraphs(report: dict[str, Page]) -> None:
    parts = [uri for uri in report if uri.startswith("sources/report")]
    assert parts == [
        "sources/report.md",
        "sources/report/201-400.md",
        "sources/report/401-600.md",
        "sources/report/601-800.md",
    ]
    assert [report[uri].markdown.count('<div class="bb-pp"') for uri in parts] == [200] * 4
    assert max(len(report[uri].markdown.encode()) for uri in parts) < LARGEST


def test_every_link_to_a_passage_leads_to_a_page_that_has_it(report: dict[str, Page]) -> None:
    found = {
        (f"sources/{path.strip('/')}.md", anchor)
        for page in report.values()
        for path, anchor in re.findall(r'href="[./]*sources/([a-z0-9/-]+)#(at-[0-9-]+)"', page.markdown)
    }
    assert len(found) > len(report["sources/report.md"].markdown.split("<mark")) * 2
    assert [at for at in found if f'id="{at[1]}"' not in report[at[0]].markdown] == []


def test_a_part_names_itself_its_neighbours_and_the_whole(report: dict[str, Page]) -> None:
    page = report["sources/report/201-400.md"]
    assert "# The long report on the harbour, part 2 of 4 {" in page.markdown
    assert page.markdown.count('rel="prev" href="../"') == 2
    assert page.markdown.count('rel="next" href="../401-600/"') == 2
    assert "pp. 16–30" in page.markdown


def test_the_first_part_has_a_table_of_all_parts(report: dict[str, Page]) -> None:
    rows = re.findall(r'<a href="([^"]*)" data-span="(\d+) (\d+) ', report["sources/report.md"].markdown)
    assert rows == [
        ("#bb-text", "1", "200"),
        ("201-400/", "201", "400"),
        ("401-600/", "401", "600"),
        ("601-800/", "601", "800"),
    ]
    assert "bb-parts" not in report["sources/report/201-400.md"].markdown.replace('#bb-parts">', "")


def test_a_part_of_which_nothing_is_published_has_no_page() -> None:
    files = dict(report_files(PAGES, publish="excerpt"))
    name = "briefings/harbour/positions/party-{}.yml"
    about = files["briefings/harbour/briefing.yml"].decode()
    files["briefings/harbour/briefing.yml"] = re.sub(r"parties: \[.*\]", "parties: [party-0]", about).encode()
    for party in range(1, 5):
        del files[name.format(party)]
    found = pages(files)
    assert [uri for uri in found if uri.startswith("sources/report")] == [
        "sources/report.md",
        "sources/report/401-600.md",
    ]
    assert 'rel="next" href="401-600/"' in found["sources/report.md"].markdown
    assert "part 3 of 4" in found["sources/report/401-600.md"].markdown


def test_a_passage_over_two_parts_is_marked_on_both() -> None:
    files = dict(report_files(PAGES))
    text = files["seeds/report.txt"].decode().splitlines()
    before = text[199].split(". ")[-1].removesuffix(".")
    path = "briefings/harbour/positions/party-0.yml"
    piece = f"      - source: report\n        reported:\n          - {before}\n          - Finding 201 of the survey\n"
    position = files[path].decode()
    at = position.index("      - {source")
    files[path] = f"{position[:at]}{piece}{position[at:]}".encode()
    found = pages(files)
    (place,) = re.findall(r'id="(at-\d+-\d+-\d+-\d+)"', found["sources/report.md"].markdown)
    assert f'data-at="{place}">{before}</mark>' in found["sources/report.md"].markdown
    later = found["sources/report/201-400.md"].markdown
    assert re.search(rf'data-at="[^"]*{place}[^"]*">Finding 201 of the survey</mark>', later)
    assert f'id="{place}"' not in later


def test_pages_of_the_original_stand_beside_their_first_paragraph_and_on_cards(
    report: dict[str, Page],
) -> None:
    text = report["sources/report.md"].markdown
    assert re.findall(r"Paragraph (\d+) of 800</a><span>(p\. \d+)</span>", text)[:3] == [
        ("1", "p. 1"),
        ("14", "p. 2"),
        ("27", "p. 3"),
    ]
    assert '<span data-of="place">p. 1</span>' in report["briefings/harbour/issues/issue-0.md"].markdown


def test_exports_say_the_page_of_each_passage_and_link_to_its_part() -> None:
    found = site(report_files(PAGES))
    exports = {item.uri: item for item in (*briefing_json.exports(found), *bibliography.exports(found))}
    data = json.loads(exports["briefings/harbour/briefing.json"].make())
    cited = [piece for position in data["positions"] for piece in position["evidence"]]
    assert [piece["place"]["page"] for piece in cited[:3]] == ["1", "1", "2"]
    assert "p. 60" in exports["briefings/harbour/sources.bib"].make().decode()


def test_every_part_of_a_renamed_source_leads_to_its_new_page() -> None:
    files = {**report_files(PAGES), "briefings/renamed.yml": b"sources: {survey: report}\n"}
    moved = {item.uri: item for item in redirects.exports(site(files)) if item.uri.startswith("sources/")}
    assert list(moved) == [
        f"sources/survey/{part}index.html" for part in ("", "201-400/", "401-600/", "601-800/")
    ]
    page = moved["sources/survey/401-600/index.html"].make().decode()
    assert 'id="moved" href="../../../sources/report/401-600/"' in page
