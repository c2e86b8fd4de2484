"""Add a Content-Security-Policy to finished pages: it lists everything that a page may run and load.

The policy is in the page because hosts of static pages send no headers of ours. Scripts and style attributes inside the page
are allowed by their hashes, so nothing that is added to a page later runs.
"""

import base64
import hashlib
import re
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from lxml import etree, html

_SCRIPT_TYPES = frozenset({"", "module", "text/javascript", "application/javascript"})  # other types are data
# The policy follows the first of these tags that a page has.
_TAGS = (
    re.compile(r'<meta charset="?utf-8"?\s*/?>', re.IGNORECASE),
    re.compile(r"<head(\s[^>]*)?>", re.IGNORECASE),
)
_PARSER = html.HTMLParser(encoding="utf-8", huge_tree=True)


def write_policies(site: Path) -> None:
    """Add a policy to every page in the finished folder `site`, as the last change of its pages."""
    for path in filter(Path.is_file, site.rglob("*.html")):
        with suppress(UnicodeDecodeError, etree.ParserError):  # not a page: `verify` reports it
            path.write_bytes(with_policy(path.read_bytes().decode("utf-8")).encode())


def with_policy(page: str) -> str:
    """Return the page with a policy after its encoding; unchanged if it has one already, or has no head."""
    tag = next(filter(None, (pattern.search(page) for pattern in _TAGS)), None)
    if tag is None or '<meta http-equiv="Content-Security-Policy"' in page:
        return page
    meta = f'<meta http-equiv="Content-Security-Policy" content="{policy(page)}">'
    return page[: tag.end()] + meta + page[tag.end() :]


def policy(page: str) -> str:
    """Return the strictest policy under which the page works."""
    tree = html.document_fromstring(page.encode(), parser=_PARSER)
    scripts = _hashes(
        script.text or ""
        for script in tree.iter("script")
        if script.get("src") is None and script.get("type", "").strip().lower() in _SCRIPT_TYPES
    )
    styles = _hashes(element.get("style") for element in tree.xpath("//*[@style]"))
    script_sources = " ".join(["'self'", *scripts])
    style_sources = " ".join(["'self'", "'unsafe-hashes'", *styles] if styles else ["'self'"])
    # The style sheet draws the signs of stances, hence data:.
    return (
        f"default-src 'none'; script-src {script_sources}; style-src {style_sources}; "
        "img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'"
    )


def _hashes(texts: Iterable[str]) -> list[str]:
    digests = {base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() for text in texts}
    return [f"'sha256-{digest}'" for digest in sorted(digests)]
