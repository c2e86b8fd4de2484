"""What a page says, in a sentence or two for search engines and previews of links: its summary, not its question."""

from collections.abc import Iterable

from generator.content.model import Party, Source
from generator.escape import shown
from generator.language import Language, capital, sentences, shortened, small
from generator.site.pages.labels import LABELS
from generator.site.pages.results import ResultView
from generator.site.pages.views import Views

_MOST = 300  # characters


def briefing_description(views: Views) -> str:
    """Return where it stands."""
    return _cut([views.summary])


def issue_description(views: Views, name: str) -> str:
    """Return each proposition of an issue with its result, and how many positions the result rests on."""
    issue = views.about.issues[name]
    texts: list[str] = []
    for found in views.analysis.results:
        if found.issue == name:
            view, proposition = ResultView(views, found), issue.propositions.get(found.proposition)
            texts.append(proposition.text if proposition else issue.question)
            texts.append(": ".join(filter(None, (view.words, view.counted))))
    return _cut(texts)


def party_description(language: Language, party: Party, briefings: Iterable[Views]) -> str:
    """Return who a party is, and how many positions it has in how many briefings, if any."""
    answers = [
        [
            answer
            for row in views.analysis.matrix
            for cell in row.cells
            if views.site.corpus.parties[cell.party] is party
            for _, answer in cell.stances
            if answer.counts
        ]
        for views in briefings
    ]
    who = f"{party.name}, {small(language.say(LABELS.party_kinds[party.kind]))}"
    if not any(answers):
        return _cut([who, language.say("No position found")])
    positions = language.count("%(num)s position", "%(num)s positions", sum(map(len, answers)))
    number = language.count("%(num)s briefing", "%(num)s briefings", sum(map(bool, answers)))
    return _cut(
        [
            who,
            language.say(
                "%(positions)s in %(briefings)s, with the exact words of the sources",
                positions=positions,
                briefings=number,
            ),
        ]
    )


def source_description(language: Language, source: Source, title: str) -> str:
    """Return the title of a page of a source, and the publisher and the date of the source."""
    about = source.about
    date = language.date(about.published) if about.published else language.say("date not recorded")
    return _cut([title, capital(", ".join(filter(None, (about.publisher, date))))])


def _cut(texts: Iterable[str]) -> str:
    return shortened(shown(sentences(texts)), _MOST)
