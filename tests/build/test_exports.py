"""The head of built pages for programs, and the exports beside the pages."""

import json
import re
from html.parser import HTMLParser
from pathlib import Path

from generator.content.files import read_files
from generator.pipeline import examine, plan_exports, site_of
from generator.site.exports import EXPORTS
from generator.site.site import Publication
from tests.building import HARBOUR

URL = "https://example.org/briefing-book/"
NIGHT = "briefings/night-closing/"


class Head(HTMLParser):
    """The properties of a page's head, and its linked data."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.properties: dict[str, str] = {}
        self.data: list[str] = []
        self.in_linked_data = False
        self.feed(path.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        if tag == "meta" and (name := attributes.get("property") or attributes.get("name")):
            assert name not in self.properties, f"{name} occurs twice"
            self.properties[name] = attributes["content"]
        self.in_linked_data = tag == "script" and attributes.get("type") == "application/ld+json"

    def handle_data(self, data: str) -> None:
        if self.in_linked_data:
            self.data.append(data)

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002 - the parser's signature
        self.in_linked_data = False


def test_the_picture_that_a_page_names_exists(real_site: Path) -> None:
    pages = [path for path in real_site.rglob("*.html") if path.name != "404.html"]
    pictures = {Head(path).properties.get("og:image", "") for path in pages} - {""}
    issues = {path.parent.name for path in real_site.glob("briefings/ukraine-settlement/issues/*/index.html")}
    briefing = f"{URL}briefings/ukraine-settlement/"
    assert pictures == {
        f"{URL}social.png",
        f"{briefing}social.png",
        *(f"{briefing}issues/{issue}/social.png" for issue in issues),
    }
    for picture in pictures:
        assert (real_site / picture.removeprefix(URL)).read_bytes().startswith(b"\x89PNG")


def test_the_head_of_a_briefing_describes_a_shared_link(real_site: Path) -> None:
    head = Head(real_site / "briefings/ukraine-settlement/index.html")
    assert head.properties["og:title"] == "Talks on ending Russia’s invasion of Ukraine"
    assert head.properties["og:description"] == head.properties["description"]
    assert head.properties["description"].startswith("Territory ")
    assert head.properties["og:url"] == f"{URL}briefings/ukraine-settlement/"
    assert [head.properties["og:type"], head.properties["article:modified_time"]] == ["article", "2025-12-04"]
    assert [head.properties["og:image:width"], head.properties["og:image:height"]] == ["1200", "630"]
    assert head.properties["og:image:alt"].startswith(head.properties["og:title"])
    assert head.properties["twitter:card"] == "summary_large_image"
    (data,) = head.data
    assert json.loads(data)["url"] == head.properties["og:url"]


def test_a_site_without_a_url_names_none(harbour_site: Path) -> None:
    for path in harbour_site.rglob("*.html"):
        head = Head(path)
        assert not {"og:url", "og:image"} & set(head.properties), path
        assert not any("127.0.0.1" in data for data in head.data), path
    text = (harbour_site / NIGHT / "index.html").read_text(encoding="utf-8")
    assert "The address of this site is not known" in text


def test_a_built_site_has_every_export(harbour_site: Path) -> None:
    site = site_of(examine(*read_files(HARBOUR)), publication=Publication("Harbour briefings", manuals=False))
    exports = {export.uri: export.content for export in plan_exports(site)}
    assert {uri: (harbour_site / uri).read_bytes() for uri in exports} == exports
    assert {uri.rsplit(".", 1)[-1] for uri in exports} == {"bib", "csv", "ics", "json", "png", "ris"}


def test_the_downloads_of_a_page_are_beside_it(real_site: Path) -> None:
    offered = 0
    for path in real_site.rglob("index.html"):
        for name in re.findall(r'<a href="([^"]+)" download', path.read_text(encoding="utf-8")):
            offered += 1
            assert (path.parent / name).is_file(), f"{path}: {name}"
    assert offered >= len(EXPORTS)
