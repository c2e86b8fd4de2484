"""What a built site says to programs, and the files that stand beside its pages."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from pathlib import Path

from generator.build.settings import site_publication
from generator.content.files import read_files
from generator.pipeline import build_exports, examine, site_of
from generator.site.exports import EXPORTS
from generator.site.site import Publication
from tests.building import HARBOUR, copy_project, files, run
from tests.site.exports.sites import site_at

ADDRESS = "https://example.org/briefing-book/"
NIGHT = "briefings/night-closing/"


class Head(HTMLParser):
    """The properties of a page's head, and its linked data."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.told: dict[str, str] = {}
        self.data: list[str] = []
        self.inside = False
        self.feed(path.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "meta" and (name := given.get("property") or given.get("name")):
            assert name not in self.told, f"{name} stands twice"
            self.told[name] = given["content"]
        self.inside = tag == "script" and given.get("type") == "application/ld+json"

    def handle_data(self, data: str) -> None:
        if self.inside:
            self.data.append(data)

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002 - the parser's signature
        self.inside = False


def test_the_picture_that_a_page_names_stands_where_it_says(real_site: Path) -> None:
    pages = [path for path in real_site.rglob("*.html") if path.name != "404.html"]
    pictures = {Head(path).told.get("og:image", "") for path in pages} - {""}
    assert pictures == {f"{ADDRESS}social.png", f"{ADDRESS}briefings/ukraine-settlement/social.png"}
    for picture in pictures:
        assert (real_site / picture.removeprefix(ADDRESS)).read_bytes().startswith(b"\x89PNG")


def test_the_head_of_a_briefing_says_what_a_shared_link_shows(real_site: Path) -> None:
    head = Head(real_site / "briefings/ukraine-settlement/index.html")
    assert head.told["og:title"] == "Talks on ending Russia’s invasion of Ukraine"
    assert head.told["og:description"] == head.told["description"] == "Is a negotiated settlement in reach?"
    assert head.told["og:url"] == f"{ADDRESS}briefings/ukraine-settlement/"
    assert [head.told["og:type"], head.told["article:modified_time"]] == ["article", "2025-12-04"]
    assert [head.told["og:image:width"], head.told["og:image:height"]] == ["1200", "630"]
    assert head.told["og:image:alt"].startswith(head.told["og:title"])
    assert head.told["twitter:card"] == "summary_large_image"
    (data,) = head.data
    assert json.loads(data)["url"] == head.told["og:url"]


def test_a_site_that_knows_no_address_names_none(harbour_site: Path) -> None:
    for path in harbour_site.rglob("*.html"):
        head = Head(path)
        assert not {"og:url", "og:image"} & set(head.told), path
        assert not any("127.0.0.1" in data for data in head.data), path
    text = (harbour_site / NIGHT / "index.html").read_text(encoding="utf-8")
    assert "This site does not record where it is published" in text


def test_a_site_holds_every_file_for_programs(harbour_site: Path) -> None:
    site = site_of(examine(*read_files(HARBOUR)), publication=Publication("Harbour briefings"))
    made = {one.uri: one.content for one in build_exports(site)}
    assert {uri: (harbour_site / uri).read_bytes() for uri in made} == made
    assert {uri.rsplit(".", 1)[-1] for uri in made} == {"bib", "csv", "json", "png", "ris"}


def test_the_files_that_a_page_offers_stand_beside_it(real_site: Path) -> None:
    offered = 0
    for path in real_site.rglob("index.html"):
        for name in re.findall(r'<a href="([^"]+)" download', path.read_text(encoding="utf-8")):
            offered += 1
            assert (path.parent / name).is_file(), f"{path}: {name}"
    assert offered >= len(EXPORTS)


def test_the_folder_for_other_builders_holds_the_same_files(tmp_path: Path) -> None:
    root = copy_project(HARBOUR, tmp_path / "project")
    done = run(
        "generator", "render", "--out", str(tmp_path / "out"), cwd=root, env={"BRIEFING_SITE_URL": ADDRESS}
    )
    assert done.returncode == 0, done.stderr
    site = site_at(HARBOUR, ADDRESS)
    made = {one.uri for one in build_exports(site)}
    written = files(tmp_path / "out" / "docs")
    assert made <= set(written)
    assert ADDRESS.encode() in written[f"{NIGHT}cite.bib"]
    assert f'address: "{ADDRESS}{NIGHT}"'.encode() in written[f"{NIGHT}index.md"]


def test_the_address_is_read_from_settings_as_mkdocs_reads_it(tmp_path: Path) -> None:
    path = tmp_path / "mkdocs.yml"
    for setting, known in (
        ("https://a.example/x", "https://a.example/x/"),
        ('!ENV [NO_SUCH_NAME_1, NO_SUCH_NAME_2, "https://b.example/"]', "https://b.example/"),
        ("!ENV NO_SUCH_NAME_1", ""),
        ("!ENV [NO_SUCH_NAME_1, null]", ""),
        ("", ""),
    ):
        path.write_text(f"site_name: A book\nsite_url: {setting}\n", encoding="utf-8")
        assert site_publication(tmp_path) == Publication("A book", known)
