"""What stands around every page: header, bar, footer; and the section for editors."""

import json
import re
from pathlib import Path
from urllib.parse import unquote

import pytest
import yaml
from lxml import html

from generator.build.finish import without_empty_lines
from generator.build.search import page_records
from tests.building import HARBOUR, build, small_project
from tests.building import files as files_of

MOST_ENTRIES = 12
HEADER = ["Briefings", "How we work", "About"]


@pytest.fixture(params=["real_site", "harbour_site"])
def site(request: pytest.FixtureRequest) -> Path:
    """The site of the real briefing, and that of the example."""
    folder: Path = request.getfixturevalue(request.param)
    return folder


def trees(site: Path) -> dict[str, html.HtmlElement]:
    """Return every page of a site with a header, by its path. Redirects have none."""
    parsed = {path.relative_to(site).as_posix(): html.parse(path).getroot() for path in site.rglob("*.html")}
    return {path: tree for path, tree in parsed.items() if tree.xpath("//header")}


def entries(tree: html.HtmlElement, path: str) -> list[str]:
    """Return the texts of the links at `path`."""
    return [link.text_content().strip() for link in tree.xpath(path)]


def test_readers_have_at_most_twelve_entries_and_no_list_of_pages(site: Path) -> None:
    for path, tree in trees(site).items():
        if not path.startswith("editors/"):
            links = {*entries(tree, "//header//nav//a | //nav[@class='bb-bar']//a | //footer//nav//a")}
            assert len(links) <= MOST_ENTRIES, (path, links)
            assert entries(tree, "//header//nav//a") == HEADER
            assert not tree.xpath("//*[contains(@class, 'md-sidebar--primary')]")


def test_every_footer_repeats_the_header_and_names_the_publisher_contact_and_licence(
    harbour_site: Path,
) -> None:
    for path, tree in trees(harbour_site).items():
        (footer,) = tree.xpath("//footer")
        assert entries(footer, ".//nav//a")[:3] == HEADER, path
        text = " ".join(footer.text_content().split())
        assert text.startswith(
            "Published by The harbour desk. Contact: desk@harbour.example. Our text: CC BY 4.0. "
            "Quotations belong to their authors."
        )


def test_a_report_of_a_mistake_names_the_page_to_the_publisher_and_in_the_repository(
    harbour_site: Path,
) -> None:
    for path, tree in trees(harbour_site).items():
        mail, form = tree.xpath("//footer//a[contains(., 'Report')]/@href")
        assert mail.startswith("mailto:desk@harbour.example?subject=Mistake"), path
        assert form.startswith("https://codeberg.org/example/harbour/issues/new?title=Mistake"), path
        assert "{" not in unquote(mail + form)
        if path != "404.html":
            title = tree.xpath("string(//title)").removesuffix(" - Harbour briefings")
            subject = unquote(re.findall("subject=([^&]*)", mail)[0])
            assert title.startswith(subject.removeprefix("Mistake: ")), path
            assert unquote(mail).endswith(f"/{path.removesuffix('index.html')}"), path


def test_pages_for_editors_are_not_indexed_or_searched_and_only_about_links_to_them(site: Path) -> None:
    for path, tree in trees(site).items():
        is_for_editors = path.startswith("editors/")
        assert (tree.xpath("//meta[@name='robots']/@content") == ["noindex"]) is is_for_editors, path
        if not is_for_editors and path != "about/index.html":
            assert not [link for link in tree.xpath("//a/@href") if "editors/" in link], path
    assert not [page.url for page in page_records(site) if page.url.startswith("editors/") and page.records]


def test_a_site_has_no_script_of_the_theme_because_no_page_loads_one(site: Path) -> None:
    assert not (site / "assets" / "javascripts").exists()
    assert [path.parent.name for path in site.rglob("*.js") if path.name != "moved.js"].count("briefing-book")
    loaded = {src for tree in trees(site).values() for src in tree.xpath("//script/@src")}
    assert loaded
    assert not [src for src in loaded if "javascripts" in src]


def test_pages_have_no_empty_lines_or_indentation_unless_they_show_lines(site: Path) -> None:
    pages = [path.read_text(encoding="utf-8") for path in site.rglob("*.html")]
    assert not [page for page in pages if re.search(r"\n\s", page) and "<pre" not in page]
    assert without_empty_lines("<p>a\n\n  b\n\xa0c</p>") == "<p>a\nb\n\xa0c</p>"
    assert without_empty_lines("<pre>a\n\n  b</pre>") == "<pre>a\n\n  b</pre>"


def test_pages_for_editors_have_a_bar_of_their_own(real_site: Path) -> None:
    tree = trees(real_site)["editors/guides/editors/index.html"]
    titles = entries(tree, "//nav[@aria-label='For editors']//a")
    assert titles[:2] == ["First steps for editors", "YAML by hand"]
    assert titles[-1] == "Decisions"
    assert entries(tree, "//a[@aria-current='page']") == ["Guide for editors"]


def test_a_site_that_does_not_want_the_manuals_has_none_of_their_files(tmp_path: Path) -> None:
    root = small_project(tmp_path / "project")
    settings = root / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(
        text.replace("  - briefings:\n", "  - briefings:\n      manuals: false\n"), encoding="utf-8"
    )
    site = build(root)
    assert not [path for path in files_of(site) if path.startswith(("editors/", "guides/", "reference/"))]
    assert "editors/" not in (site / "about" / "index.html").read_text(encoding="utf-8")


def test_the_page_about_has_the_text_of_the_editors_without_its_comments(tmp_path: Path) -> None:
    root = small_project(tmp_path / "project")
    about = "# About\n\n<!-- a note -->\nWe are *three* people. See [the parties](parties/index.md).\n"
    (root / "docs" / "about.md").write_text(about, encoding="utf-8")
    text = (build(root) / "about" / "index.html").read_text(encoding="utf-8")
    assert '<p>We are <em>three</em> people. See <a href="../parties/">the parties</a>.</p>' in text
    assert "a note" not in text
    assert text.count("<h1") == 1


def test_hostile_settings_of_a_publisher_stay_text(tmp_path: Path) -> None:
    root = small_project(tmp_path / "project")
    values = {
        "publisher": '<b>A</b> & "B" {title} [C](d)',
        "contact": "https://a.example/\"onclick='x'>)<b>",
        "licence": "*D* <img src=x>",
    }
    settings = yaml.safe_load((HARBOUR / "mkdocs.yml").read_text(encoding="utf-8").replace("!ENV", ""))
    settings["plugins"] = [{"briefings": values}]
    (root / "mkdocs.yml").write_text(
        json.dumps(settings | {"site_url": "https://a.example/"}), encoding="utf-8"
    )
    for path, tree in trees(build(root)).items():
        (footer,) = tree.xpath("//footer")
        text = " ".join(footer.text_content().split())
        assert text.startswith(f"Published by {values['publisher']}. Contact: "), path
        assert f"Our text: {values['licence']}." in text, path
        assert footer.xpath(".//p/a/@href") == [values["contact"]], path
        assert not tree.xpath("//footer//b | //footer//img | //article//img[@src='x'] | //*[@onclick]"), path
