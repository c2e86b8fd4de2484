"""Style sheets and documents of a finished site that could load or run something are refused."""

from pathlib import Path

import pytest

from generator.build.publish import file_hashes
from generator.build.verify import files


@pytest.mark.parametrize(
    "style",
    [
        "@import 'https://example.org/x.css';",
        '@import/**/"https://example.org/x.css";',
        '@import "data:text/css,p{}";',
        "p { background: URL( //example.org/x.png ) }",
        "p { background: u\\72l(https:example.org/x.png) }",
        'p { background: image-set("ht\ttps://example.org/x.png" 1x) }',
        'p { background: image-set("\\5c\\\\example.org/x.png" 1x) }',
    ],
)
def test_a_style_sheet_that_loads_from_another_host_is_refused(tmp_path: Path, style: str) -> None:
    (tmp_path / "a.css").write_text(f"p {{}}\n{style}", encoding="utf-8")
    ((uri, line, message),) = files.check(tmp_path, file_hashes(tmp_path))
    assert (uri, line) == ("a.css", 2)
    assert message.startswith("this style sheet loads from another host")


def test_a_style_sheet_may_draw_compare_urls_and_contain_text_with_a_colon(tmp_path: Path) -> None:
    (tmp_path / "mine.css").write_text(
        "/* See https://example.org (it’s old). */\n"
        'a[href^="https://"]::after { content: "Note: \\2197"; background: url("x.png") }\n'
        "p { background: url(\"data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg'/>\") }\n",
        encoding="utf-8",
    )
    assert list(files.check(tmp_path, file_hashes(tmp_path))) == []


SVG = 'xmlns="http://www.w3.org/2000/svg"'
SCRIPTED = "browsers run scripts in a ."


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        (
            "mine.svg",
            f'<svg {SVG}><style>p {{}}</style><defs><path id="a"/></defs><use href="#a" fill="url(#b)"/></svg>',
            "",
        ),
        ("BingSiteAuth.xml", '<?xml version="1.0"?><users><user>1</user></users>', ""),
        ("latin.html", "\udce9", "this file is not UTF-8"),
        ("evil.HTML", "<script>x()</script>", SCRIPTED),
        ("evil.xhtml", '<html xmlns="http://www.w3.org/1999/xhtml"><script>x()</script></html>', SCRIPTED),
        ("evil.SVG", f"<svg {SVG}><script>x()</script></svg>", "the element <script> is not allowed"),
        ("evil.svg", f"<svg {SVG}><foreignObject/></svg>", "the element <foreignObject> is not allowed"),
        ("evil.svg", f'<svg {SVG} onload="x()"/>', "<svg onload> could run or load something"),
        ("evil.svg", f'<svg {SVG}><use href="x.svg#a"/></svg>', "<use href> could run or load something"),
        ("evil.svg", f'<svg {SVG} fill="url(//example.org)"/>', "<svg fill> could run or load something"),
        (
            "evil.svg",
            f"<svg {SVG}><style>@im<!-- -->port '//example.org'</style></svg>",
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
        ("evil.xml", "<a>", "this file is not valid XML"),
    ],
)
def test_a_file_that_browsers_open_as_a_document_runs_nothing_or_is_refused(
    tmp_path: Path, name: str, content: str, message: str
) -> None:
    (tmp_path / name).write_text(content, encoding="utf-8", errors="surrogateescape")
    found = list(files.check(tmp_path, file_hashes(tmp_path)))
    assert [(uri, line) for uri, line, _ in found] == [(name, 1)] * len(found)
    assert bool(found) == bool(message)
    assert not message or found[0][2].startswith(message)
