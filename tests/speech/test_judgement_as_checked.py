"""A selection is judged exactly as the whole check judges it once it is evidence of a position."""

import datetime as dt
import random
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import pytest

from generator.content.model import Corpus, Kind, Source
from generator.diagnostics import Severity
from generator.evidence import Span
from generator.evidence.block import Block, write_block
from generator.evidence.hint_text import yaml_text
from generator.pipeline import Examined, examine
from generator.speech.judgement import judge, selected_evidence
from generator.speech.quotation_marks import quotations
from generator.speech.selected_words import trimmed
from generator.speech.verdicts import CODES, Finding, Level, Verdict
from tests.building import HARBOUR, ROOT

TODAY = dt.date(2032, 1, 1)
# Says every way in which a selection can go wrong; Ida Lund and Olav Brandt are in parties.yml of the example.
TRAPS = """\
Ida Lund said on Friday that the council would “not support an open gate”. “We will never pay for the ramps,” she said.

“We pay for quiet ramps only if the town measures its lorries,” Olav Brandt told the council. “Unless it rains, we sail.”

Olav Brandt denied that he had said “we leave the harbour”. “Will we sail at night? No,” Ida Lund said. About 1 500 000 crowns
are at stake, and 30 metres of quay. “They told us ‘the quay is yours’ and left,” said Ida Lund.

If Ida Lund were to say “we give the quay away”, the council would fall. “The gate is open,” a fisherman said. “Not our quarrel.”

He came later. “The gate is closed,” he said, “but nobody counts the boats, not one.” The gate is closed.
"""
SPEECH = "Good evening.\n\nA driver told me: “I will never cross that quay again.” I understood him. We close the quay.\n"
COMPARED = {code for code in CODES.values() if code.startswith("W")} - {"W443", "W444"}
"""The warnings that follow from a passage alone. W443 is about its text, W444 about a sentence that quotes it."""


class Sample(NamedTuple):
    """A selection, and the evidence that it would be."""

    source: Source
    spans: tuple[Span, ...]
    kind: Kind
    party: str
    speaker: str | None


def files() -> dict[str, bytes]:
    """Return the harbour example with the real source and texts of traps; no briefing cites anything."""
    found = {
        path.relative_to(HARBOUR).as_posix(): path.read_bytes()
        for folder in ("seeds", "briefings")
        for path in (HARBOUR / folder).rglob("*.*")
    }
    found |= {f"seeds/{path.name}": path.read_bytes() for path in (ROOT / "seeds").glob("moscow*.*")}
    found["seeds/traps.txt"], found["seeds/speech.txt"] = TRAPS.encode(), SPEECH.encode()
    found["seeds/traps.yml"] = b"title: Traps\nlanguage: en\n"
    found["seeds/speech.yml"] = b"title: A speech\nlanguage: en\nkind: speech\nspeaker: ida-lund\n"
    return found


def samples(corpus: Corpus, count: int) -> Iterator[Sample]:
    """Yield selections of all texts: quotations, runs of words, and runs of characters, in one part or two."""
    chance = random.Random(21)  # noqa: S311 - the same selections each time
    sources = [*corpus.sources.values(), *[corpus.sources["traps"]] * 8, *[corpus.sources["speech"]] * 2]
    speakers = {name: party for party, about in corpus.parties.items() for name in about.speakers}
    for _ in range(count):
        source = chance.choice(sources)
        spans = [one_span(source, chance)]
        if chance.random() < 0.3:
            spans.append(one_span(source, chance))
            if chance.random() < 0.9:
                spans.sort()
        speaker = chance.choice([None, *speakers])
        own = speakers.get(speaker or "") if chance.random() < 0.9 else None
        party = own or chance.choice(["harbour-council", "islanders", "night-line", "crews"])
        kind = chance.choice([Kind.QUOTE, Kind.QUOTE, Kind.REPORTED, Kind.ASSESSMENT])
        yield Sample(source, tuple(spans), kind, party, speaker if kind is Kind.QUOTE else None)


def one_span(source: Source, chance: random.Random) -> Span:
    """Return a quotation, a run of words, or a run of characters."""
    text = source.article.text
    quoted = quotations(source.article)
    if quoted and chance.random() < 0.3:
        return chance.choice(quoted).span
    start = chance.randrange(len(text) - 40)
    if quoted and chance.random() < 0.5:
        start = chance.choice(quoted).span.start + chance.choice([0, 0, 3, 5, 9])
    end = min(len(text), start + chance.randrange(2, 90))
    if chance.random() < 0.9:  # whole words
        start = text.rfind(" ", 0, start) + 1
        end = (text.find(" ", end) + 1 or len(text) + 1) - 1
    return Span(start, end)


def block_of(sample: Sample) -> tuple[str, bool]:
    """Return the evidence to write, and whether the gate finds it; words that are refused are written as they are."""
    spans = trimmed(sample.source.article, sample.spans)
    block = write_block(sample.source.article, sample.kind, spans, sample.speaker)
    if isinstance(block, Block):
        return block.yaml, True
    words = ", ".join(yaml_text(sample.source.article.text[slice(*span)]) for span in spans)
    speaker = f"\n  speaker: {sample.speaker}" if sample.speaker else ""
    return f"- source: {sample.source.id}\n  {sample.kind}: [{words}]{speaker}", False


def checked(found: list[Sample]) -> tuple[Examined, list[tuple[str, range]]]:
    """Check a project with each selection as evidence of a position; return the file and lines of each selection too."""
    project = files()
    written: dict[str, list[str]] = {}
    places = []
    for sample in found:
        path = f"briefings/boats/positions/{sample.party}.yml"
        head = f"party: {sample.party}\npositions:\n- issue: boats\n  amount: '3'\n  as_of: 2031-03-04\n"
        head += "  statement: The Lantern reports it.\n  evidence:\n  - {source: lantern-2031-03-04, reported: would come first}"
        lines = written.setdefault(path, head.splitlines())
        block = block_of(sample)[0].splitlines()
        places.append((path, range(len(lines) + 1, len(lines) + 1 + len(block))))
        lines += [f"  {line}" for line in block]
    project |= {path: "\n".join([*lines, ""]).encode() for path, lines in written.items()}
    return examine(project, today=TODAY), places


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    """Return the texts and parties of the project."""
    return examine(files(), today=TODAY).content.corpus


def verdicts_on(sample: Sample, corpus: Corpus) -> Sequence[Verdict]:
    """Return what is said about a selection."""
    return judge(
        sample.source, corpus, sample.spans, kind=sample.kind, party=sample.party, speaker=sample.speaker
    )


@pytest.mark.slow
def test_a_selection_is_judged_as_the_whole_check_judges_its_evidence(corpus: Corpus) -> None:
    seen: set[str] = set()
    every = list(samples(corpus, 480))
    for at in range(0, len(every), 60):  # of a file with many errors, only some are reported
        batch = every[at : at + 60]
        examined, places = checked(batch)
        for sample, (path, lines) in zip(batch, places, strict=True):
            verdicts = verdicts_on(sample, corpus)
            own = [d for d in examined.diagnostics if d.location.file == path and d.location.line in lines]
            says_error = any(verdict.level is Level.ERROR for verdict in verdicts)
            case = ([sample.source.article.text[slice(*span)] for span in sample.spans], verdicts, own)
            _, is_found = block_of(sample)
            if is_found:
                assert says_error == any(d.severity is Severity.ERROR for d in own), case
                assert {verdict.code for verdict in verdicts} & COMPARED == {
                    d.code for d in own
                } & COMPARED, case
            else:  # the check refuses the words, or finds them in another place than the one that was selected
                assert says_error, case
            seen |= {verdict.code for verdict in verdicts}
    assert seen >= COMPARED | {CODES[Finding.CUTS_WORD], CODES[Finding.SPEAKER_OF_ANOTHER]}


def test_every_selection_that_is_offered_can_be_evidence(corpus: Corpus) -> None:
    offers = [
        (sample.source, offer.spans, offer.kind or sample.kind)
        for sample in samples(corpus, 300)
        for verdict in verdicts_on(sample, corpus)
        for offer in verdict.offers
        if offer.spans is not None
    ]
    assert len(offers) > 100
    assert [offer for offer in offers if not isinstance(selected_evidence(*offer), Block)] == []
