"""Add a Content-Security-Policy to finished pages: it lists everything that a page may run and load.

The policy is in the page because hosts of static pages send no headers of ours. Scripts and style attributes inside the page
are allowed by their hashes, so nothing that is added to a page later runs.
"""

import base64
import hashlib
import html
import re
from collections.abc import Iterable

_SCRIPT_TYPES = frozenset({"", "module", "text/javascript", "application/javascript"})  # other types are data
# The policy follows the first of these tags that a page has.
_TAGS = (
    re.compile(r'<meta charset="?utf-8"?\s*/?>', re.IGNORECASE),
    re.compile(r"<head(\s[^>]*)?>", re.IGNORECASE),
)
_ATTRIBUTES = r"""(?:[^>=]++|=\s*+(?:"[^"]*+"|'[^']*+')?+)*+"""
# A comment, a script with its text, or the start of another element.
_PARTS = re.compile(
    rf"<!--.*?-->|<script(?P<script>[\s/]{_ATTRIBUTES})?>(?P<text>.*?)</script|<[a-z][^\s/>]*+(?P<other>{_ATTRIBUTES})>",
    re.IGNORECASE | re.DOTALL,
)
_ATTRIBUTE = re.compile(r"""([^\s/>=]+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s>]*))?""")


def with_policy(page: str) -> str:
    """Return the page with a policy after its encoding; unchanged if it has one already, or has no head."""
    tag = next(filter(None, (pattern.search(page) for pattern in _TAGS)), None)
    if tag is None or '<meta http-equiv="Content-Security-Policy"' in page:
        return page
    meta = f'<meta http-equiv="Content-Security-Policy" content="{policy(page)}">'
    return page[: tag.end()] + meta + page[tag.end() :]


def policy(page: str) -> str:
    """Return the strictest policy under which the page works."""
    scripts: set[str] = set()
    styles: set[str] = set()
    for part in _PARTS.finditer(page):
        tag = part["script"] or part["other"] or ""
        if part["text"] is not None:
            attributes = _attributes(tag)
            if "src" not in attributes and attributes.get("type", "").strip().lower() in _SCRIPT_TYPES:
                scripts.add(part["text"])
        if "style" in tag.lower() and (style := _attributes(tag).get("style")) is not None:
            styles.add(style)
    script_sources = " ".join(["'self'", *_hashes(scripts)])
    style_sources = " ".join(["'self'", "'unsafe-hashes'", *_hashes(styles)] if styles else ["'self'"])
    # The style sheet draws the signs of stances, hence data:.
    return (
        f"default-src 'none'; script-src {script_sources}; style-src {style_sources}; "
        "img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'"
    )


def _attributes(tag: str) -> dict[str, str]:
    """Return the attributes in the text of a tag, by their names in small letters; the first of each name counts."""
    attributes: dict[str, str] = {}
    for name, value in _ATTRIBUTE.findall(tag):
        is_quoted = value.startswith(('"', "'"))
        attributes.setdefault(name.lower(), html.unescape(value[1:-1] if is_quoted else value))
    return attributes


def _hashes(texts: Iterable[str]) -> list[str]:
    """Return the hashes of texts as policies name them, sorted."""
    digests = {base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() for text in texts}
    return [f"'sha256-{digest}'" for digest in sorted(digests)]
