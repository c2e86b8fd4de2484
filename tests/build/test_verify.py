"""A finished site that holds what no reader may get is not published: each thing that could be wrong is told, with its page."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from generator.build.verify import quotes, verify
from tests.building import ROOT, build, run, small_project
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
        ("<p style=\"background: image-set('https:example.org/x')\">x</p>", "could load something"),
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
        (SOURCE, r'(<mark data-at="at-262-381"><span[^>]*>)(\w+ )', r"\2\1", "these words are not those of"),
        (
            SOURCE,
            r'(<a class="bb-pn"[^>]*>[^<]*</a>\s*<p[^>]*>)',
            r"\1Added words. ",
            "these words are not those of",
        ),
        (SOURCE, r'<mark data-at="at-262-381">', "<mark>", "only 42 of 43 cited passages"),
        (ISSUE, r"(<meta http-equiv=.Content-Sec[^>]*>)", "", "does not stand at the head of the page"),
        (ISSUE, r"(<meta charset=\S+>)(<meta[^>]*>)", r"\1<title>x</title>\2", "does not stand at the head"),
        (
            ISSUE,
            r"<meta charset=\S+>",
            '<script charset="utf-8"></script>',
            "does not stand at the head",
        ),
        (ISSUE, "script-src 'self'", "script-src 'self' 'unsafe-inline'", "the policy allows too much"),
        (
            ISSUE,
            "default-src 'none'",
            "default-src *; default-src 'none'",
            "the policy says default-src twice",
        ),
        (ISSUE, "default-src 'none'", "default-src\u00a0'none'", "the policy says nothing of default-src"),
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
    [
        "@import 'https://example.org/x.css';",
        '@import/**/"https://example.org/x.css";',
        '@import "data:text/css,p{}";',
        "p { background: URL( //example.org/x.png ) }",
        "p { background: u\\72l(https:example.org/x.png) }",
        'p { background: image-set("https://example.org/x.png" 1x) }',
        'p { background: image-set("ht\ttps://example.org/x.png" 1x) }',
        'p { background: image-set("\\5c\\\\example.org/x.png" 1x) }',
    ],
)
def test_a_style_sheet_that_loads_from_elsewhere_is_refused(site: Path, added: str) -> None:
    uri = next(path for path in files_of(site) if path.endswith(".css") and "briefing-book" in path)
    faults = told(site, uri, r"\A", f"{added}\n".replace("\\", r"\\"), regex=True)
    assert faults == [
        one for one in faults if one.startswith(f"{uri}:1: this style sheet loads from another host")
    ]
    assert faults


def test_a_style_sheet_may_draw_compare_addresses_and_say_words_with_a_colon(site: Path) -> None:
    path = site / "mine.css"
    path.write_text(
        "/* See https://example.org (it’s old). */\n"
        'a[href^="https://"]::after { content: "Note: \\2197"; background: url("x.png") }\n'
        "p { background: url(\"data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg'/>\") }\n",
        encoding="utf-8",
    )
    try:
        assert verify(site, ROOT / "seeds", PASSAGES) == ()
    finally:
        path.unlink()


DRAWN = 'xmlns="http://www.w3.org/2000/svg"'
DRAWING = (
    f'<svg {DRAWN}><style>p {{}}</style><defs><path id="a"/></defs><use href="#a" fill="url(#b)"/></svg>'
)
KIND = "browsers run scripts in a file that ends in"


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("mine.svg", DRAWING, ""),
        ("BingSiteAuth.xml", '<?xml version="1.0"?><users><user>1</user></users>', ""),
        ("proof.html", "google-site-verification: proof.html", ""),
        ("empty.html", "", ""),
        ("ends.html", "<!-- nothing -->", "does not stand at the head of the page"),
        ("evil.HTML", "<script>x()</script>", KIND),
        ("evil.htm", "<script>x()</script>", KIND),
        ("evil.xhtml", '<html xmlns="http://www.w3.org/1999/xhtml"><script>x()</script></html>', KIND),
        ("evil.SVG", f"<svg {DRAWN}><script>x()</script></svg>", "the element <script> is not allowed"),
        ("evil.svg", f"<svg {DRAWN}><foreignObject/></svg>", "the element <foreignObject> is not allowed"),
        ("evil.svg", f'<svg {DRAWN} onload="x()"/>', "<svg onload> could run or load something"),
        ("evil.svg", f'<svg {DRAWN}><use href="x.svg#a"/></svg>', "<use href> could run or load something"),
        ("evil.svg", f'<svg {DRAWN} fill="url(//example.org)"/>', "<svg fill> could run or load something"),
        (
            "evil.svg",
            f"<svg {DRAWN}><style>@im<!-- -->port '//example.org'</style></svg>",
            "a style loads from another host",
        ),
        ("evil.svg", '<!DOCTYPE svg [<!ATTLIST svg onload CDATA "x()">]><svg/>', "only plain XML in UTF-8"),
        ("evil.svg", '<?xml version="1.0" encoding="shift_jis"?><svg/>', "only plain XML in UTF-8"),
        ("evil.xml", '<?xml-stylesheet href="x.xsl"?><a/>', "only plain XML in UTF-8"),
        (
            "evil.xml",
            '<x:script xmlns:x="http://www.w3.org/1999/xhtml"/>',
            "the element <script> is not allowed",
        ),
        ("evil.xml", "<a>", "this file cannot be read"),
    ],
)
def test_a_file_that_browsers_show_by_itself_runs_nothing_or_is_refused(
    site: Path, name: str, content: str, said: str
) -> None:
    path = site / name
    path.write_text(content, encoding="utf-8")
    try:
        faults = [str(one) for one in verify(site, ROOT / "seeds", PASSAGES)]
    finally:
        path.unlink()
    assert bool(faults) == bool(said), faults
    assert all(one.startswith(f"{name}:1: ") for one in faults)
    assert not said or said in faults[0]


def test_a_policy_may_end_in_a_semicolon(site: Path) -> None:
    assert told(site, ISSUE, "form-action 'none'", "form-action 'none';") == []


def test_stored_texts_are_read_once_however_many_words_are_looked_up(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[str] = []
    real = quotes._shown  # noqa: SLF001 - what is counted

    def counted(text: str) -> str:
        shown.append(text)
        return real(text)

    monkeypatch.setattr(quotes, "_shown", counted)
    told(site, ISSUE, BODY, "<q>nobody</q><q>wrote</q><q>these</q>" + BODY)
    whole = (ROOT / "seeds" / "moscow-talks-2025-12-02.txt").read_bytes().decode()
    assert shown.count(whole) == 2  # for all words that are looked up, and for the page of the source


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
    root = small_project(tmp_path / "project")
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


def test_files_in_docs_that_are_no_pages_are_told_and_proofs_of_ownership_are_published_as_they_are(
    tmp_path: Path,
) -> None:
    root = small_project(tmp_path / "project")
    docs = root / "docs"
    proof = b"google-site-verification: google1234.html"
    (docs / "google1234.html").write_bytes(proof)
    (docs / "empty").mkdir()
    (docs / "empty" / "index.html").touch()
    (docs / "named.html.md").write_text("# A page whose folder ends in .html\n", encoding="utf-8")
    build(root)
    assert (root / "site" / "google1234.html").read_bytes() == proof
    (docs / "latin.html").write_bytes("<head></head>é".encode("latin-1"))
    (docs / "latin.css").write_bytes("p::after { content: 'é' }".encode("latin-1"))
    (docs / "bare.html").write_text("<p>Mine</p>", encoding="utf-8")
    (docs / "comment.html").write_text("<!-- <head> -->", encoding="utf-8")
    done = run("generator", "build", cwd=root)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert "latin.html:1: this file is not UTF-8" in done.stderr
    assert "latin.css:1: this file is not UTF-8" in done.stderr
    assert "bare.html:1: the policy for scripts and loads does not stand at the head" in done.stderr
    assert "comment.html:1: the policy for scripts and loads does not stand" in done.stderr
    assert "begin yours with <!doctype html>, <html>, <head>" in done.stderr
