"""The headers of a site are as strict as the policies of its pages, and take nothing away from them."""

import hashlib
from base64 import b64encode
from pathlib import Path

import pytest

from generator.build.headers import headers, write_headers
from generator.build.verify import PageFacts
from generator.build.verify import headers as verified
from tests.building import build, small_project


def page(uri: str = "index.html", scripts: int = 1, styles: int = 1) -> PageFacts:
    """Return the facts of a page whose policy allows so many scripts and style attributes."""
    hashes = [
        f" 'sha256-{b64encode(hashlib.sha256(bytes([number])).digest()).decode()}'"
        for number in range(scripts + styles)
    ]
    return PageFacts(uri, "", script_hashes="".join(hashes[:scripts]), style_hashes="".join(hashes[scripts:]))


def problems(folder: Path, *pages: PageFacts) -> list[str]:
    """Return what the verification finds in the headers."""
    return [message for _, _, message in verified.check(folder, pages)]


def test_the_headers_allow_what_the_policy_of_any_page_allows(tmp_path: Path) -> None:
    pages = [page("a.html", scripts=0, styles=0), page("b.html"), page("c.html", styles=3)]
    write_headers(tmp_path, pages)
    assert problems(tmp_path, *pages) == []
    for more in (page("d.html", styles=4), page("d.html", scripts=5, styles=0)):
        assert problems(tmp_path, *pages, more) == ["the policy lacks a hash that d.html needs"]


def test_a_policy_too_long_for_a_line_leaves_styles_to_the_pages(tmp_path: Path) -> None:
    many = page(styles=200)
    write_headers(tmp_path, [many])
    text = (tmp_path / "_headers").read_text(encoding="utf-8")
    assert "style-src 'self' 'unsafe-inline';" in text
    assert "script-src 'self' 'sha256-" in text
    assert problems(tmp_path, many) == []
    assert problems(tmp_path, many, page("b.html", scripts=3)) == [
        "the policy lacks a hash that b.html needs"
    ]


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("default-src 'none'; ", "", "the policy differs from the strict policy"),
        ("script-src 'self'", "script-src 'self' 'unsafe-inline'", "the policy differs from the strict policy"),
        ("connect-src 'self'", "connect-src *", "the policy differs from the strict policy"),
        ("; frame-ancestors 'none'", "", "the policy differs from the strict policy"),
        ("frame-ancestors 'none'", "frame-ancestors *", "the policy differs from the strict policy"),
        ("; frame-ancestors", f"; {'x' * 2000}; frame-ancestors", "the policy differs from the strict policy"),
        ("  Content-Security-Policy: ", "  X-Policy: ", "must have one Content-Security-Policy"),
        ("  X-Content-Type-Options: nosniff\n", "", "the headers of every file lack this one: X-Content-Type-Options"),
        ("  Referrer-Policy: no-referrer\n", "", "the headers of every file lack this one: Referrer-Policy"),
        ("/*\n", "/none\n", "must have one Content-Security-Policy"),
        ("/*\n", "/*\n/none\n", "must have one Content-Security-Policy"),
    ],
)  # fmt: skip
def test_headers_that_are_less_strict_are_reported(tmp_path: Path, old: str, new: str, message: str) -> None:
    text = headers([page()])
    assert old in text
    (tmp_path / "_headers").write_text(text.replace(old, new), encoding="utf-8", newline="\n")
    assert any(message in problem for problem in problems(tmp_path, page()))


def test_a_site_without_headers_is_reported(tmp_path: Path) -> None:
    assert any("must have one" in problem for problem in problems(tmp_path, page()))


def test_a_site_has_the_headers_of_its_editor_before_its_own(tmp_path: Path) -> None:
    project = small_project(tmp_path / "project")
    own = "/feed.xml\n  Cache-Control: max-age=60"
    (project / "docs" / "_headers").write_text(own, encoding="utf-8")
    build(project)
    text = (project / "site" / "_headers").read_text(encoding="utf-8")
    assert text.startswith(f"{own}\n# Written by the build.")
    assert text.count("Content-Security-Policy") == 1
    before = (project / "docs" / "_headers").read_bytes()
    write_headers(project / "site", [])
    write_headers(project / "site", [])
    assert (
        (project / "site" / "_headers")
        .read_text(encoding="utf-8")
        .startswith(f"{own}\n# Written by the build.")
    )
    assert (project / "site" / "_headers").read_text(encoding="utf-8").count("Content-Security-Policy") == 1
    assert (project / "docs" / "_headers").read_bytes() == before
