"""How much each party is heard, in words: a row for each party, and one for each who speaks for it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from generator.analysis.treatment import Treatment, Voice
from generator.content.model import Kind
from generator.language import capital
from generator.site.pages import links
from generator.site.pages.page import Target
from generator.site.pages.views import KIND_SHORT, Views


@dataclass(frozen=True)
class TreatmentView:
    """A party: its counts as (heading, number), and from when its evidence is."""

    party: str
    target: Target
    counts: tuple[tuple[str, str], ...]
    oldest: str
    newest: str


@dataclass(frozen=True)
class VoiceView:
    """Somebody whose words are on record."""

    party: str
    target: Target
    name: str
    role: str
    quoted: str
    reported: str


def treatment_context(views: Views) -> Mapping[str, Any]:
    """Give what `treatment.html.jinja` and `voices.html.jinja` need."""
    counted = views.analysis.treatment
    return {
        "treatment": [_party(views, one) for one in counted],
        "voices": [view for one in counted for view in _voices(views, one)],
    }


def _party(views: Views, one: Treatment) -> TreatmentView:
    say, number = views.language.say, views.language.number
    none = say("not recorded") if one.passages else say("none")
    issues = len(views.briefing.about.issues)
    return TreatmentView(
        views.site.corpus.parties[one.party].label,
        links.party_page(one.party),
        (
            (say("Issues with a position"), say("%(num)s of %(all)s", num=one.positions, all=issues)),
            *((capital(say(KIND_SHORT[kind])), number(one.passages.get(kind, 0))) for kind in Kind),
            (say("Words quoted"), number(one.words)),
            (say("Sources"), number(one.sources)),
            (say("Independent sources"), number(one.independent)),
        ),
        views.date(one.oldest) or none,
        views.date(one.newest) or none,
    )


def _voices(views: Views, one: Treatment) -> Iterator[VoiceView]:
    party, number = views.site.corpus.parties[one.party], views.language.number
    for voice in one.voices or (Voice(None, 0, 0),):
        nobody = not voice.quoted and not voice.reported
        name, role = _named(views, one.party, voice)
        yield VoiceView(
            party.label,
            links.party_page(one.party),
            views.language.say("nobody quoted or reported") if nobody else name,
            role,
            number(voice.quoted),
            number(voice.reported),
        )


def _named(views: Views, party: str, voice: Voice) -> tuple[str, str]:
    """Give the name and the role that the editors recorded; a role is never guessed."""
    say, speakers = views.language.say, views.site.corpus.parties[party].speakers
    if voice.speaker is None:
        return say("no speaker named"), ""
    speaker = speakers.get(voice.speaker)
    return (speaker.name, speaker.role or say("not recorded")) if speaker else (voice.speaker, "")
