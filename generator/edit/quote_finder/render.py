"""Found passages as text with the evidence to paste, and as JSON for other programs."""

import json
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from generator.edit.quote_finder.found import Found, FoundPassage
from generator.escape import shown
from generator.evidence.hint_text import differences, excerpt
from generator.speech.speakers import By

_REACH = 90  # characters on each side of a passage


def as_text(found: Found) -> str:
    """Return each passage with some words around it, the evidence to paste, and the summary."""
    blocks = [_block(passage) for passage in (*found.passages, *found.similar)]
    parts = [*blocks, found.summary] if found.passages else [found.summary, *blocks]
    return "\n\n".join(parts)


def as_json(found: Found) -> str:
    """Return the passages as data in ASCII. Offsets are in code points of the stored text."""
    data = {
        "summary": found.summary,
        "total": found.total,
        "passages": [_data(passage) for passage in found.passages],
        "similar": [_data(passage) for passage in found.similar],
    }
    return json.dumps(data, indent=2)


FORMATS: Mapping[str, Callable[[Found], str]] = {"text": as_text, "json": as_json}


def speaker_text(passage: FoundPassage) -> str:
    """Return who says a quotation, and how certain that is."""
    speech = passage.speech
    if speech is None or speech.name is None:
        return f"speaker not clear: {speech.doubt}" if speech and speech.doubt else "speaker not clear"
    known = passage.speaker or passage.party
    name = shown(speech.name)
    is_party = speech.by is By.VOICE and not known  # several parties speak together
    name = name if is_party else f"{name} ({known or 'not in parties.yml'})"
    return f"{name}, from a pronoun: check the speaker" if speech.by is By.PRONOUN else name


def _block(passage: FoundPassage) -> str:
    """Return the facts about a passage, and its evidence."""
    return "\n".join([*_facts(passage), *([passage.block] if passage.block else [])])


def _facts(passage: FoundPassage) -> Iterator[str]:
    who = f": {speaker_text(passage)}" if passage.speech else ""
    yield f"{passage.article.id}, paragraph {passage.paragraph}{who}"
    if passage.similar_to:
        asked, words = differences(passage.similar_to, " ".join(passage.words))
        yield f"  You asked for: {shown(asked)}"
        yield f"  The source:    {shown(words)}"
    yield f"  {_excerpt(passage)}"
    if passage.used:
        yield f"  Used in {', '.join(passage.used)}"
    if passage.is_question:
        yield "  No evidence: these are not the words of the person who answers."
    elif passage.block is None:
        yield "  These words cannot be evidence: they are too few, or occur too often. Choose more words."


def _excerpt(passage: FoundPassage) -> str:
    return shown(excerpt(passage.article, *passage.spans, reach=_REACH))


def _data(passage: FoundPassage) -> Mapping[str, Any]:
    speech = passage.speech
    speaker = speech and {
        "name": speech.name,
        "by": str(speech.by),
        "doubt": speech.doubt,
        "id": passage.speaker,
        "party": passage.party,
    }
    return {
        "source": passage.article.id,
        "paragraph": passage.paragraph,
        "words": list(passage.words),
        "spans": [list(span) for span in passage.spans],
        "excerpt": _excerpt(passage),
        "speaker": speaker,
        "used": list(passage.used),
        "evidence": passage.block,
    }
