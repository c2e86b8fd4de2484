"""A finished site that is not safe for readers is refused: each problem is reported with its page."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.build.finish import finish_page
from generator.build.publish import file_hashes
from generator.build.verify import BuiltPage, PageFacts, StoredTexts, check_page, check_site, policy
from tests.building import ROOT, run

ISSUE = "briefings/ukraine-settlement/issues/us-proposal/index.html"
FOLDER = ISSUE.removesuffix("/index.html")
OVERVIEW = "briefings/ukraine-settlement/index.html"
SOURCE = "sources/moscow-talks-2025-12-02/index.html"
SEEDS = ROOT / "seeds"
PASSAGES = 41
THEME = min(policy.theme_scripts())

Problems = Callable[[str, str, str], list[str]]


@pytest.fixture(scope="module")
def problems(real_site: Path) -> Problems:
    """Check the real site after the first match of a pattern in one of its pages was replaced."""
    stored = StoredTexts(SEEDS)
    hashes = file_hashes(real_site)
    facts = facts_of(real_site, stored)

    def check(uri: str, pattern: str, new: str) -> list[str]:
        old_page = (real_site / uri).read_text(encoding="utf-8")
        page = re.sub(pattern, new, old_page, count=1)
        assert page != old_page, pattern
        changed = check_page(BuiltPage(uri, page.encode()), stored)
        pages = (facts | {uri: changed}).values()
        return check_site(real_site, hashes | {uri: changed.sha256}, pages, stored, 0)

    return check


def facts_of(site: Path, stored: StoredTexts) -> dict[str, PageFacts]:
    """Return the facts of every page of a finished site."""
    pages = (BuiltPage(path.relative_to(site).as_posix(), path.read_bytes()) for path in site.rglob("*.html"))
    return {page.uri: check_page(page, stored) for page in pages}


def verify(site: Path, seeds: Path, passages: int) -> list[str]:
    """Check a finished site."""
    stored = StoredTexts(seeds)
    return check_site(site, file_hashes(site), facts_of(site, stored).values(), stored, passages)


def test_the_real_site_has_no_problems_and_every_passage_was_compared(real_site: Path) -> None:
    assert verify(real_site, SEEDS, PASSAGES) == []
    (problem,) = verify(real_site, SEEDS, PASSAGES + 1)
    assert problem.startswith(f"sources/index.html:1: only {PASSAGES} of {PASSAGES + 1} cited passages")


def test_a_site_without_headers_for_its_host_is_a_problem(tmp_path: Path) -> None:
    (problem, *_) = check_site(tmp_path, {}, [], StoredTexts(SEEDS), 0)
    assert problem.startswith("_headers:1: the headers of every file lack this one")


@pytest.mark.parametrize(
    ("added", "message"),
    [
        ("<script>alert(1)</script>", "this script does not come from the theme"),
        ('<script type="text/x-template">x</script>', "this script has the unknown type"),
        ('<script type="application/json">{"a": </script>', "this data is not valid JSON"),
        ('<script src="https://example.org/x.js"></script>', "loads from outside the site"),
        ('<script src="//example.org/x.js"></script>', "loads from outside the site"),
        ('<script src="../../../../../../x.js"></script>', "loads from outside the site"),
        ('<script src="none.js"></script>', "names a file that the site does not have"),
        ('<img src="x\ty">', "has a character that browsers read in different ways"),
        ('<p oNcLiCk="x()">x</p>', "runs a script"),
        ('<img src="data:image/png;base64,AA">', "loads from outside the site"),
        ('<img srcset="https://example.org/x.png 2x" src="/x.png">', "could load or send something"),
        ('<iframe src="https://example.org"></iframe>', "the element <iframe> is not allowed"),
        ("<style>p {}</style>", "the element <style> is not allowed"),
        ('<base href="https://example.org">', "the element <base> is not allowed"),
        ('<p style="background: \\75rl(x)">x</p>', "could load something"),
        ("<p style=\"background: image-set('https:example.org/x')\">x</p>", "could load something"),
        ('<a href="java&#10;script:alert(1)">x</a>', "links to java"),
        ('<a href=" data:text/html,x">x</a>', "links to data:"),
        (
            '<svg><use href="https://example.org/x#y"></use></svg>',
            "has a URL, which this attribute may not have here",
        ),
        ('<meta http-equiv="refresh" content="0; url=https://example.org">', "is not allowed"),
        ('<p style="color: red">x</p>', "the policy lacks the hash of this style"),
        ('<link rel="stylesheet" href="https://example.org/x.css">', "loads from outside the site"),
        ('<link rel="dns-prefetch" href="https://example.org">', "is a kind of link that is not allowed"),
        ('<p id="bb-positions">x</p><p id="bb-positions">y</p>', "elements have the id “bb-positions” too"),
        ("<q>words that nobody wrote</q>", "these words are not in the stored text"),
        ('<span class="bb-words">words that nobody wrote</span>', "no passage is cited with these words"),
        (
            '<span class="bb-words" data-place="moscow-talks-2025-12-02:at-0-10">US efforts</span>',
            "no passage is cited with these words",
        ),
        ('<a href="../../../../sources/moscow-talks-2025-12-02/#at-1-2">x</a>', "leads to no passage"),
        ('<a href="none/?a=b">x</a>', f"a file that the site does not have: {FOLDER}/none/index.html"),
        ('<a href="/briefing-book/none.csv">x</a>', "a file that the site does not have: none.csv"),
        ('<a href="#none">x</a>', f"a part that {ISSUE} does not have: #none"),
        ('<a class="footnote-backref" href="#fnref:a">↩</a>', "never refers to the footnote “a”"),
        ('<a href="../..?a=b#none">x</a>', f"a part that {OVERVIEW} does not have: #none"),
        ('<svg><use href="#none"></use></svg>', f"a part that {ISSUE} does not have: #none"),
        ('<figure class="bb-card"><blockquote>“x”</blockquote></figure>', "a card must show one passage"),
    ],
)
def test_an_unsafe_element_is_refused(problems: Problems, added: str, message: str) -> None:
    found = problems(ISSUE, "</article>", added.replace("\\", r"\\") + "</article>")
    assert any(message in problem for problem in found), found


@pytest.mark.parametrize(
    "url",
    [
        "",
        "#",
        "#Top",
        "#bb-title",
        "#:~:text=words",
        "#m%C3%A9thode",
        "?parties=a,b#bb-title",
        "../us-proposal#bb-title",
        "../..",
        "/briefing-book/site.sha256",
        "/another-site/none/",
        "//example.org/none/",
        "MAILTO:desk@example.org",
        "https://example.org/none/#none",
    ],
)
def test_a_link_to_something_that_exists_or_that_is_outside_the_site_is_accepted(
    problems: Problems, url: str
) -> None:
    assert problems(ISSUE, "</article>", f'<a name="méthode" href="{url}">x</a></article>') == []


def test_an_id_on_the_page_of_a_source_is_a_place_in_its_text(problems: Problems) -> None:
    found = problems(SOURCE, "</article>", '<p id="at-1-9999999">x</p></article>')
    assert len(found) == 1
    assert "has no place at-1-9999999" in found[0]


def test_a_page_that_was_compared_with_another_text_is_refused(real_site: Path, tmp_path: Path) -> None:
    seeds = tmp_path / "seeds"
    shutil.copytree(SEEDS, seeds)
    facts = facts_of(real_site, StoredTexts(seeds)).values()
    for text in seeds.glob("*.txt"):
        with text.open("a", encoding="utf-8") as file:
            file.write("\nNo one cites this paragraph.\n")
    found = check_site(real_site, file_hashes(real_site), facts, StoredTexts(seeds), PASSAGES)
    assert {problem.split(":", 1)[0] for problem in found} >= {ISSUE, OVERVIEW, SOURCE}
    assert all("differs from the text that this page was compared with" in problem for problem in found)


def test_a_page_that_was_not_checked_or_that_changed_since_is_refused(real_site: Path) -> None:
    stored = StoredTexts(SEEDS)
    facts = facts_of(real_site, stored)
    del facts[ISSUE]
    found = check_site(real_site, file_hashes(real_site) | {OVERVIEW: ""}, facts.values(), stored, PASSAGES)
    assert any(problem.startswith(f"{ISSUE}:1: this page was not checked") for problem in found)
    assert f"{OVERVIEW}:1: this file differs from the page that was checked" in found


@pytest.mark.parametrize(
    ("uri", "old", "new", "message"),
    [
        (ISSUE, r"<b>looks better", "<b>looks best", "not in the stored text"),
        (
            ISSUE,
            r"the revised American proposal “<b>",
            "the American proposition “<b>",
            "not in the stored text",
        ),
        (ISSUE, r"</b>,” but emphasised that “<b>", "</b> and “<b>", "not in the stored text"),
        (ISSUE, r" to an agreement\.</blockquote>", " to a war.</blockquote>", "not in the stored text"),
        (ISSUE, r"(<blockquote[^>]*>)", r'\1<span class="bb-gap">We agree.</span>', "not in the stored text"),
        (ISSUE, r"(<blockquote[^>]*>)", r"\1We agree <b>to it</b>. ", "not in the stored text"),
        (ISSUE, r"<b>looks better", "<b data-marked>looks better", "not in the stored text"),
        (OVERVIEW, r'(<span class="bb-words"[^>]*>)', r"\1Not ", "no passage is cited with these words"),
        (OVERVIEW, r'(data-place="[a-z0-9-]+:at-)\d+', r"\g<1>1", "no passage is cited with these words"),
        (SOURCE, r'(<mark class="a2" data-at="at-262-381">)', r"\1Not ", "not in the stored text"),
        (SOURCE, r'(<mark class="a2" data-at="at-262-381">)(\w+ )', r"\2\1", "are not all marked"),
        (SOURCE, r'(<mark class="a2" data-at=)"at-262-381">', r'\1"at-272-391">', "not in the stored text"),
        (SOURCE, r'(<div class="bb-pn">.*?</div>\s*<p[^>]*>)', r"\1Added. ", "not in the stored text"),
        (ISSUE, r"(<meta http-equiv=.Content-Sec[^>]*>)", "", "is not at the start of the page’s head"),
        (ISSUE, r"(<meta charset=\S+>)(<meta[^>]*>)", r"\1<title>x</title>\2", "is not at the start"),
        (ISSUE, r"<meta charset=\S+>", '<script charset="utf-8"></script>', "is not at the start"),
        (ISSUE, "script-src 'self'", "script-src 'self' 'unsafe-inline'", "differs from the strict policy"),
        (ISSUE, "default-src 'none'", "default-src *; default-src 'none'", "differs from the strict policy"),
        (ISSUE, "default-src 'none'", "default-src\u00a0'none'", "differs from the strict policy"),
        (ISSUE, "; base-uri 'none'", "", "differs from the strict policy"),
        (ISSUE, "'sha256-.", "'sha256-x", "the policy lacks the hash of this script"),
        (ISSUE, r"<script>(try)", r"<script>var x=1;\1", "this script does not come from the theme"),
    ],
)
def test_a_change_of_a_quote_a_policy_or_a_script_is_found(
    problems: Problems, uri: str, old: str, new: str, message: str
) -> None:
    found = problems(uri, old, new)
    assert any(message in problem for problem in found), found


def test_a_link_of_a_card_to_the_original_is_no_place_in_a_source(problems: Problems) -> None:
    link = '<a href="https://example.org/post/#at-1-2" rel="noreferrer">Original at example.org</a>'
    assert problems(ISSUE, '(<p class="bb-meta">)', rf"\1{link}") == []


@pytest.mark.parametrize(
    "body",
    [
        "<p>x</p>",
        '<p style="color: red">x</p><script>theme</script>',
        "<P STYLE = 'color: \"red\"'>x</P>",
        "<p title=\"a > b\" class='a'style=color:red>x</p>",
        "<p title=don’t data-x=\"<p style='y'>\" style=\"font-family: 'A &amp; B'\">x</p>",
        '<p title=don\'t style="color: red">x</p>',
        "<!-- <script> --><p\n\tstyle='--a: &quot;é&quot;'/><!-- </script> -->",
        '<script type="application/json">{"a": "<p style=\'x\'>"}</script><p style="a">',
    ],
)
def test_the_policy_that_the_build_writes_allows_the_scripts_and_styles_that_a_parser_finds(
    body: str,
) -> None:
    page = f'<html><head><meta charset="utf-8"></head><body>{body.replace("theme", THEME)}</body></html>'
    assert finish_page("a.html", page, StoredTexts(SEEDS))[1].facts.problems == []


def test_a_passage_that_no_source_marks_is_missed(real_site: Path, tmp_path: Path) -> None:
    site = shutil.copytree(real_site, tmp_path / "site")
    page = (site / SOURCE).read_text(encoding="utf-8")
    (site / SOURCE).write_text(page.replace('data-at="at-262-381"', ""), encoding="utf-8")
    shutil.copytree(site / SOURCE.removesuffix("/index.html"), site / "sources/another")
    found = verify(site, SEEDS, PASSAGES)
    assert any(f"only {PASSAGES - 1} of {PASSAGES} cited passages" in problem for problem in found)
    assert any("a source that is not stored: another" in problem for problem in found)


def test_words_of_a_withheld_source_are_refused_wherever_a_page_shows_them(
    real_site: Path, tmp_path: Path
) -> None:
    seeds = tmp_path / "seeds"
    shutil.copytree(SEEDS, seeds)
    for details in seeds.glob("*.yml"):
        with details.open("a", encoding="utf-8") as file:
            file.write("\nstatus: withheld\n")
    problems = verify(real_site, seeds, PASSAGES)
    assert {problem.split(":", 1)[0] for problem in problems if "is withheld" in problem} >= {ISSUE, SOURCE}
    assert not [problem for problem in problems if "only" in problem]


def test_problems_of_files_in_docs_are_reported_and_the_last_site_is_kept(project: Path) -> None:
    before = (project / "site" / "site.sha256").read_bytes()
    docs = project / "docs"
    (docs / "mine.md").write_text("# Mine\n\n![A map](https://example.org/map.png)\n", encoding="utf-8")
    (docs / "latin.html").write_bytes("<head></head>é".encode("latin-1"))
    (docs / "latin.css").write_bytes("p::after { content: 'é' }".encode("latin-1"))
    (docs / "bare.html").write_text("<p>Mine</p>", encoding="utf-8")
    (docs / "comment.html").write_text("<!-- <head> -->", encoding="utf-8")
    process = run("generator", "build", cwd=project)
    assert process.returncode == 1
    assert "Traceback" not in process.stderr
    for line in (
        "mine/index.html:",
        "Store it in docs/ and link to it there",
        "latin.html:1: this file is not UTF-8",
        "latin.css:1: this file is not UTF-8",
        "bare.html:1: the Content-Security-Policy is not at the start",
        "comment.html:1: the Content-Security-Policy is not at the start",
        "begin with <!doctype html>, <html>, <head>",
    ):
        assert line in process.stderr
    assert (project / "site" / "site.sha256").read_bytes() == before
