"""What an editor's program shows: the real language server, with the settings of `.vscode/settings.json`."""

from pathlib import Path
from typing import Any

import pytest

from tests.building import HARBOUR, ROOT
from tests.editor.conftest import Open, cloned, with_identifiers
from tests.editor.language_server import LanguageServer

RUSSIA = "briefings/ukraine-settlement/positions/russia.yml"
OVERVIEW = "briefings/ukraine-settlement/briefing.yml"
PARTIES = "briefings/parties.yml"


def texts(root: Path) -> dict[str, str]:
    """Return the text of every YAML file of a project by path."""
    found = sorted([*(root / "seeds").rglob("*.yml"), *(root / "briefings").rglob("*.yml")])
    return {path.relative_to(root).as_posix(): path.read_text(encoding="utf-8") for path in found}


def labels(server: LanguageServer, name: str, text: str) -> dict[str, str]:
    """Return what the server offers at `|` in `text`, with the description of each."""
    before, _, after = text.partition("|")
    server.open(name, before + after)
    line = before.count("\n")
    answer = server.ask("completion", name, line, len(before.rpartition("\n")[2]))
    return {item["label"]: _words(item.get("documentation", "")) for item in answer["items"]}


def _words(found: Any) -> str:
    return str(found["value"] if isinstance(found, dict) else found)


def hover(server: LanguageServer, name: str, key: str) -> str:
    """Return what the server shows over the first `key:` of the open file `name`."""
    for number, line in enumerate((server.root / name).read_text(encoding="utf-8").splitlines()):
        if (column := f" {line}".find(f" {key}:")) >= 0:
            shown = server.ask("hover", name, number, column + 1)
            return str(shown["contents"]["value"]) if shown else ""
    raise AssertionError(f"{name} has no {key}")


@pytest.mark.parametrize("content", [ROOT, HARBOUR], ids=["the real project", "the harbour"])
def test_files_without_errors_have_no_markers_and_an_unknown_key_has_one(
    content: Path, editor: Open, tmp_path: Path
) -> None:
    root = with_identifiers(cloned(content, tmp_path / "project"))
    server, files = editor(root), texts(root)
    assert server.open_all(files) == {name: [] for name in files}
    wrong = server.open_all({name: f"{text}\nNo Key: 1\n" for name, text in files.items()})
    for name, reported in wrong.items():
        lines = {item["range"]["start"]["line"] for item in reported}
        assert lines == {files[name].count("\n") + 1}, (name, reported)


# A file, a text in it, what replaces it, the text on whose line the server reports, and its message.
WRONG = [
    (RUSSIA, " stance: conditional", " stanze: conditional", "stanze:", "Property stanze is not allowed."),
    (RUSSIA, "basis: reported", "basis: rumoured", "rumoured", "Value is not accepted. Valid values: "),
    (RUSSIA, "issue: us-proposal\n    stance", "stance", "- stance", 'Missing property "issue".'),
    (RUSSIA, "as_of: 2025-12", "as_of: December", "December", "Write year-month-day: 2025-12-02 (or "),
    (RUSSIA, "reported:", "prefix:", "- source", 'Missing property "quote".'),
    (
        PARTIES,
        "    yuri-ushakov:",
        "    Yuri Ushakov:",
        "Yuri Ushakov:",
        "Identifiers are lower-case letters",
    ),
    (RUSSIA, "source: moscow-", "source: moskow-", "moskow", "There is no such source in seeds/."),
    (RUSSIA, "speaker: yuri-ushakov", "speaker: nobody", "nobody", "There is no such speaker in briefings"),
    (RUSSIA, "issue: us-proposal", "issue: us-plan", "us-plan", "There is no such issue in briefing.yml."),
    (OVERVIEW, "parties: [ukraine,", "parties: [ukrain,", "ukrain,", "There is no such party in briefings"),
]


def test_each_kind_of_error_is_reported_at_its_line(at_work: LanguageServer) -> None:
    for name, text, replacement, place, message in WRONG:
        original = (at_work.root / name).read_text(encoding="utf-8")
        assert text in original
        changed = original.replace(text, replacement, 1)
        found = [item for item in at_work.open(name, changed) if item["message"].startswith(message)]
        lines = [item["range"]["start"]["line"] for item in found]
        assert changed[: changed.index(place)].count("\n") in lines, message


def test_a_fresh_clone_offers_keys_and_values_and_site_schemas_are_used_once_written(
    editor: Open, tmp_path: Path
) -> None:
    server = editor(cloned(ROOT, tmp_path / "project"))
    assert server.open(RUSSIA, (server.root / RUSSIA).read_text(encoding="utf-8")) == []
    position = "party: russia\npositions:\n  - issue: us-proposal\n    "
    keys = labels(server, RUSSIA, f"{position}|")
    assert keys["red_lines"] == "What the party says it will not accept."
    assert {"stance", "as_of", "statement", "evidence", "a position", "nothing on record"} <= set(keys)
    assert labels(server, RUSSIA, f"{position}stance: |")["rejects"].startswith(
        "The party rules the proposition out"
    )
    entry = f"{position}evidence:\n      - "
    assert {"a quote", "a reported sentence", "an assessment"} <= set(labels(server, RUSSIA, f"{entry}|"))
    assert labels(server, RUSSIA, f"{entry}source: |") == {}
    with_identifiers(server.root)
    for path in sorted((server.root / "build" / "schema").rglob("*.json")):
        server.changed_on_disk(path.relative_to(server.root).as_posix())
    assert list(labels(server, RUSSIA, f"{entry}source: |")) == ["moscow-talks-2025-12-02"]


def test_identifiers_of_the_site_are_offered_and_explained_with_their_names(at_work: LanguageServer) -> None:
    server = at_work
    entry = "party: russia\npositions:\n  - issue: us-proposal\n    evidence:\n      - "
    assert "Moscow talks" in labels(server, RUSSIA, f"{entry}source: |")["moscow-talks-2025-12-02"]
    speakers = labels(server, RUSSIA, f"{entry}speaker: |")
    assert speakers["vladimir-putin"] == "Vladimir Putin, President (Russia)"
    issues = labels(server, RUSSIA, "party: russia\npositions:\n  - issue: |")
    assert issues["occupied-territory"].startswith("Occupied territory: Who will control")
    assert labels(server, RUSSIA, "party: |")["russia"] == "Russian Federation"
    server.open(RUSSIA, (server.root / RUSSIA).read_text(encoding="utf-8"))
    assert "Yuri Ushakov" in hover(server, RUSSIA, "speaker")
    assert "rules the proposition out" in hover(server, RUSSIA, "stance")
    assert "Several entries for an issue are its history" in hover(server, RUSSIA, "positions")
