"""Add a Content-Security-Policy to finished pages: it lists everything that a page may run and load.

The policy is in the page because many hosts of static pages send no headers of ours; for those that do, see `headers`. Scripts and
style attributes inside the page are allowed by their hashes, so nothing that is added to a page later runs.
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
_ATTRIBUTES = r"""[^>=]*+(?:=\s*+(?:"[^"]*+"|'[^']*+')?+[^>=]*+)*+"""
# Small and capital letters are spelled out, because a search that ignores case takes ten times as long.
_SCRIPT, _STYLE = "[sS][cC][rR][iI][pP][tT]", "[sS][tT][yY][lL][eE]"
_COMMENT_OR_SCRIPT = rf"!--.*?-->|({_SCRIPT}(?:[\s/]{_ATTRIBUTES})?>)(.*?)</{_SCRIPT}"
_SCRIPTS = re.compile(rf"<(?:{_COMMENT_OR_SCRIPT})", re.DOTALL)
_STARTS = re.compile(rf"<(?:{_COMMENT_OR_SCRIPT}|([a-zA-Z]{_ATTRIBUTES}>))", re.DOTALL)
# Most pages have no style attribute, so their elements are not searched: the name of an attribute or a space is before the sign.
_MAYBE_STYLE = re.compile(rf"=(?<={_STYLE}=|....\s=)", re.DOTALL)
_NAME = re.compile(r"[^\s/>]*")
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
    for script, text in _SCRIPTS.findall(page):
        attributes = _attributes(script)
        if script and "src" not in attributes and attributes.get("type", "").strip().lower() in _SCRIPT_TYPES:
            scripts.add(text)
    for script, _, other in _STARTS.findall(page) if _MAYBE_STYLE.search(page) else ():
        start = script or other
        if "style" in start.lower() and (style := _attributes(start).get("style")) is not None:
            styles.add(style)
    return policy_with(_hashes(scripts), _hashes(styles))


def policy_with(scripts: Iterable[str], styles: Iterable[str]) -> str:
    """Return the policy that allows the scripts and the style attributes with these hashes."""
    script_sources = " ".join(["'self'", *scripts])
    style_hashes = list(styles)
    style_sources = " ".join(["'self'", *(["'unsafe-hashes'", *style_hashes] if style_hashes else [])])
    # The style sheet draws the signs of stances, hence data:.
    return (
        f"default-src 'none'; script-src {script_sources}; style-src {style_sources}; "
        "img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'"
    )


def _attributes(start: str) -> dict[str, str]:
    """Return the attributes of the start of an element, by their names in small letters; the first of each name counts."""
    attributes: dict[str, str] = {}
    for name, value in _ATTRIBUTE.findall(_NAME.sub("", start, 1).rstrip(">")):
        is_quoted = value.startswith(('"', "'"))
        attributes.setdefault(name.lower(), html.unescape(value[1:-1] if is_quoted else value))
    return attributes


def _hashes(texts: Iterable[str]) -> list[str]:
    """Return the hashes of texts as policies name them, sorted."""
    digests = {base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() for text in texts}
    return [f"'sha256-{digest}'" for digest in sorted(digests)]
