"""Every text of the editors that readers see, with the evidence and the words that it may quote."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.checks.content import Content, Texts
from generator.checks.sentences import Sentence, headings, sentences, texts_of
from generator.content.model import Analysis, Briefing, Party
from generator.content.model.uses import uses


@dataclass(frozen=True, slots=True)
class EditorText:
    """A text of the editors.

    `briefing` is None for texts that all briefings share. In a `label` (a heading, a name or a signed note), marks around a single
    name or term are no quotation. `names` if the text is itself a name; `about_words` if it explains words, and may say that “some
    say” others. `also` are texts whose words it may quote too.
    """

    sentence: Sentence
    briefing: Briefing | None
    label: bool = False
    names: bool = False
    about_words: bool = False
    also: tuple[str, ...] = ()


def editor_texts(content: Content) -> Iterator[EditorText]:
    """Yield the texts of the editors that `content.texts` names, except notes that are never published."""
    if content.texts is not Texts.SHARED:
        for briefing in content.briefings:
            yield from _texts_of_briefing(briefing)
    if content.texts is not Texts.BRIEFINGS:
        yield from _shared_texts(content)


def _shared_texts(content: Content) -> Iterator[EditorText]:
    """Yield the texts that all briefings share, and those about sources."""
    for party in content.corpus.parties.values():
        for sentence in _names(party):
            yield EditorText(sentence, None, label=True, names=True)
    yield from _texts_of_sources(content)
    for name in content.corpus.names.values():
        for sentence in texts_of(name, "note"):
            yield EditorText(
                sentence, None, label=True, about_words=True, also=(name.term, name.prefer or "")
            )
    wording = content.corpus.wording
    words = [(word, (*word.forms, *word.instead)) for word in wording.words]
    allowed = [(entry, (entry.word,)) for entry in wording.allow]
    for entry, forms in (*words, *allowed):
        for sentence in texts_of(entry, "reason"):
            yield EditorText(sentence, None, label=True, about_words=True, also=forms)


def _texts_of_sources(content: Content) -> Iterator[EditorText]:
    for source in content.corpus.sources.values():
        for sentence in texts_of(source.about, "status_note"):
            yield EditorText(sentence, None, label=True, also=(source.article.text,))
        for place in source.about.places:
            for sentence in texts_of(place, "page"):
                yield EditorText(sentence, None, label=True)


def _texts_of_briefing(briefing: Briefing) -> Iterator[EditorText]:
    for sentence in sentences(briefing):
        yield EditorText(sentence, briefing, label=isinstance(sentence.node, Analysis))
    for sentence in headings(briefing):
        yield EditorText(sentence, briefing, label=True)
    for use in uses(briefing):
        evidence = (use.evidence,)
        for sentence in texts_of(use.evidence, "why", evidence=evidence):
            yield EditorText(sentence, briefing)
        for sentence in texts_of(use.evidence, "page", "clause", evidence=evidence):
            yield EditorText(sentence, briefing, label=True)
        if use.evidence.translation:
            for sentence in texts_of(use.evidence.translation, "by", evidence=evidence):
                yield EditorText(sentence, briefing, label=True, names=True)
    for note in briefing.about.analysis:
        for sentence in texts_of(note, "author"):
            yield EditorText(sentence, briefing, label=True, names=True)
    yield from _corrections(briefing)


def _corrections(briefing: Briefing) -> Iterator[EditorText]:
    """Yield the new text and the reason of each correction. What was wrong may be quoted as it was."""
    corrections = briefing.about.corrections
    for correction in corrections:
        for sentence in texts_of(correction, "now"):
            others = tuple(other.was for other in corrections if other is not correction)
            yield EditorText(sentence, briefing, also=others)
        for sentence in texts_of(correction, "reason"):
            yield EditorText(sentence, briefing, label=True, also=tuple(other.was for other in corrections))


def _names(party: Party) -> Iterator[Sentence]:
    """Yield the names of a party and of its speakers, and their offices."""
    yield from texts_of(party, "name", "short")
    for index, alias in enumerate(party.aliases):
        yield Sentence(party, ("aliases", index), alias)
    for earlier in party.earlier_names:
        yield from texts_of(earlier, "name", "short")
    for speaker in party.speakers.values():
        yield from texts_of(speaker, "name", "role")
        for index, alias in enumerate(speaker.aliases):
            yield Sentence(speaker, ("aliases", index), alias)
        for dated in speaker.roles:
            yield from texts_of(dated, "role")
