"""The encoding of a text or a web page: by its mark, by rules that are certain, and else by what its characters would say."""

import codecs
import re
from typing import NamedTuple

from generator.content.damage import first_damage
from generator.edit.articles.counts import counted
from generator.edit.error import EditError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_TITLES = {
    "utf_8_sig": "UTF-8",
    "utf_8": "UTF-8",
    "utf_16": "UTF-16",
    "utf_16_le": "UTF-16",
    "utf_16_be": "UTF-16",
    "utf_32": "UTF-32",
    "utf_32_le": "UTF-32",
    "utf_32_be": "UTF-32",
    "iso2022_jp": "ISO-2022-JP",
    "shift_jis": "Shift_JIS",
    "cp932": "Shift_JIS",
    "euc_jp": "EUC-JP",
    "euc_kr": "EUC-KR",
    "cp949": "EUC-KR",
    "gb18030": "GB18030",
    "big5": "Big5",
    "koi8_r": "KOI8-R",
    "koi8_u": "KOI8-U",
    "mac_roman": "Mac Roman",
    "mac_cyrillic": "Mac Cyrillic",
}
_CONTROL = re.compile("[\x00-\x08\x0e-\x19\x1c-\x1f\x7f]")
_CONTROL_BYTES = bytes(sorted({*range(0x20), 0x7F} - set(b"\t\n\v\f\r\x1a\x1b")))
_LARGEST_CONTROL_SHARE = 0.002  # of a text's bytes; a program or a picture has far more
_MIXED = 4  # times as many characters of UTF-8 as wrong bytes make a file UTF-8 with some damage
_SAMPLE = 200_000  # bytes
_EXAMPLES = 6
_EXAMPLE = re.compile(r"\S*[^\x00-\x7f]\S*")
_LONGEST_EXAMPLE = 30
_ESCAPED = re.compile("[\udc80-\udcff]")
_AROUND_ESCAPED = re.compile(r"\S*[\udc80-\udcff]\S*")
# Python's names for what is no encoding of texts in files.
_NOT_FOR_FILES = frozenset(
    ["idna", "punycode", "undefined", "unicode_escape", "raw_unicode_escape", "mbcs", "oem"]
)


class Decoded(NamedTuple):
    """A text, the name of its encoding, notices for the editor, and whether an editor must confirm the encoding."""

    text: str
    encoding: str
    notices: tuple[str, ...] = ()
    is_guessed: bool = False


def decoded(raw: bytes, name: str, encoding: str = "") -> Decoded:
    """Return the bytes of a text file as text, in the given encoding, or in that which the bytes show.

    Raise EditError if the given encoding is unknown or wrong.
    """
    if encoding:
        found = Decoded(decoded_as(raw, name, encoding), title(encoding))
    else:
        found = decoded_by_rules(raw) or guessed(raw, raw)
    text = found.text.removeprefix("\ufeff")
    return found._replace(text=text, notices=(*found.notices, *_damage(text)))


def decoded_as(raw: bytes, name: str, encoding: str) -> str:
    """Return the bytes as text of this encoding. Raise EditError if Python does not know it, or if the bytes are not in it."""
    try:
        known = codecs.lookup(encoding).name
    except (LookupError, ValueError):
        known = ""
    if not known or known.replace("-", "_") in _NOT_FOR_FILES or not _is_of_texts(known):
        raise EditError(
            f"“{encoding}” is no encoding that is known. Known are for example utf-8, windows-1252, iso-8859-2 and shift_jis."
        )
    try:
        return raw.decode("utf-8-sig" if known == "utf-8" else known)
    except UnicodeError as error:
        at = (
            f": byte {error.start + 1} is {raw[error.start]:#04x}"
            if isinstance(error, UnicodeDecodeError) and error.start < len(raw)
            else ""
        )
        raise EditError(
            f"cannot read {name} as {title(known)}{at}. Leave out --encoding, or give another."
        ) from None


def _is_of_texts(encoding: str) -> bool:
    """Return whether an encoding of Python makes text of bytes: “hex” and “zip” make bytes."""
    try:
        return isinstance(b"a".decode(encoding), str)
    except LookupError:
        return False
    except UnicodeError:
        return True


def decodes(raw: bytes, encoding: str) -> bool:
    """Return whether Python knows an encoding, and the bytes are in it."""
    try:
        return isinstance(raw.decode(encoding), str)
    except (LookupError, UnicodeError, ValueError):
        return False


def shows_encoding(raw: bytes) -> bool:
    """Return whether bytes begin with a mark of their encoding, are UTF-8, or have the zero bytes of UTF-16 and UTF-32."""
    return (
        any(raw.startswith(mark) for mark, _ in _MARKS) or decodes(raw, "utf-8") or bool(_wide(raw[:_SAMPLE]))
    )


def title(encoding: str) -> str:
    """Return the name of an encoding as editors know it."""
    name = codecs.lookup(encoding).name.replace("-", "_")
    if name in _TITLES:
        return _TITLES[name]
    if name.startswith("cp125"):
        return f"Windows-{name[2:]}"
    return name.upper().replace("_", "-").replace("ISO8859", "ISO-8859")


def start_as_text(raw: bytes, length: int) -> str:
    """Return about the first `length` bytes as text, in which tags and other ASCII can be looked for."""
    start = raw[:length]
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return start.decode(encoding, "ignore")
    return start.decode(_wide(start[: length // 4 * 4]) or "latin-1", "ignore")


def seems_text(raw: bytes) -> bool:
    """Return whether the bytes have so few control characters that they can be a text."""
    sample = raw[:_SAMPLE]
    if any(raw.startswith(mark) for mark, _ in _MARKS) or _wide(sample):
        return len(_CONTROL.findall(start_as_text(raw, _SAMPLE))) <= len(sample) * _LARGEST_CONTROL_SHARE
    return b"\0" not in sample and len(sample) - len(sample.translate(None, _CONTROL_BYTES)) <= (
        len(sample) * _LARGEST_CONTROL_SHARE
    )


def decoded_by_rules(raw: bytes) -> Decoded | None:
    """Return the text if its encoding is certain: it has a mark, or is valid UTF-8, UTF-16 or ISO-2022-JP."""
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return _marked(raw, encoding)
    if wide := _wide(raw[:_SAMPLE]):
        notice = f"The file does not say its encoding; it was read as {title(wide)}, because its zero bytes show it."
        return Decoded(
            raw[: len(raw) // _unit(wide) * _unit(wide)].decode(wide, "replace"), title(wide), (notice,)
        )
    for encoding, sign in (("iso2022_jp", b"\x1b$"), ("utf-8", b"")):
        if sign in raw:
            try:
                return Decoded(raw.decode(encoding), title(encoding))
            except UnicodeDecodeError:
                continue
    return _mixed(raw)


def _marked(raw: bytes, encoding: str) -> Decoded:
    """Return a text whose first bytes name its encoding. Broken characters become U+FFFD, which is said as damage."""
    if encoding == "utf-8-sig" and (mixed := _mixed(raw)):
        return mixed
    return Decoded(raw.decode(encoding, "replace"), title(encoding))


def _unit(encoding: str) -> int:
    return 4 if "32" in encoding else 2


def _wide(sample: bytes) -> str:
    """Return UTF-16 or UTF-32 with its order of bytes if the zero bytes of a sample stand only where it has them."""
    if b"\0" not in sample:
        return ""
    sample = sample[: len(sample) // 4 * 4]
    places = [sample[offset::4].count(0) for offset in range(4)]
    quarter = len(sample) // 4
    if quarter and places[0] < quarter / 2 and places[2:] == [quarter] * 2:
        return "utf-32-le"
    if quarter and places[3] < quarter / 2 and places[:2] == [quarter] * 2:
        return "utf-32-be"
    for encoding, ordinary, zero in (("utf-16-le", 0, 1), ("utf-16-be", 1, 0)):
        if places[ordinary] + places[ordinary + 2] == 0 and places[zero] + places[zero + 2]:
            text = sample.decode(encoding, "ignore")
            if not _CONTROL.search(text) and sum(map(str.isprintable, text)) > len(text) * 0.9:
                return encoding
    return ""


def _mixed(raw: bytes) -> Decoded | None:
    """Return text in UTF-8 with few bytes that are not, read as Windows-1252, as where texts were pasted together."""
    escaped = raw.decode("utf-8", "surrogateescape")
    wrong = len(_ESCAPED.findall(escaped))
    if not wrong or sum("\x7f" < char < "\ud800" for char in escaped) < wrong * _MIXED:
        return None
    places = " ".join(_AROUND_ESCAPED.findall(escaped))
    notice = (
        f"The file is UTF-8, except for {counted(wrong, 'byte')}, read as Windows-1252: compare "
        f"{_examples(_as_windows_1252(places))} with the original."
    )
    return Decoded(_as_windows_1252(escaped), "UTF-8", (notice,))


def _as_windows_1252(escaped: str) -> str:
    """Return text in which bytes that were escaped are the characters of Windows-1252."""
    return _ESCAPED.sub(lambda match: bytes([ord(match[0]) - 0xDC00]).decode("cp1252", "replace"), escaped)


def guessed(raw: bytes, words: bytes) -> Decoded:
    """Return a text in the encoding in which the characters of its `words` are the likeliest ones."""
    from generator.edit.articles.encoding_guess import guess  # noqa: PLC0415 - its library is in the extra

    encoding = guess(words[:_SAMPLE])
    notice = (
        f"The file does not say its encoding; it was read as {title(encoding)}. "
        f"Compare {_examples(words[:_SAMPLE].decode(encoding, 'replace'))} with the original."
    )
    return Decoded(raw.decode(encoding, "replace"), title(encoding), (notice,), is_guessed=True)


def _examples(text: str) -> str:
    """Return the first different words with characters that are not ASCII, in quotation marks."""
    words = dict.fromkeys(match[0][:_LONGEST_EXAMPLE] for match in _EXAMPLE.finditer(text[:_SAMPLE]))
    return ", ".join(f"“{word}”" for word in list(words)[:_EXAMPLES])


def _damage(text: str) -> tuple[str, ...]:
    """Return a notice if characters of a text were read in a wrong encoding before it was saved."""
    damage = first_damage(text)
    if damage is None or "HTML" in damage.problem or "merge" in damage.problem:
        return ()
    around = text[max(0, damage.start - 15) : damage.end + 15]
    return (
        f"The text has {damage.problem}: “{' '.join(around.split())}”. Look for a better copy of the file.",
    )
