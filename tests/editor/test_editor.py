"""What an editor's program shows of our files: the real language server, with the settings of `.vscode/settings.json`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from generator.content.files import read_files
from generator.content.load import load
from generator.edit.schemas import schemas
from tests.building import HARBOUR, ROOT
from tests.editor.conftest import Open, cloned, with_identifiers
from tests.editor.language_server import LanguageServer

RUSSIA = "briefings/ukraine-settlement/positions/russia.yml"
EUROPE = "briefings/ukraine-settlement/positions/european-states.yml"
OVERVIEW = "briefings/ukraine-settlement/briefing.yml"
PARTIES = "briefings/parties.yml"
CREWS = "briefings/night-closing/positions/crews.yml"


def texts(root: Path) -> dict[str, str]:
    """Give the text of every YAML file of a project by its path."""
    found = sorted([*(root / "seeds").rglob("*.yml"), *(root / "briefings").rglob("*.yml")])
    return {path.relative_to(root).as_posix(): path.read_text(encoding="utf-8") for path in found}


def labels(server: LanguageServer, name: str, text: str) -> dict[str, str]:
    """Give what the server offers where `|` stands in `text`, each with the words beside it."""
    before, _, after = text.partition("|")
    server.open(name, before + after)
    line = before.count("\n")
    answer = server.ask("completion", name, line, len(before.rpartition("\n")[2]))
    return {item["label"]: _words(item.get("documentation", "")) for item in answer["items"]}


def _words(found: Any) -> str:
    return str(found["value"] if isinstance(found, dict) else found)


def hover(server: LanguageServer, name: str, key: str) -> str:
    """Give what the server shows over the first `key:` of the open file `name`."""
    for number, line in enumerate((server.root / name).read_text(encoding="utf-8").splitlines()):
        if (column := f" {line}".find(f" {key}:")) >= 0:
            shown = server.ask("hover", name, number, column + 1)
            return str(shown["contents"]["value"]) if shown else ""
    raise AssertionError(f"{name} has no {key}")


@pytest.mark.parametrize("identifiers", ["", "of the site"])
@pytest.mark.parametrize("content", [ROOT, HARBOUR], ids=["the real project", "the harbour"])
def test_no_file_that_is_sound_is_marked_and_in_each_an_unknown_key_is(
    content: Path, identifiers: str, editor: Open, tmp_path: Path
) -> None:
    root = cloned(content, tmp_path / "project")
    if identifiers:
        with_identifiers(root)
    server, sound = editor(root), texts(root)
    assert (
        len(sound) == len([*(content / "seeds").rglob("*.yml"), *(content / "briefings").rglob("*.yml")]) > 7
    )
    assert server.open_all(sound) == {name: [] for name in sound}
    wrong = server.open_all({name: f"{text}\nNo Key: 1\n" for name, text in sound.items()})
    for name, told in wrong.items():
        assert {one["range"]["start"]["line"] for one in told} == {sound[name].count("\n") + 1}, (name, told)


# A file, what stands there, what is written instead, on whose line the mark stands, and what it says.
WRONG = [
    (
        EUROPE,
        "2025-12-02}",
        "2025-12-02, evidence: [{source: x, quote: Q, speaker: ada}]}",
        "- {issue: us-proposal",
        "european-states has no such speaker in briefings/parties.yml.",
    ),
    (
        RUSSIA,
        " stance: conditional",
        " stanze: conditional",
        "stanze:",
        "Property stanze is not allowed.",
    ),
    (RUSSIA, "basis: reported", "basis: rumoured", "rumoured", "Value is not accepted. Valid values: "),
    (RUSSIA, "issue: us-proposal\n    stance", "stance", "- stance", 'Missing property "issue".'),
    (RUSSIA, "as_of: 2025-12", "as_of: December", "December", "Write year-month-day: 2025-12-02 (or "),
    (RUSSIA, "reported:", "prefix:", "- source", 'Missing property "quote".'),
    (
        OVERVIEW,
        "status: stalled",
        "status: stuck",
        "stuck",
        'Value is not accepted. Valid values: "explor',
    ),
    (PARTIES, "kind: state", "kind: land", "kind: land", 'Value is not accepted. Valid values: "state",'),
    (PARTIES, "  kind: state\n", "", "ukraine:", 'Missing property "kind".'),
    (
        PARTIES,
        "    yuri-ushakov:",
        "    Yuri Ushakov:",
        "Yuri Ushakov:",
        "Identifiers are lower-case letters",
    ),
    (RUSSIA, "source: moscow-", "source: moskow-", "moskow", "There is no such source in seeds/."),
    (RUSSIA, "speaker: yuri-ushakov", "speaker: donald-trump", "donald", "russia has no such speaker"),
    (
        RUSSIA,
        "issue: us-proposal",
        "issue: us-plan",
        "us-plan",
        "There is no such issue in briefing.yml.",
    ),
    (RUSSIA, "stance: conditional", "stance: agrees", "agrees", "The stances of ukraine-settlement are "),
    (RUSSIA, "party: russia", "party: rusia", "rusia", "briefings/ukraine-settlement/briefing.yml lists"),
    (
        OVERVIEW,
        "parties: [ukraine,",
        "parties: [ukrain,",
        "ukrain,",
        "There is no such party in briefings",
    ),
]


@pytest.mark.parametrize("wrong", WRONG, ids=lambda wrong: wrong[2].strip())
def test_what_is_wrong_is_marked_where_it_stands(
    wrong: tuple[str, str, str, str, str], at_work: LanguageServer
) -> None:
    name, there, instead, at, told = wrong
    text = (at_work.root / name).read_text(encoding="utf-8")
    assert there in text
    changed = text.replace(there, instead, 1)
    found = [one for one in at_work.open(name, changed) if one["message"].startswith(told)]
    assert changed[: changed.index(at)].count("\n") in [one["range"]["start"]["line"] for one in found]


def test_in_a_fresh_clone_keys_and_values_are_offered_and_no_missing_schema_is_told(
    editor: Open, tmp_path: Path
) -> None:
    server = editor(cloned(ROOT, tmp_path / "project"))
    assert server.open(RUSSIA, (server.root / RUSSIA).read_text(encoding="utf-8")) == []
    keys = labels(server, RUSSIA, "party: russia\npositions:\n  - issue: us-proposal\n    |")
    assert keys["red_lines"] == "What the party says it will not accept."
    assert {"stance", "as_of", "statement", "evidence", "a position", "nothing on record"} <= set(keys)
    stances = labels(server, RUSSIA, "party: russia\npositions:\n  - issue: us-proposal\n    stance: |")
    assert stances["rejects"] == "Rules the proposal out: a declared red line."
    entry = "party: russia\npositions:\n  - issue: us-proposal\n    evidence:\n      - "
    assert {"a quote", "a reported sentence", "an assessment"} <= set(labels(server, RUSSIA, entry + "|"))
    assert labels(server, RUSSIA, entry + "source: |") == {}


def test_schemas_of_the_site_are_used_as_soon_as_they_are_written(editor: Open, tmp_path: Path) -> None:
    server = editor(cloned(ROOT, tmp_path / "project"))
    text = "party: russia\npositions:\n  - issue: us-proposal\n    evidence:\n      - speaker: |"
    assert labels(server, RUSSIA, text) == {}
    with_identifiers(server.root)
    for path in sorted((server.root / "build" / "schema").rglob("*.json")):
        server.changed_on_disk(path.relative_to(server.root).as_posix())
    assert set(labels(server, RUSSIA, text)) == {"vladimir-putin", "yuri-ushakov"}


def test_identifiers_of_the_site_are_offered_with_their_names(at_work: LanguageServer) -> None:
    server = at_work
    entry = "party: russia\npositions:\n  - issue: us-proposal\n    evidence:\n      - source: "
    assert list(labels(server, RUSSIA, entry + "|")) == ["moscow-talks-2025-12-02"]
    assert "US and Russia end Moscow talks" in labels(server, RUSSIA, entry + "|")["moscow-talks-2025-12-02"]
    assert labels(server, RUSSIA, f"{entry}x\n        speaker: |") == {
        "vladimir-putin": "Vladimir Putin, President",
        "yuri-ushakov": "Yuri Ushakov, President Vladimir Putin’s foreign policy adviser",
    }
    issues = labels(server, RUSSIA, "party: russia\npositions:\n  - issue: |")
    assert issues["occupied-territory"].startswith("Occupied territory: Who will control")
    parties = labels(server, RUSSIA, "party: |")
    assert parties["russia"] == "Russian Federation"
    listed = labels(server, OVERVIEW, "title: T\nparties:\n  - |")
    assert listed["united-states"] == "United States of America"
    speakers = labels(server, OVERVIEW, "answer:\n  - text: T\n    evidence:\n      - speaker: |")
    assert speakers["donald-trump"] == "Donald Trump, President (United States)"


def test_where_there_are_several_briefings_the_first_issue_says_which_one_is_meant(
    editor: Open, tmp_path: Path
) -> None:
    server = editor(with_identifiers(cloned(HARBOUR, tmp_path / "project")))
    read = load(read_files(HARBOUR)[0])[0].briefings
    first = labels(server, CREWS, "party: crews\npositions:\n  - issue: |")
    own, others = (set(read[slug].about.issues) for slug in ("night-closing", "lighthouse"))
    assert set(first) == own | others
    assert own & others == set()
    entry = f"party: crews\npositions:\n  - issue: {min(own)}\n  - issue: "
    assert set(labels(server, CREWS, entry + "|")) == own
    told = server.open(CREWS, entry + min(others) + "\n")
    assert [one["message"].partition(".")[0] for one in told] == ["There is no such issue in briefing"]


def test_over_each_key_of_the_project_stands_what_it_is_for(editor: Open, tmp_path: Path) -> None:
    server = editor(cloned(ROOT, tmp_path / "project"))
    shown = 0
    for name, kind in ((RUSSIA, "position"), (OVERVIEW, "briefing")):
        text = (server.root / name).read_text(encoding="utf-8")
        server.open(name, text)
        schema = json.loads(schemas()[f"{kind}.schema.json"])
        for key, about in schema["properties"].items():
            if f"\n{key}:" in f"\n{text}":
                assert about["description"].split("(")[0].strip() in hover(server, name, key), key
                shown += 1
    assert shown > 10


def test_over_an_identifier_of_the_site_stands_its_name(at_work: LanguageServer) -> None:
    server = at_work
    server.open(RUSSIA, (server.root / RUSSIA).read_text(encoding="utf-8"))
    assert "Yuri Ushakov" in hover(server, RUSSIA, "speaker")
    assert "a declared red line" in hover(server, RUSSIA, "stance")
