"""Found passages as text, with the evidence to paste."""

from collections.abc import Iterator

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


def speaker_text(passage: FoundPassage) -> str:
    """Return who says a quotation, and how certain that is."""
    speech = passage.speech
    if speech is None or speech.name is None:
        return "speaker unknown"
    known = passage.speaker or passage.party
    name = shown(speech.name)
    name = f"{name} ({known})" if known else f"{name} (not in parties.yml)"
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
    yield f"  {shown(excerpt(passage.article, *passage.spans, reach=_REACH))}"
    if passage.used:
        yield f"  Used in {', '.join(passage.used)}"
    if passage.block is None:
        yield "  These words cannot be evidence: they are too few, or occur too often. Choose more words."
