"""The small values of the model, such as dates, texts and identifiers, and how they are read and checked."""

import re
import unicodedata
from collections import Counter
from functools import lru_cache
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, Field, PlainValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from generator.content.model.identifiers import ID_LENGTH, ID_PATTERN, RESERVED, id_hint, is_id
from generator.partial_date import PartialDate

# For the JSON Schemas. The functions below are stricter where a pattern would be hard to read (leap years).
DATE_PATTERN = r"^\d{4}(-(0[1-9]|1[0-2])|-(0[1-9]|1[0-2])-(0[1-9]|1\d|2[0-9])|-(0[13-9]|1[0-2])-30|-(0[13578]|1[02])-31)?$"
DATE_FORM = "Write year-month-day: 2025-12-02 (or 2025-12, 2025)."
URL_PATTERN = r"^https?://[^\s<>\"'\\^`{|}]+$"
URL_FORM = "Write the whole address, beginning with https://"
LANGUAGE_PATTERN = r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$"
TIME_PATTERN = r"^([0-9]{1,2}:)?[0-5]?[0-9]:[0-5][0-9]$"
TIME_FORM = (
    "Write minutes and seconds, or hours, minutes and seconds: “12:30” or “1:02:30”, in quotation marks."
)
SHA256_PATTERN = "^[0-9a-f]{64}$"
LANGUAGE_FORM = "Write a language code, such as en, de, uk or pt-BR."
_BLANK_LETTERS = "\u115f\u1160\u2800\u3164\uffa0"  # invisible letters: Hangul fillers, the empty Braille cell


def model_error(kind: str, message: str, hint: str = "", **values: str) -> PydanticCustomError:
    """Return an error of type `kind` for pydantic. `message` has `values` in braces, such as {value}."""
    return PydanticCustomError(kind, message, {**values, "hint": hint})


def _read_date(value: Any) -> PartialDate:
    if isinstance(value, PartialDate):
        return value
    if not isinstance(value, str):
        raise model_error("date", "this must be a date", DATE_FORM)
    try:
        return PartialDate.parse(value)
    except ValueError as error:
        reason = str(error) if str(error).startswith("not of") else "the calendar has no such day"
        message = "“{value}” is not a date: {reason}"
        raise model_error("date", message, DATE_FORM, value=value, reason=reason) from None


@lru_cache(maxsize=4096)
def _check_id(value: str) -> str:
    if is_id(value):
        return value
    raise model_error("identifier", "“{value}” cannot be an identifier", id_hint(value), value=value)


def _check_text(value: str) -> str:
    if any(map(_is_visible, value)):
        return value.strip()
    raise model_error("empty", "this text is empty")


def _is_visible(char: str) -> bool:
    """Return whether readers see `char` if it is alone: not a space, a zero-width character or an accent."""
    return char.isprintable() and unicodedata.category(char)[0] not in "MZ" and char not in _BLANK_LETTERS


def _matching(pattern: str, kind: str, message: str, hint: str) -> AfterValidator:
    """Return a validator that accepts texts of the form `pattern` and reports others with `message`."""

    def check(value: str) -> str:
        if re.fullmatch(pattern, value):
            return value
        raise model_error(kind, message, hint, value=value)

    return AfterValidator(check)


def _read_bool(value: Any) -> bool:
    if isinstance(value, bool):
        return value
    if value in ("true", "false"):
        return bool(value == "true")
    raise model_error("boolean", "this must be true or false", "Write true or false.")


def _read_count(value: Any) -> int:
    if isinstance(value, int) and not isinstance(value, bool) and value > 0:
        return value
    if isinstance(value, str) and re.fullmatch(r"[1-9]\d{0,5}", value, re.ASCII):
        return int(value)
    raise model_error("count", "this must be a whole number, 1 or more", "Write it in digits, such as 3.")


def text_as_list(value: Any) -> Any:
    """Return a single text as a list of one text."""
    if isinstance(value, dict):
        hint = "Put the words in quotation marks: a colon in them makes them a key with a value."
        raise model_error("words", "this must be a text or a list of texts", hint)
    return (value,) if isinstance(value, str) else value


def _check_repeats(value: tuple[str, ...]) -> tuple[str, ...]:
    for name, times in Counter(value).items():
        if times > 1:
            raise model_error("repeated", "“{name}” is in this list twice", "Delete one of them.", name=name)
    return value


def _form(pattern: str, hint: str, **other: Any) -> dict[str, Any]:
    """Return the JSON Schema of a text of the form `pattern`; editors' programs show `hint` for other texts."""
    return {"type": "string", "pattern": pattern, "patternErrorMessage": hint, **other}


ID_FORM = _form(rf"^(?!(?:{RESERVED})$){ID_PATTERN[1:]}", id_hint(""), maxLength=ID_LENGTH)
# A pattern for `_is_visible` as close as possible: at least one character that is no space, zero-width character or selector.
TEXT_FORM = _form(
    r"[^\s\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u2800\u3164\ufe00-\ufe0f"
    r"\ufeff\uffa0]",
    "This text is empty.",
    minLength=1,
)


def list_form(**other: Any) -> dict[str, Any]:
    """Return the JSON Schema of a text or a list of texts, each with the `other` keywords."""
    text = TEXT_FORM | other
    return text | {"type": ["string", "array"], "items": text, "minItems": 1}


Id = Annotated[str, AfterValidator(_check_id), WithJsonSchema(ID_FORM)]
Ids = Annotated[
    tuple[Id, ...], AfterValidator(_check_repeats), Field(json_schema_extra={"uniqueItems": True})
]
Text = Annotated[str, AfterValidator(_check_text), WithJsonSchema(TEXT_FORM)]
# The identifier of something that is defined elsewhere. Checks report unknown identifiers, and names used instead.
Reference = Annotated[str, AfterValidator(_check_text), WithJsonSchema(ID_FORM)]
References = Annotated[
    tuple[Reference, ...], AfterValidator(_check_repeats), Field(json_schema_extra={"uniqueItems": True})
]
Url = Annotated[
    str,
    _matching(URL_PATTERN, "url", "“{value}” is not a web address", URL_FORM),
    WithJsonSchema(_form(URL_PATTERN, URL_FORM)),
]
Language = Annotated[
    str,
    _matching(LANGUAGE_PATTERN, "language", "“{value}” is not a language code", LANGUAGE_FORM),
    WithJsonSchema(_form(LANGUAGE_PATTERN, LANGUAGE_FORM)),
]
Time = Annotated[
    str,
    _matching(TIME_PATTERN, "time", "“{value}” is not a time in a recording", TIME_FORM),
    WithJsonSchema(_form(TIME_PATTERN, TIME_FORM)),
]
Sha256 = Annotated[
    str,
    _matching(
        SHA256_PATTERN,
        "sha256",
        "this is not a SHA-256 hash",
        "It has 64 of the characters 0–9 and a–f, as `sha256sum` prints it.",
    ),
    WithJsonSchema(_form(SHA256_PATTERN, "briefing lock writes this line.")),
]
Date = Annotated[
    PartialDate,
    PlainValidator(_read_date),
    # Editors' programs read an unquoted 2025 as a number.
    WithJsonSchema(_form(DATE_PATTERN, DATE_FORM) | {"type": ["string", "integer"], "minimum": 1000}),
]
Bool = Annotated[bool, PlainValidator(_read_bool), WithJsonSchema({"type": "boolean"})]
Count = Annotated[int, PlainValidator(_read_count), WithJsonSchema({"type": "integer", "minimum": 1})]
Segments = Annotated[
    tuple[Text, ...],
    Field(min_length=1),
    BeforeValidator(text_as_list),
    WithJsonSchema(list_form()),
]
