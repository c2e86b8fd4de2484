"""Clean the characters of a converted text: what editors cannot see is dropped or made ordinary. Words stay as they are."""

import re
from collections.abc import Callable, Iterable

_SPACES = re.compile(r"[\s\u180e\u2800\u3164\x1c-\x1f\x85]+")
_UNUSUAL_SPACE = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u2028\u2029]")
_SOFT_HYPHEN = re.compile("\u00ad")
# Joiners and marks of direction are letters' helpers in Arabic, Hebrew and Indic scripts and in emoji; elsewhere they are litter.
_INVISIBLE = re.compile("[\u200b\u2060-\u2064\ufeff\ufff9-\ufffb\u180e]")
_JOINERS = re.compile("[\u200c\u200d](?![\u0590-\u1fff\u2190-\u2bff\ufe00-\ufe0f\U0001f000-\U0001faff])")
_DIRECTIONS = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069\u061c]")
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1b\x7f\ud800-\udfff]")
_LIGATURES = {
    "\ufb00": "ff",
    "\ufb01": "fi",
    "\ufb02": "fl",
    "\ufb03": "ffi",
    "\ufb04": "ffl",
    "\ufb05": "\u017ft",
    "\ufb06": "st",
}
_LIGATURE = re.compile(f"[{''.join(_LIGATURES)}]")
_C1 = re.compile("[\x80-\x9f]")
_POWER = re.compile(r"[+−-]?\d{1,3}")
_RAISED = str.maketrans("0123456789+-−", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻")


def clean(text: str) -> str:
    """Return a paragraph with ordinary characters: one ordinary space between words, and nothing that cannot be seen."""
    for replace in (
        windows_characters,
        without_soft_hyphens,
        without_invisible,
        with_letters_for_ligatures,
        with_ordinary_spaces,
    ):
        text = replace(text)
    return text


def with_ordinary_spaces(text: str) -> str:
    """Return text with one ordinary space for each run of spaces, tabs and line ends, and none at its ends."""
    return _SPACES.sub(" ", text).strip(" ")


def without_soft_hyphens(text: str) -> str:
    """Return text without soft hyphens."""
    return _SOFT_HYPHEN.sub("", text)


def without_invisible(text: str) -> str:
    """Return text without control characters, and without zero-width characters except where its script needs them."""
    text = _JOINERS.sub("", _INVISIBLE.sub("", _CONTROL.sub("", text)))
    return text if _RIGHT_TO_LEFT.search(text) else _DIRECTIONS.sub("", text)


def with_letters_for_ligatures(text: str) -> str:
    """Return text with single letters for the ligatures of Latin letters, such as ﬁ."""
    return _LIGATURE.sub(lambda match: _LIGATURES[match[0]], text)


def windows_characters(text: str) -> str:
    """Return text with the characters that browsers show for the numbers 128 to 159: those of Windows-1252."""
    return _C1.sub(lambda match: match[0].encode("latin-1").decode("cp1252", "ignore"), text)


def is_power(text: str) -> bool:
    """Return whether a raised text can be a power, such as the 2 of km²."""
    return _POWER.fullmatch(text) is not None


def raised(text: str) -> str:
    """Return text with raised digits and signs."""
    return text.translate(_RAISED)


def cleaning_steps(texts: Iterable[str]) -> tuple[str, ...]:
    """Return a sentence with its count for each kind of character that `clean` drops or replaces in texts, but for spaces in a row."""
    counts = dict.fromkeys(_STEPS, 0)
    for text in texts:
        if not text.isascii():
            for step, count in _STEPS.items():
                counts[step] += count(text)
    return tuple(step.format(count) for step, count in counts.items() if count)


def _matches(pattern: re.Pattern[str]) -> Callable[[str], int]:
    return lambda text: len(pattern.findall(text))


_STEPS: dict[str, Callable[[str], int]] = {
    "Soft hyphens dropped: {}.": _matches(_SOFT_HYPHEN),
    "Invisible characters dropped: {}.": lambda text: (
        len(without_soft_hyphens(text)) - len(without_invisible(without_soft_hyphens(text)))
    ),
    "Ligatures written as letters: {}.": _matches(_LIGATURE),
    "Special spaces made ordinary: {}.": _matches(_UNUSUAL_SPACE),
}
