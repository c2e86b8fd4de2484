"""A small project in which every text that an editor, a party or an article can write is one given text."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Any

BEFORE = "Anna Berg said the plan was “good for all of us” and left."
DAY = "2031-06-11"


def project(text: str, inline: str) -> Mapping[str, bytes]:
    """Give the files of a sound project, by path, with `text` in every place that takes free text.

    `inline` stands where emphasis and links are meant: in notes and in the editors' analysis.
    """
    article = f"{BEFORE}\n{text}\nAnna Berg went on: {text} was what counted.\n".encode()
    source = {
        "title": text, "publisher": text, "byline": text, "published": DAY, "language": "en", "origin": text,
        "rights": text, "publish": "full", "status": "corrected", "status_note": text,
        "sha256": hashlib.sha256(article).hexdigest(),
    }  # fmt: skip
    parties = {
        name: {
            "name": text, "short": text, "kind": "state", "aliases": [text],
            "speakers": {"anna-berg": {"name": text, "role": text}},
        }
        for name in ("north", "south")
    }  # fmt: skip
    files: dict[str, Any] = {
        "seeds/daily.yml": source,
        "briefings/parties.yml": parties,
        "briefings/names.yml": {
            "the-name": {"term": text, "used_by": ["north"], "prefer": text, "note": inline}
        },
        "briefings/talks/briefing.yml": _briefing(text, inline),
        "briefings/talks/positions/north.yml": {"party": "north", "positions": [_position(text)]},
        "briefings/talks/positions/south.yml": {
            "party": "south",
            "positions": [
                _position(text) | {"as_of": "2031-06-01"},
                _position(text) | {"stance": {"first": "oppose", "second": "support"}},
            ],
        },
    }
    # JSON is YAML, and quotes every text.
    written = {path: json.dumps(data, ensure_ascii=False).encode() for path, data in files.items()}
    return {"seeds/daily.txt": article, **written}


def _quote(text: str) -> dict[str, Any]:
    return {
        "source": "daily", "quote": "good for all of us", "speaker": "anna-berg", "why": text,
        "translation": {"text": text, "language": "de", "by": text},
    }  # fmt: skip


def _claim(text: str) -> dict[str, Any]:
    return {"text": text, "evidence": [_quote(text), {"source": "daily", "reported": text, "occurrence": 1}]}


def _position(text: str) -> dict[str, Any]:
    return {
        "issue": "plan", "stance": {"first": "support", "second": "oppose"}, "as_of": DAY, "statement": text,
        "summary": text[:60], "conditions": [_claim(text)], "red_lines": [_claim(text)], "interests": [_claim(text)],
        "offers": [_claim(text)], "evidence": [_quote(text), {"source": "daily", "assessment": text, "occurrence": 1}],
    }  # fmt: skip


def _briefing(text: str, inline: str) -> dict[str, Any]:
    proposals = {"first": {"text": text, "title": text}, "second": {"text": text, "title": text}}
    return {
        "title": text, "question": text, "status": "active", "as_of": DAY, "reviewed_on": DAY,
        "parties": ["north", "south"], "answer": [_claim(text), _claim(text)], "background": [_claim(text)],
        "unknowns": [text, _claim(text)],
        "issues": {"plan": {"title": text, "question": text, "note": inline, "proposals": proposals}},
        "timeline": [{"date": DAY, "title": text, "evidence": [_quote(text)]}],
        "analysis": [
            {"kind": "outlook", "text": inline, "about": ["plan"], "author": text, "date": DAY, "confidence": "low",
             "evidence": [_quote(text)]}
        ],
        "corrections": [{"date": DAY, "was": text, "now": text, "reason": text}],
        "scale": [
            {"code": "support", "label": text, "side": "for"},
            {"code": "oppose", "label": text, "side": "against"},
        ],
    }  # fmt: skip
