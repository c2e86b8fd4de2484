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
    return together({"": (text, inline)})


def together(texts: Mapping[str, tuple[str, str]], earlier: int = 1) -> Mapping[str, bytes]:
    """Give the files of one project in which each text has a briefing, parties and a source of its own.

    `texts` has what identifiers end in (`talks-1`, for `-1`), and for each the text and the inline one. One in `earlier` of them has an
    earlier position too, whose text stands in the same fields: it brings two more pages.
    """
    parties: dict[str, Any] = {}
    names: dict[str, Any] = {}
    written: dict[str, bytes] = {}
    for number, (end, (text, inline)) in enumerate(texts.items()):
        article = f"{BEFORE}\n{text}\nAnna Berg went on: {text} was what counted.\n".encode()
        source = {
            "title": text, "publisher": text, "byline": text, "published": DAY, "language": "en", "origin": text,
            "rights": text, "publish": "full", "status": "corrected", "status_note": text,
            "sha256": hashlib.sha256(article).hexdigest(),
        }  # fmt: skip
        for name in (f"north{end}", f"south{end}"):
            parties[name] = {
                "name": text, "short": text, "kind": "state", "aliases": [text],
                "speakers": {"anna-berg": {"name": text, "role": text}},
            }  # fmt: skip
        names[f"the-name{end}"] = {"term": text, "used_by": [f"north{end}"], "prefer": text, "note": inline}
        written[f"seeds/daily{end}.txt"] = article
        written[f"seeds/daily{end}.yml"] = _yaml(source)
        written |= {
            f"briefings/talks{end}/{path}": _yaml(data)
            for path, data in _files(text, inline, end, earlier=number % earlier == 0).items()
        }
    return {"briefings/parties.yml": _yaml(parties), "briefings/names.yml": _yaml(names), **written}


def _yaml(data: Any) -> bytes:
    """Write `data`: JSON is YAML, and quotes every text."""
    return json.dumps(data, ensure_ascii=False).encode()


def _files(text: str, inline: str, end: str, *, earlier: bool) -> Mapping[str, Any]:
    daily = f"daily{end}"
    return {
        "briefing.yml": _briefing(text, inline, end),
        f"positions/north{end}.yml": {
            "party": f"north{end}",
            "positions": [
                _position(text, daily)
                | {kind: [_claim(text, _quote(text, daily))] for kind in ("red_lines", "interests", "offers")}
                | {"evidence": [_quote(text, daily), _words("assessment", text, daily)]}
            ],
        },
        f"positions/south{end}.yml": {
            "party": f"south{end}",
            "positions": [
                *([_position(text, daily) | {"as_of": "2031-06-01"}] if earlier else []),
                _position(text, daily) | {"stance": {"first": "oppose", "second": "support"}},
            ],
        },
    }


def _quote(text: str, daily: str) -> dict[str, Any]:
    return {
        "source": daily, "quote": "good for all of us", "speaker": "anna-berg", "why": text,
        "translation": {"text": text, "language": "de", "by": text},
    }  # fmt: skip


def _words(kind: str, text: str, daily: str) -> dict[str, Any]:
    """Give evidence that is the whole text. Each one more is told beside every line of the text, with the whole of it."""
    return {"source": daily, kind: text, "occurrence": 1}


def _claim(text: str, *evidence: Any) -> dict[str, Any]:
    return {"text": text, "evidence": evidence}


def _position(text: str, daily: str) -> dict[str, Any]:
    return {
        "issue": "plan", "stance": {"first": "support", "second": "oppose"}, "as_of": DAY, "statement": text,
        "summary": text[:60], "conditions": [_claim(text, _quote(text, daily), _words("reported", text, daily))],
        "evidence": [_quote(text, daily)],
    }  # fmt: skip


def _briefing(text: str, inline: str, end: str) -> dict[str, Any]:
    daily = f"daily{end}"
    quote, reported = _quote(text, daily), _words("reported", text, daily)
    proposals = {"first": {"text": text, "title": text}, "second": {"text": text, "title": text}}
    return {
        "title": text, "question": text, "status": "active", "as_of": DAY, "reviewed_on": DAY,
        "parties": [f"north{end}", f"south{end}"], "answer": [_claim(text, quote, reported)],
        "background": [_claim(text, quote, reported)], "unknowns": [text, _claim(text, quote)],
        "issues": {"plan": {"title": text, "question": text, "note": inline, "proposals": proposals}},
        "timeline": [{"date": DAY, "title": text, "evidence": [quote]}],
        "analysis": [
            {"kind": "outlook", "text": inline, "about": ["plan"], "author": text, "date": DAY, "confidence": "low",
             "evidence": [quote]}
        ],
        "corrections": [{"date": DAY, "was": text, "now": text, "reason": text}],
        "scale": [
            {"code": "support", "label": text, "side": "for"},
            {"code": "oppose", "label": text, "side": "against"},
        ],
    }  # fmt: skip
