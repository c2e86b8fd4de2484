"""Check what a page runs: a strict Content-Security-Policy, the theme's scripts and data, and redirects inside the site."""

import base64
import hashlib
import json
import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from lxml import html
from lxml.etree import XPath

from generator.build.verify.facts import PageFacts
from generator.build.verify.page import HINT, BuiltPage, excerpt
from generator.site.theme_files import OVERRIDES

_HASH = r"'sha256-[A-Za-z0-9+/=]+'"
POLICY = re.compile(
    rf"default-src 'none'; script-src 'self'(?P<scripts>(?: {_HASH})*); "
    rf"style-src 'self'(?: 'unsafe-hashes'(?P<styles>(?: {_HASH})+))?; img-src 'self' data:; font-src 'self'; "
    r"connect-src 'self'; base-uri 'none'; form-action 'none'"
)
_DATA_TYPES = frozenset({"application/json", "application/ld+json"})
_SCRIPT_TYPES = frozenset({"", "module", "text/javascript"})
_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)
_REFRESH = re.compile(r"\d+; ?url=(?P<url>(\.\./)+[\w./-]*)")
# Only the encoding may come before the policy in the head.
_FIRST = XPath("/html/head/*[position() = 1 or position() = 2 and preceding-sibling::meta[@charset]]")
_NO_POLICY = f"""the Content-Security-Policy is not at the start of the page’s head{HINT}\
The build adds it to each page that has a head and no policy of its own: begin with <!doctype html>, <html>, <head>."""
_OWN_SCRIPT = f"{HINT}Move it to a file in docs/, and list that file under extra_javascript in mkdocs.yml."


class _Hashes(NamedTuple):
    """The hashes that a policy allows, each list as it stands there. A hash has no part that is another hash."""

    scripts: str
    styles: str


def check(page: BuiltPage, facts: PageFacts) -> None:
    """Check the policy, the scripts, the styles and the redirect of a page."""
    hashes: _Hashes | None = None
    first = _FIRST(page.tree)
    for meta, value in page.by_attribute["http-equiv"]:
        kind, content = value.lower(), meta.get("content", "")
        if kind == "content-security-policy" and hashes is None and meta in first:
            policy = POLICY.fullmatch(content)
            hashes = _Hashes(*(group or "" for group in policy.groups())) if policy else _Hashes("", "")
            if policy is None:
                facts.add_problem(
                    meta, f"the policy differs from the strict policy that the build writes: {content}"
                )
        elif kind != "refresh" or not _is_redirect(page, content):
            facts.add_problem(meta, f"<meta http-equiv=“{kind}”> is not allowed here")
    if hashes is None:
        facts.add_problem(page.tree, _NO_POLICY)
    else:
        facts.script_hashes, facts.style_hashes = hashes
    for script in page.by_name["script"]:
        for message in _script_problems(script, hashes):
            facts.add_problem(script, message)
    for element, style in page.by_attribute["style"]:
        if hashes is not None and _hash(style) not in hashes.styles:
            facts.add_problem(element, "the policy lacks the hash of this style, so it would not apply")


def _is_redirect(page: BuiltPage, content: str) -> bool:
    """Return whether a refresh sends readers of a page that has moved to the page’s one link, inside the site."""
    match = _REFRESH.fullmatch(content)
    links = page.by_name["a"]
    return match is not None and [(link.get("href"), link.get("id")) for link in links] == [
        (match["url"], "moved")
    ]


def _script_problems(script: html.HtmlElement, hashes: _Hashes | None) -> Iterator[str]:
    """Yield what is wrong with a script; `hashes` are those of the page's policy."""
    text, kind = script.text or "", script.get("type", "").strip().lower()
    if kind in _DATA_TYPES:
        try:
            json.loads(text)
        except ValueError:
            yield f"this data is not valid JSON: {excerpt(text)}"
    elif kind not in _SCRIPT_TYPES:
        yield f"this script has the unknown type “{kind}”"
    elif script.get("src") is None:
        if text not in theme_scripts():
            yield f"this script does not come from the theme: {excerpt(text)}{_OWN_SCRIPT}"
        if hashes is not None and _hash(text) not in hashes.scripts:
            yield "the policy lacks the hash of this script, so it would not run"


def _hash(text: str) -> str:
    """Return the hash of a script or a style as policies name it."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


@lru_cache
def theme_scripts() -> frozenset[str]:
    """Return the scripts that our templates put into pages; none of the theme's own is left."""
    return frozenset(
        text
        for path in sorted((OVERRIDES / "partials" / "javascripts").glob("*.html"))
        for text in _SCRIPT.findall(path.read_text(encoding="utf-8"))
    )
