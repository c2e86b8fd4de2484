"""Whether a text in one language can be the translation of a text in another."""

from generator.language import base_language

# ISO 639-2 codes of languages that also have a code of two letters, and old codes.
_SAME = {
    "eng": "en", "deu": "de", "ger": "de", "fra": "fr", "fre": "fr", "spa": "es", "ita": "it", "por": "pt", "nld": "nl", "dut": "nl",
    "swe": "sv", "dan": "da", "nor": "no", "nob": "nb", "nno": "nn", "fin": "fi", "pol": "pl", "ces": "cs", "cze": "cs", "ukr": "uk",
    "rus": "ru", "tur": "tr", "ara": "ar", "heb": "he", "iw": "he", "zho": "zh", "chi": "zh", "jpn": "ja", "kor": "ko", "srp": "sr",
}  # fmt: skip
_SCRIPT_LENGTH = 4
# Languages that are written in several scripts, with the script of some regions.
_SCRIPTS: dict[str, dict[str, str]] = {
    "zh": {"cn": "hans", "sg": "hans", "tw": "hant", "hk": "hant", "mo": "hant"},
    **{code: {} for code in ("sr", "uz", "az", "kk", "mn", "bs", "pa", "ku", "tg", "tk", "ky", "ug", "tt")},
}


def is_translated(source: str, target: str) -> bool:
    """Return whether `target` is another language than `source`, or the same in another script. A tag for no language is none."""
    language, other = _language(source), _language(target)
    return (language != other and not is_unknown(target)) or (
        language in _SCRIPTS and _script(source, language) != _script(target, language)
    )


def is_unknown(tag: str) -> bool:
    """Return whether a tag names no language: undetermined, several, not coded, or none."""
    return base_language(tag) in ("und", "mul", "mis", "zxx")


def _language(tag: str) -> str:
    code = base_language(tag)
    return _SAME.get(code, code)


def _script(tag: str, language: str) -> str:
    parts = tag.replace("_", "-").lower().split("-")[1:]
    named = (part for part in parts if len(part) == _SCRIPT_LENGTH and part.isalpha())
    return next(named, "") or next(
        (_SCRIPTS[language][part] for part in parts if part in _SCRIPTS[language]), ""
    )
