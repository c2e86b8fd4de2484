"""Whose words a passage or a source is, in words for readers: names and roles as they were at the time."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.content.model import Evidence, Kind, PartialDate, Party, Source, SourceKind
from generator.content.model.attribution import date_of_words, joint_parties, speaker_of, speaker_of_source
from generator.language import Language
from generator.site.pages.labels import LABELS
from generator.site.site import Site


@dataclass(frozen=True)
class Attribution:
    """Whose words a passage is: what kind of words they are, a lead, a name, and what is known about whoever has the name."""

    kind: str
    lead: str
    name: str
    details: tuple[str, ...]


def attribution(site: Site, language: Language, party: str, evidence: Evidence) -> Attribution:
    """Return whose words evidence for a position of `party` is."""
    say, parties = language.say, site.corpus.parties
    kind = say(LABELS.kinds[evidence.kind])
    if evidence.kind is Kind.ASSESSMENT:
        return Attribution(kind, say("The source’s own view; "), say("not a statement by a party"), ())
    source, own = site.corpus.sources[evidence.source], evidence.kind is Kind.QUOTE
    date, together = date_of_words(source, evidence), joint_parties(source, evidence)
    if own and together:
        kind = say("Joint words of %(parties)s", parties=joined(language, _labels(site, together, date)))
    lead = "" if own else say("The source about ")
    if speaks := speaker_of(site.corpus, party, evidence):
        details = [speaks.speaker.role_on(date)]
        if speaks.party != party:
            details.append(parties[speaks.party].named_on(date).label)
            if party not in together or speaks.party not in together:
                details.append(say("for %(party)s", party=parties[party].named_on(date).label))
        elif parties[party].named_on(date) is not parties[party]:
            details.append(dated_name(language, parties[party], date))
        return Attribution(kind, lead, speaks.speaker.name, tuple(filter(None, details)))
    if together:
        names = joined(language, _labels(site, together, date))
        return Attribution(kind, lead, names, (say("no speaker named"),))
    if own and (member := _member(site, party, source)):
        name = dated_name(language, parties[member], date)
        bloc = say("for %(party)s", party=parties[party].named_on(date).label)
        return Attribution(kind, lead, name, (bloc,))
    if own:
        name = dated_name(language, parties[party], date)
        return Attribution(kind, lead, name, (say("in its own name, no speaker named"),))
    return Attribution(kind, lead, parties[party].named_on(date).label, (say("no speaker named"),))


def speaker_name(site: Site, language: Language, party: str | None, evidence: Evidence) -> str:
    """Return who says a passage, by name, or the parties that say it together; empty if nobody is named."""
    source = site.corpus.sources[evidence.source]
    if party:
        speaks = speaker_of(site.corpus, party, evidence)
    else:
        is_own = evidence.kind is Kind.QUOTE and source.voices
        speaks = speaker_of_source(site.corpus, source) if is_own else None
    if speaks:
        return speaks.speaker.name
    together = joint_parties(source, evidence)
    return joined(language, _labels(site, together, date_of_words(source, evidence)))


def source_kind(language: Language, source: Source) -> str:
    """Return what a source is, such as `speech`; empty for an article, as most sources are."""
    if source.about.kind is SourceKind.ARTICLE:
        return ""
    return language.say(LABELS.source_kinds[source.about.kind])


def _member(site: Site, party: str, source: Source) -> str | None:
    """Return the member of a bloc whose own words a source is; None if it is nobody's, or not a member's."""
    voices = (voice.party for voice in source.voices if voice.party)
    return next((name for name in voices if party in site.corpus.parties[name].part_of), None)


def voice(site: Site, language: Language, source: Source) -> str:
    """Return whose own words a source is, or who answers in it: names with their roles; empty if that is not recorded."""
    about, date = source.about, source.about.published
    names = about.parties or ((about.party,) if about.party else ())
    labels = joined(language, _labels(site, names, date))
    speaks = speaker_of_source(site.corpus, source)
    if speaks is None:
        return labels
    own = site.corpus.parties[speaks.party].named_on(date).label
    details = [speaks.speaker.name, speaks.speaker.role_on(date), own]
    if names and names != (speaks.party,):
        details.append(language.say("for %(party)s", party=labels))
    return ", ".join(filter(None, details))


def joined(language: Language, names: Sequence[str]) -> str:
    """Return names as a list in words: `A, B and C`."""
    if len(names) < 2:  # noqa: PLR2004 - nothing to join
        return "".join(names)
    return language.say("%(names)s and %(last)s", names=", ".join(names[:-1]), last=names[-1])


def dated_name(language: Language, party: Party, date: PartialDate | None) -> str:
    """Return the full name that a party had on a date; an earlier name with the label of today."""
    named = party.named_on(date)
    if named is party:
        return party.name
    return language.say("%(earlier)s, now %(name)s", earlier=named.name, name=party.label)


def _labels(site: Site, parties: Iterable[str], date: PartialDate | None) -> list[str]:
    return [site.corpus.parties[party].named_on(date).label for party in parties]
