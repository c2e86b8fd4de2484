"""How reference managers read a reference: the syntax of BibTeX, RIS and CSL-JSON."""

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from generator.content.model import PartialDate
from generator.escape import bibtex_text, shown

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def bibtex_entry(
    kind: str,
    key: str,
    texts: Mapping[str, str],
    date: PartialDate | None,
    *,
    url: str,
    authors: Iterable[str] = (),
) -> str:
    """Return an entry of BibTeX; empty fields are left out.

    `month` is for BibTeX, `date` for biblatex. Each ignores fields that it does not know. The title is in a second pair of braces,
    so that no style changes its case, and each author too, so that no style turns the words of a name around.
    """
    fields = {name: bibtex_text(text) for name, text in texts.items() if text}
    fields["title"] = f"{{{fields['title']}}}"
    fields["author"] = " and ".join(f"{{{bibtex_text(author)}}}" for author in authors)
    if date:
        fields |= {
            "year": f"{date.year:04}",
            "month": MONTHS[date.month - 1] if date.month else "",
            "date": str(date),
        }
    fields["url"] = url  # both programs print it verbatim: it has no brace, backslash or space
    lines = (
        f"  {name} = {value if name == 'month' else f'{{{value}}}'},\n"
        for name, value in fields.items()
        if value
    )
    return f"@{kind}{{{key},\n{''.join(lines)}}}\n"


def ris_record(kind: str, lines: Iterable[tuple[str, str]]) -> str:
    """Return a record of RIS: a tag and a value on each line; empty values are left out."""
    known = [(tag, text) for tag, value in lines if (text := shown(value).strip())]
    record = "".join(f"{tag}  - {value}\r\n" for tag, value in [("TY", kind), *known])
    return f"{record}ER  - \r\n"


def ris_date(date: PartialDate | None) -> str:
    """Return a date with the three slashes that it always has."""
    if date is None:
        return ""
    return "/".join([f"{part:02}" if part else "" for part in (date.year, date.month, date.day)] + [""])


def csl_items(items: Sequence[Mapping[str, Any]]) -> str:
    """Return items of CSL-JSON as a file; unknown values are left out."""
    known = [{name: value for name, value in item.items() if value} for item in items]
    return json.dumps(known, ensure_ascii=False, indent=2) + "\n"


def csl_date(date: PartialDate | None) -> Mapping[str, Any]:
    """Return a date as CSL-JSON has it; empty if it is not known."""
    return {"date-parts": [[part for part in (date.year, date.month, date.day) if part]]} if date else {}
