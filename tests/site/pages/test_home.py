"""The home page of a site with no briefing, with one, with several and with many."""

import datetime as dt
import re
from collections.abc import Mapping

from generator.content.files import read_files
from generator.pipeline import build_pages, examine, site_of
from generator.site.site import publication
from tests.building import HARBOUR, ROOT, TODAY

BRIEFING = "briefings/night-closing/briefing.yml"


def pages(files: Mapping[str, bytes], today: dt.date = TODAY) -> dict[str, str]:
    """Return the Markdown of every page by path."""
    site = site_of(examine(files, today=today), publication=publication("A", "https://a.example/b/"))
    return {page.uri: page.markdown for page in build_pages(site)}


def body(page: str) -> str:
    """Return a page without its front matter and without the links at its end, which differ with the URL of the page."""
    return page.split("\n---\n", 1)[1].split('<p class="bb-fo', maxsplit=1)[0]


def many(count: int) -> dict[str, bytes]:
    """Return the example with copies of a briefing, `count` briefings in all."""
    files = dict(read_files(HARBOUR)[0])
    copied = {path: raw for path, raw in files.items() if path.startswith("briefings/lighthouse/")}
    for number in range(count - 4):
        files |= {
            path.replace("lighthouse", f"copy-{number}"): raw.replace(
                b"title: A museum in the lighthouse", f"title: Copy {number}".encode()
            )
            for path, raw in copied.items()
        }
    return files


def test_with_one_briefing_home_is_its_overview_which_stays_the_page_that_search_engines_list() -> None:
    found = pages(read_files(ROOT)[0])
    home, overview = found["index.md"], found["briefings/ukraine-settlement/index.md"]
    links = re.compile(r"(?<=\]\()[^)]*|(?<=href=\")[^\"]*| data-address=\"[^\"]*\"")
    assert 'href="sources/' in home
    assert links.sub("", body(home)) == links.sub("", body(overview))
    assert 'address: "https://a.example/b/briefings/ukraine-settlement/"' in home
    assert "search:\n  exclude: true\n" in home


def test_without_a_briefing_home_says_how_to_begin() -> None:
    home = pages({})["index.md"]
    assert "There are no briefings here yet." in home
    assert re.findall(r"`(briefing new [a-z]+)", home) == [
        f"briefing new {kind}" for kind in ("source", "party", "briefing")
    ]


def test_home_lists_the_key_points_of_six_briefings_and_the_titles_of_the_others() -> None:
    home = pages(many(30))["index.md"]
    first, others = home.split("## More briefings")
    assert len(re.findall(r"^## ", first, re.MULTILINE)) == 6
    assert len(re.findall(r"^-   \[", others.split("\n## ")[0], re.MULTILINE)) == 24


def test_home_and_lists_say_which_briefings_are_out_of_date() -> None:
    late = pages(read_files(HARBOUR)[0], dt.date(2031, 8, 12))
    assert late["index.md"].count(">Out of date</strong>") == 1
    for uri in ("tags.md", "parties/index.md"):
        tagged = re.findall(
            r"\[([^\]]+)\]\([^)]*\)[^;\n]*<span class=\"bb-tag\">Out of date</span>", late[uri]
        )
        assert set(tagged) == {"The night closing of Halmsund harbour"}


def test_when_the_review_is_overdue_key_points_are_in_the_past() -> None:
    late = pages(read_files(HARBOUR)[0], dt.date(2031, 8, 12))
    for uri in ("index.md", "briefings/night-closing/index.md"):
        text = re.sub(r"<a .*?</a>|<[^>]*>", "", late[uri])
        assert re.search(r"What was new\s*The council had voted for a trial", text)
        assert re.search(r"Where it stood\s*As of 11 June 2031: The Night Line", text)
        assert "What is new" not in text


def test_a_date_without_a_day_is_named_as_a_month_or_a_year() -> None:
    files = dict(read_files(HARBOUR)[0])
    for date, words in ((b"2031-06", "in June 2031"), (b"2031", "in 2031")):
        files[BRIEFING] = re.sub(rb"reviewed_on: .*", b"reviewed_on: " + date, files[BRIEFING])
        page = pages(files, dt.date(2040, 1, 1))["briefings/night-closing/index.md"]
        assert f"It was last reviewed {words};" in page
