"""Escape text for the format in which it is printed, with one function for each format.

Texts of editors and articles are hostile until they are escaped here: escaped, they cannot create Markdown, HTML,
attributes, front matter or links. Markdown stays readable: a character is escaped only where it would be active.
"""

import html
import json
import re
from collections.abc import Iterator

# Characters that pages cannot show: control characters, and characters that change the direction of all that follows.
# The stored text keeps them; pages show a replacement character. Line breaks and tabs become spaces.
_UNSHOWABLE = dict.fromkeys((*range(32), *range(127, 160), *range(8234, 8239)), "�")
_UNSHOWABLE |= dict.fromkeys((*range(0x2066, 0x206A), *range(0xD800, 0xE000), 0xFFFE, 0xFFFF), "\ufffd")
_UNSHOWABLE |= dict.fromkeys((0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x85, 0x2028, 0x2029), " ")
_SPACES = re.compile(" {2,}")

# Markdown reads a numeric character reference even without a semicolon.
_ENTITY = re.compile(r"&(?=#|[0-9a-zA-Z]+;)")
_ALWAYS = re.compile(r"[\\`*{|]")
_UNDERSCORE = re.compile(r"(?<![^\W_])_|_(?![^\W_])")
_LIST_NUMBER = re.compile(r"^(\s*\d+)(\.)(?=\s|$)")
_FIRST_ESCAPED = re.compile(r"^(\s*)([#+\->!])")
_FIRST_ENTITY = re.compile(r"^(\s*)([=:?~])")
_LAST_HASHES = re.compile(r"#+\s*$")
_ACTIVE_BRACKETS = re.compile(r"\](?=[(\[:])|\[\^|\[TOC\]|\]\s*$")
_LINK = re.compile(r"\[(?P<text>[^\[\]]+)\]\((?P<url>https?://[^\s()<>\"'\\`*{}|\[\]]+)\)")
_EMPHASIS = re.compile(r"(?<![*\w\\])(?P<mark>\*\*|\*)(?P<text>[^*\s](?:[^*]*[^*\s])?)(?P=mark)(?![*\w])")

_MARKUP = re.compile("[<>&]")
_NOT_ASCII = re.compile("[^ -~]")
_FORMULA = ("=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20")
_TEX = {
    ord(char): written
    for char, written in {
        "\\": r"\textbackslash{}", "{": r"\textbraceleft{}", "}": r"\textbraceright{}", "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}", "$": r"\$", "&": r"\&", "#": r"\#", "%": r"\%", "_": r"\_",
    }.items()
}  # fmt: skip


def shown(text: str) -> str:
    """Return `text` with unprintable characters replaced, and white space as single spaces."""
    return _SPACES.sub(" ", text.translate(_UNSHOWABLE))


def html_text(text: str) -> str:
    """Escape `text` for HTML, between tags or in an attribute with double quotation marks."""
    return html.escape(shown(text), quote=True)


def html_lines(text: str) -> str:
    """Escape `text` for a `pre` element: lines and spaces are kept."""
    return "\n".join(html.escape(line.translate(_UNSHOWABLE), quote=True) for line in text.splitlines())


def html_chars(text: str) -> str:
    """Escape `text` for HTML so that an element has as many characters as the text: places in both are the same."""
    return html.escape(text.translate(_UNSHOWABLE), quote=True)


def head_text(text: str) -> str:
    """Escape `text` for a title or a description in front matter or navigation.

    Builders and themes print both as HTML without escaping, in elements and in attributes with double quotation marks.
    """
    return shown(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def md_text(text: str) -> str:
    """Escape `text` so that Markdown renders exactly these characters, in a paragraph, heading, list or table."""
    text = shown(text)
    text = _ALWAYS.sub(r"\\\g<0>", text)
    text = _ENTITY.sub("&amp;", text).replace("<", "&lt;")
    text = _UNDERSCORE.sub(r"\\_", text)
    if _ACTIVE_BRACKETS.search(text) or not _balanced(text):
        text = text.replace("[", r"\[").replace("]", r"\]")
    text = _LAST_HASHES.sub(lambda match: match.group().replace("#", r"\#"), text)
    text = _LIST_NUMBER.sub(r"\1\\\2", text)
    text = _FIRST_ESCAPED.sub(r"\1\\\2", text)
    return _FIRST_ENTITY.sub(lambda match: f"{match[1]}&#{ord(match[2])};", text)


def md_inline(text: str) -> str:
    """Escape an editor's text, but keep *emphasis*, **strong** and [links](https://…)."""
    return "".join(_md_inline(shown(text)))


def html_inline(text: str) -> str:
    """Return an editor's text as HTML, with *emphasis*, **strong** and [links](https://…) as elements."""
    text = shown(text)
    parts, at = [], 0
    for match in _inline(text):
        parts.append(html_text(text[at : match.start()]))
        if match.re is _LINK:
            parts.append(f'<a href="{html_text(match["url"])}">{html_text(match["text"])}</a>')
        else:
            name = "strong" if match["mark"] == "**" else "em"
            parts.append(f"<{name}>{html_text(match['text'])}</{name}>")
        at = match.end()
    return "".join((*parts, html_text(text[at:])))


def _inline(text: str) -> Iterator[re.Match[str]]:
    """Yield the links and the emphasis in an editor's text: no emphasis in links, no links in emphasis."""
    at = 0
    for match in sorted((*_LINK.finditer(text), *_EMPHASIS.finditer(text)), key=lambda match: match.start()):
        if match.start() >= at:
            yield match
            at = match.end()


def _md_inline(text: str) -> Iterator[str]:
    at = 0
    for match in _inline(text):
        before = text[at : match.start()]
        if match.re is _LINK:
            # After an exclamation mark, the link would be an image from another host.
            yield _within(before.removesuffix("!"), first=at == 0) + (r"\!" if before.endswith("!") else "")
            yield f"[{_within(match['text'])}]({match['url'].replace('&', '&amp;')})"
        else:
            yield f"{_within(before, first=at == 0)}{match['mark']}{_within(match['text'])}{match['mark']}"
        at = match.end()
    yield _within(text[at:], first=at == 0)


def _within(text: str, *, first: bool = False) -> str:
    """Escape part of a line; only the first part can begin a block."""
    return md_text(text) if first else md_text(f"x{text}x")[1:-1]


def _balanced(text: str) -> bool:
    depth = 0
    for char in text:
        depth += (char == "[") - (char == "]")
        if depth < 0:
            return False
    return depth == 0


def yaml_string(text: str) -> str:
    """Return `text` as a YAML value on one line of front matter."""
    quoted = json.dumps(shown(text), ensure_ascii=False)
    return _NOT_ASCII.sub(
        lambda match: match[0] if match[0].isprintable() else f"\\U{ord(match[0]):08x}", quoted
    )


def script_json(value: object) -> str:
    """Return `value` as JSON on one line, for a `script` element: nothing in it can end or comment out the script."""
    text = json.dumps(_all_shown(value), ensure_ascii=False, separators=(",", ":"))
    text = _MARKUP.sub(lambda match: _script_escape(match[0]), text)
    return _NOT_ASCII.sub(
        lambda match: match[0] if match[0].isprintable() else _script_escape(match[0]), text
    )


def _all_shown(value: object) -> object:
    match value:
        case str():
            return shown(value)
        case dict():
            return {key: _all_shown(item) for key, item in value.items()}
        case list() | tuple():
            return [_all_shown(item) for item in value]
        case _:
            return value


def _script_escape(char: str) -> str:
    """Return the JSON escape of a character; a character beyond U+FFFF has two."""
    return f"\\u{ord(char):04x}" if char.isascii() else json.dumps(char)[1:-1]


def bibtex_text(text: str) -> str:
    """Escape `text` for a BibTeX value in braces: braces stay balanced, and TeX prints these characters."""
    return shown(text).translate(_TEX)


def csv_cell(text: str) -> str:
    """Return `text` as a CSV cell that no spreadsheet reads as a formula: an apostrophe before it marks it as text."""
    text = shown(text)
    return f"'{text}" if text.lstrip().startswith(_FORMULA) else text


def ics_text(text: str) -> str:
    """Escape `text` for a value of iCalendar: it cannot end the line, and no comma or semicolon in it divides the value."""
    return re.sub(r"([\\;,])", r"\\\1", shown(text))
