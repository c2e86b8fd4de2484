"""New YAML as text: values and keys. Files that exist are changed by `yaml_edit`."""

from collections.abc import Iterable, Mapping

from generator.content.strict_yaml import read_yaml
from generator.edit.yaml_edit.values import Layout
from generator.evidence.hint_text import one_line, yaml_text

_LONGEST_PLAIN = 110  # characters of a text without quotation marks
_USUAL_COLUMN = 4  # of the keys of an entry


def value(text: str) -> str:
    """Return `text` as a YAML value: plain if it then reads the same, else in quotation marks."""
    return text if len(text) <= _LONGEST_PLAIN and _reads_as(text, text) else yaml_text(text)


def flow_list(texts: Iterable[str]) -> str:
    """Return texts as a list in brackets, on one line."""
    return f"[{', '.join(text if _reads_as(f'[{text}]', [text]) else yaml_text(text) for text in texts)}]"


def _reads_as(yaml: str, expected: str | list[str]) -> bool:
    data, _ = read_yaml("value.yml", f"key: {yaml}\n".encode())
    return data == {"key": expected}


def lines(texts: Mapping[str, str]) -> str:
    """Return each key with its text without line breaks; a long text is folded. Keys with an empty text are left out."""
    layout = Layout(column=_USUAL_COLUMN)
    return "\n".join(line for key, text in texts.items() if text for line in layout.pair(key, one_line(text)))
