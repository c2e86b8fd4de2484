"""A project with briefings of every size: from one party to twenty, up to thirty issues, long words, and every kind of answer."""

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from tests.building import HARBOUR

DAY = "2031-06-11"
TODAY = "2031-06-20"
PARTIES = (
    "Harbour council", "Ferry line", "Dockers’ union", "Old Town residents", "Chamber of trade", "Fishers’ co-operative",
    "Nature society", "Yacht club", "Pilots’ guild", "Hotel keepers", "Market traders", "Lifeboat crew", "Sailing school",
    "Swimming club", "Museum friends", "Youth council", "Cyclists’ group", "Regional ports board", "Boat builders",
    "Quayside cafés",
)  # fmt: skip
# For each issue, the stance of each party in the order above. A capital letter is an inferred stance, a dot no position.
ISSUES = {
    "Rebuild the old quay": "rssasr.coo.sa.ous..s",
    "Close the front to cars": "oos.rss..rorc..ssss.",
    "Move the ferry landing": "scsAuo.c..sa.......s",
    "Work at night": ".S.caroa...o.......c",
    "Double the mooring fees": "n.ua.d..rr....o.....",
    "Light the north pier": ".u..................",
}
STANCES = {
    "s": "supports", "a": "accepts", "c": "conditional", "o": "opposes", "r": "rejects", "u": "unclear", "n": "not-stated",
    "d": "declined", ".": "not-found",
}  # fmt: skip
# The longest name is a little longer than a line of a phone. Two of the words are longer than any column of a table.
LONG_NAMES = (
    "Society of the Friends of the Lower Harbour and of Its Ferries",
    "Interessengemeinschaft der Hafenanlieger und Fährgesellschaften",
    "Donaudampfschifffahrtsgesellschaftskapitänsvereinigung",
    "Halmsund-Nordbucht-Südbucht-Schiffergemeinschaft",
    "Bund der Kleinhafenbetreiberinnen",
    "Verwaltungsgemeinschaftsvorsitzender",
    "Council",
)
# Their products are the names of the speakers.
GIVEN = ("Anna", "Bo", "Carla", "Dag", "Eva", "Finn", "Gro")
FAMILY = ("Berg", "Holm", "Lund", "Vik")
LONG_TITLE = "Hafengebührenbemessungsgrundlagenverordnung"


def write_sizes(root: Path, *briefings: str) -> Path:
    """Write the project below `root`, with all briefings or with those named. Return `root`."""
    contents = {
        "four": _briefing(4, 6),
        "nine": _briefing(9, 5),
        "twenty": _briefing(20, 5),
        "thirty": _briefing(20, 30),
        "overdue": _briefing(9, 5, reviewed_on="2031-01-02", review_every=30, as_of="2031-01-01"),
        "alone": _briefing(1, 2),
        "empty": _briefing(4, 2, stances="." * 20),
        "words": _words_briefing(),
    }
    files: dict[str, Any] = {"briefings/parties.yml": dict(_parties())}
    for slug in briefings or contents:
        about, positions = contents[slug]
        files[f"briefings/{slug}/briefing.yml"] = {"title": f"The {slug} of the harbour", **about}
        files |= {
            f"briefings/{slug}/positions/{party}.yml": {"party": party, "positions": entries}
            for party, entries in positions.items()
        }
    raw = {path: json.dumps(data, ensure_ascii=False).encode() for path, data in files.items()}
    for path, content in {**raw, **_sources(), "docs/about.md": b"Made up.\n"}.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(content)
    (root / "mkdocs.yml").write_bytes((HARBOUR / "mkdocs.yml").read_bytes())
    return root


def _parties() -> Iterator[tuple[str, Any]]:
    for number, name in enumerate((*PARTIES, *LONG_NAMES), 1):
        speaker = {"name": _chair(number), "role": "Chair"}
        yield (
            f"party-{number}",
            {"name": name, "kind": "organisation", "speakers": {f"chair-{number}": speaker}},
        )


def _sources() -> Mapping[str, bytes]:
    """Return the files of two articles: one that is shown, and one that is withheld."""
    numbers = range(1, len(PARTIES) + len(LONG_NAMES) + 1)
    lines = [
        _sentence(party, issue) for party in numbers for issue in range(1, 31 if party <= len(PARTIES) else 6)
    ]
    shown = "\n".join((*lines, "Few expect an end. The works would cost nine million.\n")).encode()
    withheld = b"The paper wrote that the line wants more.\n"
    about = {
        "title": "The plan of the harbour",
        "publisher": "The Ledger",
        "published": "2031-01-01",
        "language": "en",
        "rights": "Made up.",
    }
    return {
        "seeds/ledger.txt": shown,
        "seeds/gone.txt": withheld,
        "seeds/ledger.yml": json.dumps({**about, "publish": "excerpt", "sha256": hashlib.sha256(shown).hexdigest()}).encode(),
        "seeds/gone.yml": json.dumps(
            {**about, "title": "A story", "status": "withheld", "status_note": "The paper took it back.",
             "sha256": hashlib.sha256(withheld).hexdigest()}
        ).encode(),
    }  # fmt: skip


def _quoted(party: int, issue: int) -> str:
    """Return the words of a party on an issue: a few, or for the parties with long names as many as a row can show."""
    words = f"{party + 20} of our {issue + 60} agree"
    rest = ("", " to it", ", if nobody loses a berth")[(party + issue) % 3]
    if party > len(PARTIES):
        rest = " to it, as long as the works end before the boats are back, no family loses its berth and nobody has to pay more than this year"
    return words + rest


def _chair(party: int) -> str:
    return f"{GIVEN[party % 7]} {FAMILY[party // 7]}"


def _sentence(party: int, issue: int) -> str:
    return f"{_chair(party)} said: “{_quoted(party, issue)}”. Plan {issue} of party {party} stays as it is, members report."


def _evidence(party: int, issue: int) -> dict[str, str]:
    if (party + issue) % 4:
        return {"source": "ledger", "quote": _quoted(party, issue), "speaker": f"chair-{party}"}
    return {"source": "ledger", "reported": f"Plan {issue} of party {party} stays as it is"}


def _position(party: int, issue: int, letter: str) -> dict[str, Any]:
    """Return the position of the party with this number on the issue with this number."""
    stance = STANCES[letter.lower()]
    entry: dict[str, Any] = {"issue": f"issue-{issue}", "stance": stance}
    if letter in ".nd":
        return {**entry, "searched_until": DAY}
    evidence = _evidence(party, issue)
    return {
        **entry,
        "as_of": "2031-01-01",
        "basis": "inferred" if letter.isupper() else "reported",
        "statement": f"The party speaks of plan {issue}.",
        "evidence": [evidence],
    }


def _briefing(
    parties: int, issues: int, stances: str = "", **about: Any
) -> tuple[dict[str, Any], Mapping[str, Any]]:
    """Return the file of a briefing, and its entries by party."""
    rows = list(ISSUES.items())
    table = [(title, stances or row) for title, row in (rows[number % len(rows)] for number in range(issues))]
    ids = [f"party-{number}" for number in range(1, parties + 1)]
    file = {
        "question": "What becomes of the old harbour?",
        "status": "active",
        "as_of": DAY,
        "reviewed_on": DAY,
        "parties": ids,
        "issues": {
            f"issue-{number}": {
                "title": title if number <= len(rows) else f"{title}, part {number}",
                "question": f"Should the town do this: {title}?",
                "propositions": {"yes": {"text": f"{title}, and pay for it from the harbour dues."}},
            }
            for number, (title, _) in enumerate(table, 1)
        },
        "key_points": _key_points(),
        "unknowns": ["What the quay would cost."],
        **about,
    }
    positions = {
        party: [_position(number, issue, row[number - 1]) for issue, (_, row) in enumerate(table, 1)]
        for number, party in enumerate(ids, 1)
    }
    return file, positions


def _key_points() -> dict[str, Any]:
    """Return a summary that is as long as summaries usually are."""
    cost = {"source": "ledger", "reported": "The works would cost nine million"}
    doubt = {"source": "ledger", "assessment": "Few expect an end"}
    return {
        "what_is_new": {
            "text": "The works on the harbour would cost nine million, The Ledger reports, and no party has said so far who "
            "would have to pay for them.",
            "past_text": "The works on the harbour would have cost nine million, The Ledger reported, and no party had said "
            "who would have to pay for them.",
            "evidence": [cost],
        },
        "where_it_stands": {
            "text": "The parties are divided over most of the plan: over the quay, the front, the ferry landing and the work "
            "at night. The Ledger writes that few expect an end.",
            "evidence": [doubt, cost],
        },
        "what_is_not_known": "What the quay alone would cost, and whether the mooring fees would pay for a part of it.",
    }


def _words_briefing() -> tuple[dict[str, Any], Mapping[str, Any]]:
    """Return a briefing with long names and long words, several propositions, own scales, options, amounts and conditions."""
    first = len(PARTIES) + 1
    file, _ = _briefing(1, 1)
    ids = [f"party-{number}" for number in range(first, first + len(LONG_NAMES))]
    proposition = f"The town applies the {LONG_TITLE} to all boats."
    scale = [
        {
            "code": "full",
            "label": "Vollumfänglich zustimmungsbereit",
            "side": "for",
            "definition": "It agrees.",
        },
        {"code": "half", "label": "Teils dafür", "side": "between", "definition": "It agrees in part."},
        {
            "code": "never",
            "label": "Unter keinen Umständen",
            "side": "against",
            "definition": "It does not agree.",
        },
    ]
    file |= {
        "parties": ids,
        "issues": {
            "issue-1": {
                "title": LONG_TITLE, "question": "Does it hold?",
                "propositions": {
                    "all": {"title": "For all boats, also those that only lie there for one night", "text": proposition},
                    "big": {"title": "Großschifffahrtsbetriebe", "text": f"{proposition[:-1]} of the big lines."},
                    "none": {"title": "None", "text": "No boat pays."},
                },
            },
            "issue-2": {
                "title": "Own scale", "question": "How far?", "scale": scale,
                "propositions": {"yes": {"text": "The town goes all the way."}},
            },
            "issue-3": {
                "title": "Berth", "question": "Where?",
                "options": {"quay": {"label": "At the Kleinhafenbetreiberinnenanlegestelle"}, "old": {"label": "Old harbour"}},
            },
            "issue-4": {"title": "Number of boats", "question": "How many?", "unit": "Binnenschifffahrtseinheiten"},
            "issue-5": {
                "title": "Ein Vorhaben mit sehr vielen Wörtern in seinem langen Titel, damit er umbricht", "question": "So?",
                "propositions": {"yes": {"text": "So be it."}},
            },
        },
    }  # fmt: skip
    return file, {party: _words_entries(number) for number, party in enumerate(ids, first)}


def _words_entries(party: int) -> Sequence[dict[str, Any]]:
    """Return the entries of a party of the briefing with long words."""
    position = _position(party, 1, "s")
    letters = "sacoru"
    stances = {key: STANCES[letters[(party + add) % 6]] for add, key in enumerate(("all", "big", "none"))}
    claim = {"text": "The boats must be back first.", "evidence": [_evidence(party, 2)]}
    answers: list[dict[str, Any]] = [
        {
            "stance": stances,
            "conditions": [claim],
            "red_lines": [claim],
            "interests": [claim],
            "offers": [claim],
        },
        {"stance": ("full", "half", "never")[party % 3]},
        {"option": ("quay", "old")[party % 2]},
        {"amount": str(party * 1000)},
        {
            "stance": "supports",
            "evidence": [{"source": "gone", "reported": "The paper wrote that the line wants more"}],
        },
    ]
    entries = []
    for issue, answer in enumerate(answers, 1):
        shared = {key: value for key, value in position.items() if key != "stance"}
        absence = {"issue": f"issue-{issue}", "stance": STANCES["nd."[party % 3]], "searched_until": DAY}
        entry = {
            **shared,
            "evidence": [_evidence(party, issue)],
            **answer,
            "issue": f"issue-{issue}",
        }
        entries.append(absence if (party + issue) % 6 == 0 else entry)
    return entries
