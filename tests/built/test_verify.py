"""A finished site that holds what no reader may get is not published: each thing that could be wrong is told, with its page."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from generator.verify import verify
from tests.building import ROOT, build, copy_project, run
from tests.building import files as files_of

ISSUE = "briefings/ukraine-settlement/issues/us-proposal/index.html"
SOURCE = "sources/moscow-talks-2025-12-02/index.html"
PASSAGES = 43


@pytest.fixture(scope="module")
def site(real_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the real site, in which pages may be changed."""
    return shutil.copytree(real_site, tmp_path_factory.mktemp("verify") / "site")


def told(site: Path, uri: str, old: str, new: str, *, regex: bool = False) -> list[str]:
    """Give what is told of the site when one page has `new` in the place of the first `old`."""
    path = site / uri
    right = path.read_text(encoding="utf-8")
    wrong = re.sub(old, new, right, count=1) if regex else right.replace(old, new, 1)
    assert wrong != right, old
    path.write_text(wrong, encoding="utf-8")
    try:
        return [str(one) for one in verify(site, ROOT / "seeds", PASSAGES)]
    finally:
        path.write_text(right, encoding="utf-8")


def test_the_real_site_has_no_fault_and_each_passage_was_compared(site: Path) -> None:
    assert verify(site, ROOT / "seeds", PASSAGES) == ()
    (short,) = verify(site, ROOT / "seeds", PASSAGES + 1)
    assert short.message.startswith("only 43 of 44 cited passages")


BODY = "</article>"


@pytest.mark.parametrize(
    ("added", "said"),
    [
        ("<script>alert(1)</script>", "a script that is none of the theme’s"),
        ('<script type="text/x-template">x</script>', "a script of the unknown kind"),
        ('<script type="application/json">{"a": </script>', "this data cannot be read"),
        ('<script src="https://example.org/x.js"></script>', "loads from outside the site"),
        ('<script src="//example.org/x.js"></script>', "loads from outside the site"),
        ('<script src="../../../../../../x.js"></script>', "loads from outside the site"),
        ('<script src="none.js"></script>', "names a file that the site does not have"),
        ('<img src="x" onerror="alert(1)">', "runs a script"),
        ('<p oNcLiCk="x()">x</p>', "runs a script"),
        ('<img src="data:image/png;base64,AA">', "loads from outside the site"),
        ('<img srcset="https://example.org/x.png 2x" src="/x.png">', "could load or send something"),
        ('<iframe src="https://example.org"></iframe>', "the element <iframe> is not allowed"),
        ('<object data="x.swf"></object>', "the element <object> is not allowed"),
        ("<style>p {}</style>", "the element <style> is not allowed"),
        ('<base href="https://example.org">', "the element <base> is not allowed"),
        ('<form action="https://example.org"></form>', "could load or send something"),
        ('<a href="https://example.org" ping="https://example.org">x</a>', "could load or send something"),
        ('<p style="background: url(https://example.org/x)">x</p>', "could load something"),
        ('<p style="background: \\75rl(x)">x</p>', "could load something"),
        ('<a href="javascript:alert(1)">x</a>', "leads to javascript:"),
        ('<a href="java&#10;script:alert(1)">x</a>', "leads to java"),
        ('<a href=" data:text/html,x">x</a>', "leads to data:"),
        ('<a href="vbscript:x">x</a>', "leads to vbscript:"),
        ('<svg><use href="https://example.org/x#y"></use></svg>', "has an address where none is allowed"),
        ('<svg><image href="https://example.org/x.png"></image></svg>', "the element <image> is not allowed"),
        ('<meta http-equiv="refresh" content="0; url=https://example.org">', "is not allowed"),
        ('<link rel="stylesheet" href="https://example.org/x.css">', "loads from outside the site"),
        ('<link rel="dns-prefetch" href="https://example.org">', "is a link of a kind that is not allowed"),
        ('<p id="bb-positions">x</p><p id="bb-positions">y</p>', "elements have the id “bb-positions”"),
        ("<q>words that nobody wrote</q>", "the stored text does not say so"),
        ('<span class="bb-words">words that nobody wrote</span>', "no stored text is cited with these words"),
        ('<a href="../../../../sources/moscow-talks-2025-12-02/#at-1-2">x</a>', "leads to no passage"),
        ('<figure class="bb-card"><blockquote>“x”</blockquote></figure>', "a card should show one passage"),
    ],
)
def test_what_is_added_to_a_page_is_refused(site: Path, added: str, said: str) -> None:
    faults = told(site, ISSUE, BODY, added + BODY)
    assert [one for one in faults if one.startswith(f"{ISSUE}:") and said in one], faults


@pytest.mark.parametrize(
    ("uri", "old", "new", "said"),
    [
        (
            ISSUE,
            r"<blockquote[^>]*>.*?looks better",
            r"<blockquote><p>“looks best",
            "these words are not those of",
        ),
        (ISSUE, r'data-words="“looks better', r'data-words="“looks best', "these words are not those of"),
        (SOURCE, r'(<mark data-at="at-262-381">)', r"\1Not ", "these words are not those of"),
        (
            SOURCE,
            r'(<a class="bb-pn"[^>]*>[^<]*</a>\s*<p[^>]*>)',
            r"\1Added words. ",
            "these words are not those of",
        ),
        (SOURCE, r'<mark data-at="at-262-381">', "<mark>", "only 42 of 43 cited passages"),
        (ISSUE, r"(<meta http-equiv=.Content-Sec[^>]*>)", "", "does not stand at the head of the page"),
        (ISSUE, r"(<meta charset=\S+>)(<meta[^>]*>)", r"\1<title>x</title>\2", "does not stand at the head"),
        (ISSUE, "script-src 'self'", "script-src 'self' 'unsafe-inline'", "the policy allows too much"),
        (ISSUE, "connect-src 'self'", "connect-src *", "the policy allows too much"),
        (ISSUE, "; base-uri 'none'", "", "the policy says nothing of base-uri"),
        (ISSUE, "'sha256-.", "'sha256-x", "the policy does not know this script"),
        (ISSUE, r"<script>(var palette)", r"<script>var x=1;\1", "a script that is none of the theme’s"),
    ],
)
def test_what_is_changed_in_a_page_is_noticed(site: Path, uri: str, old: str, new: str, said: str) -> None:
    faults = told(site, uri, old, new, regex=True)
    assert [one for one in faults if said in one], faults


@pytest.mark.parametrize(
    "added",
    ["@import 'https://example.org/x.css';", "p { background: URL( //example.org/x.png ) }"],
)
def test_a_style_sheet_that_loads_from_elsewhere_is_refused(site: Path, added: str) -> None:
    uri = next(path for path in files_of(site) if path.endswith(".css") and "briefing-book" in path)
    faults = told(site, uri, r"\A", f"{added}\n".replace("\\", r"\\"), regex=True)
    assert faults == [
        one for one in faults if one.startswith(f"{uri}:1: this style sheet loads from another host")
    ]
    assert faults


def test_a_page_of_a_source_that_is_not_stored_is_refused(site: Path) -> None:
    shutil.copytree(site / "sources/moscow-talks-2025-12-02", site / "sources/another")
    try:
        faults = [str(one) for one in verify(site, ROOT / "seeds", PASSAGES)]
    finally:
        shutil.rmtree(site / "sources/another")
    assert any("this page shows a source that is not stored: another" in one for one in faults)


def test_a_page_written_by_hand_that_would_ask_another_host_is_told_and_the_last_site_stays(
    tmp_path: Path,
) -> None:
    root = copy_project(ROOT, tmp_path / "project")
    build(root)
    before = files_of(root / "site")
    (root / "docs" / "mine.md").write_text(
        "# Mine\n\n![A map](https://example.org/map.png)\n", encoding="utf-8"
    )
    for words in (("generator", "build"), ("mkdocs", "build", "--strict", "--site-dir", "other")):
        done = run(*words, cwd=root)
        assert done.returncode == 1
        assert "mine/index.html:" in done.stdout + done.stderr
        assert "Store it in docs/ and name it from there" in done.stdout + done.stderr
    assert files_of(root / "site") == before
