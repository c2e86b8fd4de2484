"""The small values that the model is made of: partial dates, texts, addresses, and how they are read."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, Field, PlainValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from generator.content.model.identifiers import ID_LENGTH, ID_PATTERN, RESERVED, id_hint, is_id
from generator.partial_date import PartialDate

# Of the schemas; the readers below are stricter where a pattern would be hard to read (leap years).
DATE_PATTERN = r"^\d{4}(-(0[1-9]|1[0-2])|-(0[1-9]|1[0-2])-(0[1-9]|1\d|2[0-9])|-(0[13-9]|1[0-2])-30|-(0[13578]|1[02])-31)?$"
DATE_FORM = "Write year-month-day: 2025-12-02 (or 2025-12, 2025)."
URL_PATTERN = r"^https?://[^\s<>\"'\\^`{|}]+$"
URL_FORM = "Write the whole address, beginning with https://"
LANGUAGE_PATTERN = r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$"
LANGUAGE_FORM = "Write a BCP 47 tag: en, de, uk, pt-BR, zh-Hant."
_BLANK_LETTERS = "\u115f\u1160\u2800\u3164\uffa0"  # letters by category that nobody sees: Hangul fillers, an empty Braille cell


def _read_date(value: Any) -> PartialDate:
    if isinstance(value, PartialDate):
        return value
    if not isinstance(value, str):
        raise PydanticCustomError(
            "date",
            "a date is needed here",
            {"hint": DATE_FORM},
        )
    try:
        return PartialDate.parse(value)
    except ValueError as fault:
        reason = str(fault) if str(fault).startswith("not of") else "the calendar has no such day"
        raise PydanticCustomError(
            "date",
            "“{value}” is no date: {reason}",
            {
                "value": value,
                "reason": reason,
                "hint": DATE_FORM,
            },
        ) from None


@lru_cache(maxsize=4096)
def _check_id(value: str) -> str:
    if is_id(value):
        return value
    raise PydanticCustomError(
        "identifier", "“{value}” cannot be an identifier", {"value": value, "hint": id_hint(value)}
    )


def _check_text(value: str) -> str:
    if any(map(_is_seen, value)):
        return value.strip()
    raise PydanticCustomError("empty", "this text is empty")


def _is_seen(char: str) -> bool:
    """Say whether readers see `char` where it stands alone: no space, zero-width character, selector or mark of a letter is."""
    return char.isprintable() and unicodedata.category(char)[0] not in "MZ" and char not in _BLANK_LETTERS


def _check_url(value: str) -> str:
    if re.fullmatch(URL_PATTERN, value):
        return value
    raise PydanticCustomError(
        "url",
        "“{value}” is no web address",
        {"value": value, "hint": URL_FORM},
    )


def _check_language(value: str) -> str:
    if re.fullmatch(LANGUAGE_PATTERN, value):
        return value
    raise PydanticCustomError(
        "language",
        "“{value}” is no language tag",
        {"value": value, "hint": LANGUAGE_FORM},
    )


def _check_sha256(value: str) -> str:
    if re.fullmatch(r"[0-9a-f]{64}", value):
        return value
    raise PydanticCustomError(
        "sha256",
        "this is no SHA-256 sum",
        {"hint": "It is 64 of the characters 0–9 and a–f, as `sha256sum` prints it."},
    )


def _read_bool(value: Any) -> bool:
    if isinstance(value, bool):
        return value
    if value in ("true", "false"):
        return bool(value == "true")
    message = (
        "“{value}” is neither true nor false" if isinstance(value, str) else "true or false is needed here"
    )
    raise PydanticCustomError("yes-or-no", message, {"value": str(value), "hint": "Write true or false."})


def _read_count(value: Any) -> int:
    if isinstance(value, int) and not isinstance(value, bool) and value > 0:
        return value
    if isinstance(value, str) and re.fullmatch(r"[1-9]\d{0,5}", value, re.ASCII):
        return int(value)
    known = isinstance(value, str | int)
    message = "“{value}” is no whole number from 1 up" if known else "a whole number is needed here"
    raise PydanticCustomError(
        "count", message, {"value": str(value), "hint": "Write it in digits, such as 3."}
    )


def _one_or_many(value: Any) -> Any:
    """Take a single text for a list of one; the loader's marks stay right, since paths pass over steps."""
    if isinstance(value, dict):
        raise PydanticCustomError(
            "words",
            "a text is needed here, or a list of texts",
            {
                "hint": "Put the words in quotation marks: a colon in them made a key of what stands before it."
            },
        )
    return (value,) if isinstance(value, str) else value


def _check_repeats(value: tuple[str, ...]) -> tuple[str, ...]:
    for name in value:
        if value.count(name) > 1:
            raise PydanticCustomError(
                "repeated",
                "“{name}” stands twice in this list",
                {"name": name, "hint": "Take one of them out."},
            )
    return value


def _form(pattern: str, hint: str, **other: Any) -> dict[str, Any]:
    """Give the schema of a text of the form `pattern`, with what an editor's language server says of any other."""
    return {"type": "string", "pattern": pattern, "patternErrorMessage": hint, **other}


ID_FORM = _form(rf"^(?!{RESERVED}$){ID_PATTERN[1:]}", id_hint(""), maxLength=ID_LENGTH)
# What readers see, as near as a pattern comes to it: no space, zero-width character or selector.
TEXT_FORM = _form(
    r"[^\s\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u2800\u3164\ufe00-\ufe0f"
    r"\ufeff\uffa0]",
    "This text is empty.",
    minLength=1,
)

Id = Annotated[str, AfterValidator(_check_id), WithJsonSchema(ID_FORM)]
Ids = Annotated[
    tuple[Id, ...], AfterValidator(_check_repeats), Field(json_schema_extra={"uniqueItems": True})
]
Text = Annotated[str, AfterValidator(_check_text), WithJsonSchema(TEXT_FORM)]
# What is defined elsewhere, by its identifier. A name in its place is told by the checks, which know what has it.
Reference = Annotated[str, AfterValidator(_check_text), WithJsonSchema(ID_FORM)]
References = Annotated[
    tuple[Reference, ...], AfterValidator(_check_repeats), Field(json_schema_extra={"uniqueItems": True})
]
Url = Annotated[str, AfterValidator(_check_url), WithJsonSchema(_form(URL_PATTERN, URL_FORM))]
Language = Annotated[
    str, AfterValidator(_check_language), WithJsonSchema(_form(LANGUAGE_PATTERN, LANGUAGE_FORM))
]
Sha256 = Annotated[
    str,
    AfterValidator(_check_sha256),
    WithJsonSchema(_form("^[0-9a-f]{64}$", "briefing lock writes this line.")),
]
Date = Annotated[
    PartialDate,
    PlainValidator(_read_date),
    # Editors' tools read an unquoted 2025 as a number.
    WithJsonSchema(_form(DATE_PATTERN, DATE_FORM) | {"type": ["string", "integer"], "minimum": 1000}),
]
Bool = Annotated[bool, PlainValidator(_read_bool), WithJsonSchema({"type": "boolean"})]
Count = Annotated[int, PlainValidator(_read_count), WithJsonSchema({"type": "integer", "minimum": 1})]
Segments = Annotated[
    tuple[Text, ...],
    Field(min_length=1),
    BeforeValidator(_one_or_many),
    WithJsonSchema(TEXT_FORM | {"type": ["string", "array"], "items": TEXT_FORM, "minItems": 1}),
]
