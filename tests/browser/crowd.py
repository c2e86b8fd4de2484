"""A made-up project with many parties and many issues: every stance, every absence, several proposals, all in rows."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tests.building import HARBOUR

DAY = "2031-06-11"
STANCES = ("supports", "accepts", "conditional", "opposes", "rejects", "unclear", "not-stated", "declined")
NAMES = ("Anna", "Bo", "Carla", "Dag", "Eva", "Finn", "Gro", "Hal", "Ida", "Jon", "Kari", "Leif")


def write_crowd(root: Path, parties: int = 12, issues: int = 40) -> Path:
    """Write the project below `root`, of at most twelve parties; give its folder. Each fourth issue has two proposals, each tenth no position."""
    for path, content in _files(parties, issues).items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(content)
    return root


def _files(parties: int, issues: int) -> Mapping[str, bytes]:
    names = [f"party-{number}" for number in range(1, parties + 1)]
    article = "".join(
        f"{NAMES[one]} Berg of Party {one + 1} said they were “firm on point {one + 1}.{two + 1} of the list”.\n"
        for one in range(parties)
        for two in range(issues)
    ).encode()
    source = {
        "title": "The points of the list", "publisher": "The Ledger", "published": DAY, "language": "en",
        "rights": "Made up.", "publish": "excerpt", "sha256": hashlib.sha256(article).hexdigest(),
    }  # fmt: skip
    files: dict[str, Any] = {
        "seeds/ledger.yml": source,
        "briefings/parties.yml": {
            name: {
                "name": f"Party {number}",
                "kind": "organisation",
                "speakers": {"one": {"name": f"{NAMES[number - 1]} Berg", "role": "Speaker"}},
            }
            for number, name in enumerate(names, 1)
        },
        "briefings/list/briefing.yml": {
            "title": "The list", "question": "What becomes of the list?", "status": "active", "as_of": DAY,
            "reviewed_on": DAY, "parties": names, "issues": {f"point-{n}": _issue(n) for n in range(1, issues + 1)},
            "answer": [{"text": "One party is firm on its first point.", "evidence": [_quote(1, 1)]}],
        },
    }  # fmt: skip
    for number, name in enumerate(names, 1):
        held = [_position(number, point) for point in range(1, issues + 1) if point % 10]
        files[f"briefings/list/positions/{name}.yml"] = {"party": name, "positions": held}
    # JSON is YAML, and quotes every text.
    written = {path: json.dumps(data, ensure_ascii=False).encode() for path, data in files.items()}
    return {
        "seeds/ledger.txt": article,
        "mkdocs.yml": (HARBOUR / "mkdocs.yml").read_bytes(),
        "docs/about.md": b"Made up.\n",
        **written,
    }


def _issue(number: int) -> dict[str, Any]:
    proposals = {"whole": {"text": f"Point {number} is kept.", "title": "Whole"}}
    if number % 4 == 0:
        proposals["half"] = {"text": f"Point {number} is kept in half.", "title": "In half"}
    return {
        "title": f"Point {number} of the list",
        "question": f"Is point {number} kept?",
        "proposals": proposals,
    }


def _position(party: int, point: int) -> dict[str, Any]:
    stance = STANCES[(party * 3 + point * point) % len(STANCES)]
    if stance in {"not-stated", "declined"}:
        return {"issue": f"point-{point}", "stance": stance, "searched_until": DAY}
    both = {"whole": stance, "half": "accepts"}
    return {
        "issue": f"point-{point}",
        "stance": both if point % 4 == 0 else stance,
        "as_of": DAY,
        "basis": "inferred" if party % 5 == 0 else "stated",
        "statement": f"Its speaker said that the party was “firm on point {party}.{point} of the list”.",
        "summary": f"Firm on point {party}.{point}.",
        "evidence": [_quote(party, point)],
    }


def _quote(party: int, point: int) -> dict[str, str]:
    return {"source": "ledger", "quote": f"firm on point {party}.{point} of the list", "speaker": "one"}
