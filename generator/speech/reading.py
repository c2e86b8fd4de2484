"""What a source and parties.yml together say, kept as long as neither changes: an editor asks about one text again and again."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from generator.content.model import Corpus, Party, Source
from generator.speech.attribution import Attribution
from generator.speech.name import Name, Person
from generator.speech.named_speakers import NamedSpeakers
from generator.speech.names import names, people
from generator.speech.surroundings import Surroundings
from generator.speech.words import language_words


@dataclass(frozen=True)
class Reading:
    """A source as parties.yml lets it be read."""

    source: Source
    parties: Mapping[str, Party]

    @cached_property
    def known(self) -> Sequence[Person]:
        """Everybody in parties.yml."""
        return people(self.parties)

    @cached_property
    def speakers(self) -> Mapping[str, Person]:
        """The speakers of parties.yml, by identifier."""
        return {person.speaker: person for person in self.known if person.speaker}

    @cached_property
    def attribution(self) -> Attribution:
        """Who says what in the text."""
        return Attribution(self.source, self.known, self.parties, NamedSpeakers(self.known))

    @cached_property
    def names(self) -> Sequence[Name]:
        """The names in the text, in order."""
        return names(self.source.article, self.known, language_words(self.source.about.language))

    @cached_property
    def surroundings(self) -> Surroundings:
        """What is around each passage."""
        return Surroundings.of(self.source.article)


def reading_of(source: Source, corpus: Corpus) -> Reading:
    """Return how to read `source`. The article keeps it, for the same details of the source and the same parties."""
    results = source.article.results
    found = results.get(reading_of)
    if not (
        isinstance(found, Reading) and found.source.about is source.about and found.parties is corpus.parties
    ):
        found = results[reading_of] = Reading(source, corpus.parties)
    return found
