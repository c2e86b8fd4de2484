"""A small project in which every text that an editor, a party or an article can write is hostile or plain."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from itertools import cycle
from typing import Any

from generator.content.model.positions import LONGEST_ROW
from tests.hostile.payloads import KINDS, PAYLOADS

BEFORE = "Anna Berg said the plan was “good for all of us” and left."
DAY = "2031-06-11"
EARLIER = "2031-06-01"


class Texts:
    """The texts of one briefing. Each field takes the next text; after the last text the first comes again."""

    def __init__(self, texts: Sequence[str], inline: Sequence[str]) -> None:
        """Take `inline` for notes and the analysis of the editors, which allow emphasis and links."""
        self._texts, self._inline = cycle(texts), cycle(inline)

    def next(self) -> str:
        """Return the text of the next field."""
        return next(self._texts)

    def next_inline(self) -> str:
        """Return the text of the next field that allows emphasis and links."""
        return next(self._inline)


def project(text: str, inline: str) -> Mapping[str, bytes]:
    """Return the files of a sound project, by path, with `text` in every field, and `inline` where emphasis and links are allowed."""
    return project_of({"": Texts([text], [inline])})


def plain(number: int) -> str:
    """Return harmless words that stand for the hostile text with this number. They are too long for the matrix."""
    return f"Plain words {number:03} here, and so many of them that the matrix cannot show all"


def plain_inline(number: int) -> str:
    """Return harmless words for a field that allows emphasis and links."""
    return f"Inline words {number:03} here"


def hostile_briefings(*, texts: bool = True, inline: bool = True) -> Mapping[str, Texts]:
    """Return the texts of a briefing for each kind of hostile text, so that every field gets texts of every kind.

    With `texts` or `inline` false, the harmless words with the same numbers stand in their place.
    """
    found = {}
    for kind, payloads in KINDS.items():
        numbers = [PAYLOADS.index(payload) for payload in payloads]
        found[f"-{kind}"] = Texts(
            payloads if texts else [plain(number) for number in numbers],
            payloads if inline else [plain_inline(number) for number in numbers],
        )
    return found


def project_of(briefings: Mapping[str, Texts]) -> Mapping[str, bytes]:
    """Return the files of one project in which each entry of `briefings` has a briefing, two parties and a source of its own.

    The keys are the ends of identifiers: `talks-1` for `-1`.
    """
    parties: dict[str, Any] = {}
    names: dict[str, Any] = {}
    files: dict[str, bytes] = {}
    for end, texts in briefings.items():
        text = texts.next()
        # Passages of several paragraphs have other labels, so that cited words are one line. A source that nobody cites has all lines.
        line = " ".join(text.splitlines()).strip()
        article = f"{BEFORE}\n{line}\nAnna Berg went on: {line} was what counted.\n".encode()
        files[f"seeds/lines{end}.txt"] = f"{BEFORE}\n{text}\n".encode()
        files[f"seeds/lines{end}.yml"] = _yaml(
            {
                "title": f"Lines {end}",
                "language": "en",
                "published": DAY,
                "publish": "full",
                "places": [{"paragraph": 1, "page": texts.next(), "time": "12:30"}],
            }
        )
        source = {
            "title": texts.next(), "publisher": texts.next(), "byline": texts.next(), "published": DAY, "language": "en",
            "origin": texts.next(), "rights": texts.next(), "publish": "full", "status": "corrected",
            "status_note": texts.next(), "kind": "interview", "party": f"north{end}", "speaker": "anna-berg", "sha256": hashlib.sha256(article).hexdigest(),
            "original": {
                "format": "html", "sha256": "0" * 64, "name": texts.next(), "encoding": texts.next(), "converted_by": texts.next(),
                "steps": [texts.next()], "struck": [texts.next()],
            },
        }  # fmt: skip
        for name in (f"north{end}", f"south{end}"):
            parties[name] = {
                "name": texts.next(), "short": texts.next(), "kind": "state", "aliases": [texts.next()],
                "earlier_names": [{"name": texts.next(), "short": texts.next(), "until": EARLIER}],
                "speakers": {"anna-berg": {"name": texts.next(), "roles": [
                    {"role": texts.next(), "until": EARLIER}, {"role": texts.next(), "from": DAY},
                ]}},
            }  # fmt: skip
        names[f"the-name{end}"] = {
            "term": texts.next(), "used_by": [f"north{end}"], "prefer": texts.next(), "note": texts.next_inline(),
        }  # fmt: skip
        files[f"seeds/daily{end}.txt"] = article
        files[f"seeds/daily{end}.yml"] = _yaml(source)
        files |= {
            f"briefings/talks{end}/{path}": _yaml(data) for path, data in _files(texts, line, end).items()
        }
    return {"briefings/parties.yml": _yaml(parties), "briefings/names.yml": _yaml(names), **files}


def _yaml(data: Any) -> bytes:
    """Return `data` as JSON, which is YAML with every text in quotation marks."""
    return json.dumps(data, ensure_ascii=False).encode()


def _files(texts: Texts, line: str, end: str) -> Mapping[str, Any]:
    daily = f"daily{end}"
    later = _position(texts, line, daily)
    share = _answer(texts, daily, "share", amount=texts.next())
    return {
        "briefing.yml": _briefing(texts, line, end),
        f"positions/north{end}.yml": {
            "party": f"north{end}",
            "positions": [
                _position(texts, line, daily)
                | {
                    kind: [_claim(texts, _quote(texts, daily))]
                    for kind in ("red_lines", "interests", "offers")
                }
                | {
                    "evidence": [
                        _quote(texts, daily),
                        _words("assessment", line, daily),
                        _quote(texts, daily)
                        | {"parties": [f"north{end}", f"south{end}"], "said_on": EARLIER},
                    ]
                },
                _answer(texts, daily, "share", amount=texts.next()),
                _answer(texts, daily, "place", option="here"),
                # A row shows words of the article, chosen by the editors if they are not too long.
                _answer(texts, daily, "words", stance="back")
                | {"evidence": [_words("assessment", line, daily), _quote(texts, daily)]}
                | ({"row_text": line} if len(line) <= LONGEST_ROW else {}),
            ],
        },
        f"positions/south{end}.yml": {
            "party": f"south{end}",
            "positions": [
                # With the same words: a page marks every word that changed.
                later | {"as_of": EARLIER},
                later | {"stance": {"first": "oppose", "second": "support"}},
                share | {"as_of": EARLIER, "amount": texts.next()},
                share,
                _answer(texts, daily, "place", option="there"),
            ],
        },
    }


def _quote(texts: Texts, daily: str) -> dict[str, Any]:
    return {
        "source": daily, "quote": "good for all of us", "speaker": "anna-berg", "why": texts.next(),
        "page": texts.next(), "clause": texts.next(), "time": "12:30",
        "translation": {"text": texts.next(), "language": "de", "by": texts.next()},
    }  # fmt: skip


def _words(kind: str, line: str, daily: str) -> dict[str, Any]:
    """Return evidence that is a whole line of the article. A page shows each piece of it beside every line that it cites."""
    return {"source": daily, kind: line, "occurrence": 1}


def _claim(texts: Texts, *evidence: Any) -> dict[str, Any]:
    return {"text": texts.next(), "evidence": evidence}


def _position(texts: Texts, line: str, daily: str) -> dict[str, Any]:
    return {
        "issue": "plan", "stance": {"first": "support", "second": "oppose"}, "as_of": DAY, "statement": texts.next(),
        "reason": texts.next(),
        "conditions": [_claim(texts, _quote(texts, daily), _words("reported", line, daily))],
        "evidence": [_quote(texts, daily)],
    }  # fmt: skip


def _answer(texts: Texts, daily: str, issue: str, **answer: str) -> dict[str, Any]:
    return {
        "issue": issue, "as_of": DAY, "statement": texts.next(), "reason": texts.next(),
        "evidence": [_quote(texts, daily)],
    } | answer  # fmt: skip


def _briefing(texts: Texts, line: str, end: str) -> dict[str, Any]:
    daily = f"daily{end}"
    quote, reported = _quote(texts, daily), _words("reported", line, daily)
    return {
        "title": texts.next(), "question": texts.next(), "status": "active", "as_of": DAY, "reviewed_on": DAY,
        "parties": [f"north{end}", f"south{end}"], "key_points": {
            key: _claim(texts, quote, reported) | {"past_text": texts.next()}
            for key in ("what_is_new", "where_it_stands", "what_is_not_known")
        },
        "background": [_claim(texts, quote, reported)], "unknowns": [texts.next(), _claim(texts, quote)],
        "issues": {
            "plan": {
                "title": texts.next(), "question": texts.next(), "note": texts.next_inline(),
                "propositions": {name: {"text": texts.next(), "title": texts.next()} for name in ("first", "second")},
            },
            "share": {"title": texts.next(), "question": texts.next(), "unit": texts.next()},
            "place": {
                "title": texts.next(), "question": texts.next(),
                # Two options cannot have one label, and one text may be in every place.
                "options": {
                    "here": {"label": texts.next(), "text": texts.next()},
                    "there": {"label": f"{texts.next()} there", "text": texts.next()},
                },
            },
            "words": {
                "title": texts.next(), "question": texts.next(), "propositions": {"third": {"text": texts.next()}},
                "scale": [
                    {"code": "back", "label": texts.next(), "side": "for", "definition": texts.next()},
                    {"code": "block", "label": texts.next(), "side": "against", "definition": texts.next()},
                ],
            },
        },
        "timeline": [{"date": DAY, "title": texts.next(), "evidence": [quote]}],
        "analysis": [
            {"kind": "outlook", "text": texts.next_inline(), "about": ["plan"], "author": texts.next(), "date": DAY,
             "confidence": "low", "evidence": [quote]}
        ],
        "corrections": [{"date": DAY, "was": texts.next(), "now": texts.next(), "reason": texts.next()}],
        "scale": [
            {"code": "support", "label": texts.next(), "side": "for", "definition": texts.next()},
            {"code": "oppose", "label": texts.next(), "side": "against", "definition": texts.next()},
        ],
    }  # fmt: skip
