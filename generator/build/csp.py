"""A finished page -> the same page with a Content-Security-Policy: what it may run and load, and nothing else.

The policy stands in the page, since hosts of static pages send no headers of ours. Scripts and style attributes that stand in
the page are allowed by their hashes: what is added to a page later does not run.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from lxml import etree, html

_RUN = frozenset({"", "module", "text/javascript", "application/javascript"})  # other types are data
_PLACES = (
    re.compile(r'<meta charset="?utf-8"?\s*/?>', re.IGNORECASE),
    re.compile(r"<head(\s[^>]*)?>", re.IGNORECASE),
)
_PARSER = html.HTMLParser(encoding="utf-8", huge_tree=True)


def write_policies(site: Path) -> None:
    """Put a policy into every page below the finished folder `site`, as the last change of its pages."""
    for path in filter(Path.is_file, site.rglob("*.html")):
        # What is no page stays as it is: the last look tells it.
        with suppress(UnicodeDecodeError, etree.ParserError):
            path.write_bytes(with_policy(path.read_bytes().decode("utf-8")).encode())


def with_policy(page: str) -> str:
    """Put a policy into a page, right behind its encoding. A page that has one, or no head, stays as it is."""
    if '<meta http-equiv="Content-Security-Policy"' in page:
        return page
    found = next(filter(None, (place.search(page) for place in _PLACES)), None)
    if found is None:
        return page
    tag = f'<meta http-equiv="Content-Security-Policy" content="{policy(page)}">'
    return page[: found.end()] + tag + page[found.end() :]


def policy(page: str) -> str:
    """Give the policy of a page: what it needs, and the least of it."""
    tree = html.document_fromstring(page.encode(), parser=_PARSER)
    scripts = (
        one.text or ""
        for one in tree.iter("script")
        if one.get("src") is None and one.get("type", "").strip().lower() in _RUN
    )
    styles = _hashes(one.get("style", "") for one in tree.iter() if one.get("style") is not None)
    allowed = {
        "default-src": ["'none'"],
        "script-src": [
            "'self'",
            *_hashes(scripts),
        ],  # the search runs WebAssembly as a worker, outside the page
        "style-src": ["'self'", *(["'unsafe-hashes'", *styles] if styles else [])],
        "img-src": ["'self'", "data:"],  # the signs of stances are drawn in the style sheet
        "font-src": ["'self'"],
        "connect-src": ["'self'"],
        "base-uri": ["'none'"],
        "form-action": ["'none'"],
    }
    return "; ".join(" ".join([name, *values]) for name, values in allowed.items())


def _hashes(texts: Iterable[str]) -> list[str]:
    found = {base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() for text in texts}
    return [f"'sha256-{one}'" for one in sorted(found)]
