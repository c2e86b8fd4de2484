"""A project with many parties and many issues: every stance, every absence, and issues with several propositions."""

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tests.building import HARBOUR

DAY = "2031-06-11"
ISSUES = 20
STANCES = ("supports", "accepts", "conditional", "opposes", "rejects", "unclear", "not-stated", "declined")
NAMES = ("Anna", "Bo", "Carla", "Dag", "Eva", "Finn", "Gro", "Hal", "Ida", "Jon", "Kari", "Leif")


def write_crowd(root: Path, parties: int = 12, issues: int = ISSUES) -> Path:
    """Write the project, of at most twelve parties, below `root`. Return `root`.

    Every fourth issue has two propositions. Every tenth issue has no position.
    """
    for path, content in _files(parties, issues).items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(content)
    return root


def _files(parties: int, issues: int) -> Mapping[str, bytes]:
    ids = [f"party-{number}" for number in range(1, parties + 1)]
    article = "".join(
        f"{NAMES[party - 1]} Berg of Party {party} said they were “{_words(party, point)}”.\n"
        for party in range(1, parties + 1)
        for point in range(1, issues + 1)
    ).encode()
    source = {
        "title": "The points of the list", "publisher": "The Ledger", "published": DAY, "language": "en",
        "rights": "Made up.", "publish": "excerpt", "sha256": hashlib.sha256(article).hexdigest(),
    }  # fmt: skip
    files: dict[str, Any] = {
        "seeds/ledger.yml": source,
        "briefings/parties.yml": {
            party: {
                "name": f"Party {number}",
                "kind": "organisation",
                "speakers": {"berg": {"name": f"{NAMES[number - 1]} Berg", "role": "Speaker"}},
            }
            for number, party in enumerate(ids, 1)
        },
        "briefings/list/briefing.yml": {
            "title": "The list", "question": "What becomes of the list?", "status": "active", "as_of": DAY,
            "reviewed_on": DAY, "parties": ids, "issues": {f"point-{n}": _issue(n) for n in range(1, issues + 1)},
            "key_points": {
                "where_it_stands": {"text": "One party is firm on its first point.", "evidence": [_quote(1, 1)]}
            },
        },
    }  # fmt: skip
    for number, party in enumerate(ids, 1):
        positions = [_position(number, point) for point in range(1, issues + 1) if point % 10]
        files[f"briefings/list/positions/{party}.yml"] = {"party": party, "positions": positions}
    return {
        "seeds/ledger.txt": article,
        "mkdocs.yml": (HARBOUR / "mkdocs.yml").read_bytes(),
        "docs/about.md": b"Made up.\n",
        # JSON is YAML in which every text has quotation marks.
        **{path: json.dumps(data, ensure_ascii=False).encode() for path, data in files.items()},
    }


def _issue(number: int) -> dict[str, Any]:
    propositions = {"full": {"text": f"Point {number} is kept.", "title": "Full"}}
    if number % 4 == 0:
        propositions["half"] = {"text": f"Half of point {number} is kept.", "title": "In half"}
    return {
        "title": f"Point {number} of the list",
        "question": f"Is point {number} kept?",
        "propositions": propositions,
    }


def _position(party: int, point: int) -> dict[str, Any]:
    stance = STANCES[(party * 3 + point * point) % len(STANCES)]
    if stance in {"not-stated", "declined"}:
        return {"issue": f"point-{point}", "stance": stance, "searched_until": DAY}
    return {
        "issue": f"point-{point}",
        "stance": stance if point % 4 else {"full": stance, "half": "accepts"},
        "as_of": DAY,
        "basis": "inferred" if party % 5 == 0 else "stated",
        "statement": f"Its speaker said that the party was “{_words(party, point)}”.",
        "evidence": [_quote(party, point)],
    }


def _quote(party: int, point: int) -> dict[str, str]:
    return {"source": "ledger", "quote": _words(party, point), "speaker": "berg"}


def _words(party: int, point: int) -> str:
    return f"firm on point {party}.{point} of the list"
