"""The encoding of a text that does not say it: charset-normalizer knows scripts; the letters of a language decide among Latin ones."""

import re
import unicodedata

from charset_normalizer import from_bytes

from generator.edit.articles.text_encoding import decodes

# Encodings that files of the last forty years have, the likeliest first.
_LATIN = ("cp1252", "cp1250", "iso8859_2", "cp1254", "iso8859_15", "cp1257", "mac_roman", "cp850", "cp852")
_OTHER = (
    "cp1251", "koi8_r", "koi8_u", "iso8859_5", "mac_cyrillic", "cp866", "cp1253", "iso8859_7", "cp1255", "iso8859_8", "cp1256",
    "iso8859_6", "cp932", "shift_jis", "euc_jp", "gb18030", "big5", "cp949", "euc_kr", "johab", "tis_620", "cp874",
)  # fmt: skip
_LETTERS = (
    "éèêàâçñöüïåøæ",  # English: names and loans
    "äöüßé",  # German
    "àâæçéèêëîïôœùûüÿ",  # French
    "áéíñóúüºª",  # Spanish
    "ãáàâçéêíóôõúºª",  # Portuguese
    "àèéìíîòóù",  # Italian
    "åäöæøéü",  # Danish, Finnish, Norwegian, Swedish
    "éèëïóöüê",  # Dutch
    "ąćęłńóśźż",  # Polish
    "áčďéěíňóřšťúůýžäĺľôŕ",  # Czech, Slovak
    "áéíóöőúüű",  # Hungarian
    "ăâîșțşţ",  # Romanian
    "čćđšž",  # Croatian, Slovenian
    "çğıöşüâîû",  # Turkish
    "ąčęėįšųūžāēģīķļņäõöü",  # Baltic languages
    "áðéíóúýþæö",  # Icelandic
)
_PUNCTUATION = frozenset("\xa0«»‹›“”„‘’‚–—…•·¿¡€£§°©®™½¼¾²³×†‰´\xad")
_WORD = re.compile(r"[^\W\d_]+")


def guess(raw: bytes) -> str:
    """Return Python's name of the likeliest encoding of a text that is not UTF-8."""
    matches = from_bytes(raw, cp_isolation=[*_LATIN, *_OTHER], enable_fallback=False)
    best = matches.best()
    likeliest = best.encoding if best else ""
    if likeliest in _OTHER:
        return likeliest
    # Some Latin encodings have a character for every byte, so that one is left.
    possible = [encoding for encoding in _LATIN if decodes(raw, encoding)]
    return min(possible, key=lambda encoding: _strangeness(raw.decode(encoding)))


def _strangeness(text: str) -> float:
    """Return how many characters of a text, of those that are not ASCII, no language of the list would have there."""
    signs = sum(1 for char in text if char > "\x7f" and not char.isalpha() and char not in _PUNCTUATION)
    controls = sum(1 for char in text if unicodedata.category(char) == "Cc" and char not in "\t\n\v\f\r\x1a")
    words = [word for word in _WORD.findall(text) if not word.isascii()]
    mixed = sum(1 for word in words if not (word.islower() or word.isupper() or word[1:].islower()))
    wide = "".join(words)
    foreign = min(
        sum(1 for char in wide if char > "\x7f" and char.lower() not in letters) for letters in _LETTERS
    )
    return signs + 10 * controls + 2 * mixed + foreign
