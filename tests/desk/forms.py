"""What a browser sends for a form of a page."""

from typing import Any

from lxml import html
from werkzeug.datastructures import MultiDict

Fields = MultiDict[str, str]


def form_of(page: str, query: str = "//main//form[@method='post']") -> Any:
    """Return the first form of a page that `query` finds."""
    return html.fromstring(page).xpath(query)[0]


def fields_of(form: Any) -> Fields:
    """Return what a browser sends for a form without a button: (name, value) in the order of the page."""
    found: Fields = MultiDict()
    for item in form.xpath(".//input[@name] | .//textarea[@name] | .//select[@name]"):
        if item.tag == "select":
            options = item.xpath(".//option")
            chosen = [each for each in options if each.get("selected") is not None] or options[:1]
            for each in chosen:
                found.add(item.get("name"), each.get("value", each.text_content()))
        elif item.tag == "textarea":
            found.add(item.get("name"), (item.text or "").removeprefix("\n").replace("\n", "\r\n"))
        elif item.get("type") not in {"checkbox", "radio"} or item.get("checked") is not None:
            found.add(item.get("name"), item.get("value", ""))
    return found


def changed(fields: Fields, **values: Any) -> Fields:
    """Return fields with other values. Dots in names are written as double underscores; None removes a field."""
    found = fields.copy()
    for name, value in values.items():
        key = name.replace("__", ".")
        found.poplist(key)
        if value is not None:
            found.setlist(key, value if isinstance(value, list) else [value])
    return found
