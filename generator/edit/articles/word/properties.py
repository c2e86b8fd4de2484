"""What a Word file says about itself: its headings, its properties, and the language of its text."""

from collections import Counter
from collections.abc import Mapping, Sequence

from generator.edit.articles.cleaning import clean
from generator.edit.articles.converted import Found
from generator.edit.articles.word.package import Package, attribute, child, local_name

_CORE, _APP = "docProps/core.xml", "docProps/app.xml"
# Names that programs write where they know nobody.
_NOBODY = frozenset([
    "admin", "administrator", "apache poi", "author", "docx4j", "google docs", "libreoffice", "microsoft", "microsoft office user",
    "openoffice.org", "owner", "python-docx", "un-named", "unknown", "user", "windows user",
])  # fmt: skip
_NO_TITLES = frozenset(["word document", "document", "untitled", "untitled document", "microsoft word"])


def details_of(package: Package, headings: Sequence[str]) -> Mapping[str, tuple[Found, ...]]:
    """Return the values for the details of a source. The day on which the file was made says nothing of its publication."""
    found: dict[str, list[Found]] = {"title": [Found(text, "first heading") for text in headings[:1]]}
    for key, part, name, junk in (
        ("title", _CORE, "title", _NO_TITLES),
        ("byline", _CORE, "creator", _NOBODY),
        ("publisher", _APP, "Company", _NOBODY),
    ):
        value = _property(package, part, name)
        if value and value.lower() not in junk and all(value != other.value for other in found.get(key, ())):
            found.setdefault(key, []).append(Found(value, f"{part} {name}"))
    if language := _language(package):
        found["language"] = [language]
    return {key: tuple(values) for key, values in found.items() if values}


def _property(package: Package, part: str, name: str) -> str:
    """Return a property of the document, or an empty text."""
    if part not in package.parts:
        return ""
    element = child(package.root(part), name)
    return clean(element.text or "") if element is not None else ""


def _language(package: Package) -> Found | None:
    """Return the language of most characters of the text, of those that it marks with one, or that of the properties."""
    styles = package.of_main("styles")
    defaults = child(package.root(styles), "docDefaults", "rPrDefault", "rPr", "lang") if styles else None
    usual = attribute(defaults, "val") if defaults is not None else ""
    counts: Counter[str] = Counter()
    for run in package.document.iter():
        if local_name(run) == "r":
            length = sum(len(item.text or "") for item in run if local_name(item) == "t")
            properties = child(run, "rPr")
            marked = child(properties, "lang") if properties is not None else None
            key = "bidi" if properties is not None and child(properties, "rtl") is not None else "val"
            language = (
                attribute(marked, key) or attribute(marked, "eastAsia") if marked is not None else ""
            ) or usual
            counts[_primary(language)] += length
    stated = _property(package, _CORE, "language")
    if stated:
        return Found(_primary(stated), f"{_CORE} language")
    language, count = counts.most_common(1)[0] if counts else ("", 0)
    return Found(language, "language of the text in Word") if language and count else None


def _primary(language: str) -> str:
    """Return a language without its region: en of en-GB."""
    return language.partition("-")[0].lower()
