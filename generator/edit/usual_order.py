"""The usual order of the keys in a file of a project: that of the model, so that files look alike."""

from collections.abc import Mapping, Sequence

from generator.content import model
from generator.content.paths import file_kind
from generator.content.validation.hints import fields_at
from generator.edit.yaml_edit.document import Steps

_OF_POSITION = (
    *("issue", "draft", "stance", "option", "amount", "withdrawn", "as_of", "reviewed_on", "searched_until"),
    *("basis", "statement", "reason", "row_text", "conditions", "red_lines", "interests", "offers"),
    *("evidence", "internal"),
)
"""What decides whether and where an entry is shown comes first."""
_LISTS: Mapping[str, type[model.Node]] = {
    "briefings/parties.yml": model.Party,
    "briefings/names.yml": model.ContestedName,
}


def usual_order(path: str, steps: Steps) -> Sequence[str]:
    """Return the keys of the mapping at `steps` of the file at `path` in their usual order; nothing if it has identifiers."""
    if path in _LISTS:
        return tuple(fields_at(_LISTS[path], steps[1:])) if steps else ()
    node_type = {
        "briefing": model.BriefingFile,
        "positions": model.PositionFile,
        "source": model.SourceFile,
        "list": model.WordingFile,
    }.get(file_kind(path) or "")
    keys = tuple(fields_at(node_type, steps)) if node_type else ()
    return _OF_POSITION if keys and keys == tuple(model.Position.keys()) else keys
