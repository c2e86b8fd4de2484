"""Quotations that were picked, as text for a terminal, as YAML to paste, and as JSON for other programs."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence

from generator.content.articles import Article
from generator.edit.quote_finder.quotes import Picked
from generator.escape import shown
from generator.speech import By

_TOO_SHORT = "too few words to be evidence"


def who(one: Picked) -> str:
    """Say who says it, and how that is known."""
    speech = one.speech
    if speech.by is By.NONE or speech.name is None:
        return "nobody is named"
    known = one.speaker or one.party
    name = shown(" ".join(speech.name.split()))
    name = f"{name} ({known})" if known else f"{name}, who is not in parties.yml"
    return f"{name}, meant by a pronoun: look whether that is right" if speech.by is By.PRONOUN else name


def as_text(article: Article, found: Sequence[Picked]) -> str:
    """Tell each quotation in its sentence, who says it, and where it is used."""
    told = [_told(article, number, one) for number, one in enumerate(found, 1)]
    count = f"{len(found)} quotation{'' if len(found) == 1 else 's'} in {article.id}."
    paste = f" To paste them: briefing quotes {article.id} --format yaml" if found else ""
    return "\n".join([*told, f"{count}{paste}"])


def _told(article: Article, number: int, one: Picked) -> str:
    lines = [f"{number}. Paragraph {one.paragraph}: {who(one)}", f"   {_marked(article, one)}"]
    if one.block is None:
        lines.append(f"   {_TOO_SHORT}")
    lines += [f"   used in {place}" for place in one.used]
    return "\n".join(lines) + "\n"


def _marked(article: Article, one: Picked) -> str:
    """Show the sentences of a quotation with its words in [brackets], in one line."""
    parts, at = [], one.sentences.start
    for span in one.spans:
        parts += [article.text[at : span.start], f"[{article.text[span.start : span.end]}]"]
        at = span.end
    return shown(" ".join("".join([*parts, article.text[at : one.sentences.end]]).split()))


def as_yaml(article: Article, found: Sequence[Picked]) -> str:
    """Write the evidence blocks, each below a comment that says where it stands and who says it."""
    blocks = []
    for one in found:
        used = f"; used in {', '.join(one.used)}" if one.used else ""
        comment = f"# paragraph {one.paragraph}, {who(one)}{used}"
        blocks.append(
            f"{comment}\n{one.block}" if one.block else f"{comment}: {_TOO_SHORT}\n# {_marked(article, one)}"
        )
    return "\n\n".join(blocks if any(one.block for one in found) else [*blocks, "[]"])


def as_json(article: Article, found: Sequence[Picked]) -> str:
    """Write the quotations as data; offsets are in code points of the stored text."""
    return json.dumps(
        [_data(article, one) for one in found], indent=2
    )  # in ASCII: no character does harm to a terminal


def _data(article: Article, one: Picked) -> Mapping[str, object]:
    return {
        "source": one.source,
        "paragraph": one.paragraph,
        "quote": list(one.texts),
        "spans": [list(span) for span in one.spans],
        "sentence": article.text[one.sentences.start : one.sentences.end].strip(),
        "speaker": {"name": one.speech.name, "by": str(one.speech.by), "id": one.speaker, "party": one.party},
        "used": list(one.used),
        "evidence": one.block,
    }


FORMATS: Mapping[str, Callable[[Article, Sequence[Picked]], str]] = {
    "text": as_text,
    "yaml": as_yaml,
    "json": as_json,
}
