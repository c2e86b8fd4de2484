"""What an editor decides about an article that came in, read from the form of its review."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from generator.content.model import ONE_VOICE, Corpus, Publish, Source, SourceKind
from generator.content.model.values import Date, Language, Text, Url
from generator.desk.visit import Visit
from generator.edit.articles.joining import with_joined
from generator.edit.articles.review import Review
from generator.edit.error import EditError
from generator.edit.names import find_name, free_id
from generator.edit.new.source import free_likely_id, stored_before
from generator.edit.parse_value import parse_value

KEEP, STRIKE = "keep", "strike"
KINDS: Mapping[str, Any] = {
    "title": Text,
    "publisher": Text,
    "byline": Text,
    "published": Date,
    "language": Language,
    "url": Url,
    "retrieved": Date,
    "origin": Text,
    "rights": Text,
    "publish": Publish,
    "kind": SourceKind,
}
"""The fields with one value, in the order of the form."""
_REQUIRED = ("title", "language")


@dataclass(frozen=True)
class ArticleForm:
    """The review of an article and the fields of its form as they were typed; those that were found, before it is sent.

    `lines` has “keep” or “strike” by the number of the line, and `joined` the lines that go on with the one above.
    `errors` is filled by `details` and `name`: what is wrong, by field.
    """

    visit: Visit
    review: Review
    values: Mapping[str, str]
    lines: Mapping[int, str] = field(default_factory=dict)
    joined: frozenset[int] = frozenset()
    parties: tuple[str, ...] = ()
    errors: dict[str, str] = field(default_factory=dict)

    @classmethod
    def found(cls, visit: Visit, review: Review) -> "ArticleForm":
        """Return the form before an editor has typed anything."""
        values = {key: review.best(key) for key in KINDS}
        last = last_of_publisher(visit.project.corpus, values["publisher"])
        values |= {
            "kind": values["kind"] or SourceKind.ARTICLE,
            "language": values["language"] or ("en" if review.is_plain else ""),
            "rights": (last.about.rights or "") if last else "",
            "publish": last.about.publish if last else Publish.EXCERPT,
        }
        return cls(visit, review, {**values, "id": "", "speaker": ""})

    @classmethod
    def sent(cls, visit: Visit, review: Review) -> "ArticleForm":
        """Return the form as an editor sent it. What is not in it, or has no place in this article, is left out."""
        form = visit.request.form
        numbers = {str(number): number for number in range(1, len(review.converted.lines) + 1)}
        sent = {key.removeprefix("line-"): text for key, text in form.items() if key.startswith("line-")}
        return cls(
            visit,
            review,
            {key: visit.form(key).strip() for key in (*KINDS, "id", "speaker")},
            {
                numbers[name]: text
                for name, text in sent.items()
                if name in numbers and text in (KEEP, STRIKE)
            },
            frozenset(numbers[each] for each in form.getlist("join") if each in numbers),
            tuple(form.getlist("party")),
        )

    @property
    def struck(self) -> frozenset[int]:
        """Return the numbers of the lines that are left out."""
        return frozenset(number for number, text in self.lines.items() if text == STRIKE)

    @property
    def undecided(self) -> tuple[int, ...]:
        """Return the numbers of the doubtful lines for which nobody has decided."""
        return tuple(number for number in self.review.doubtful if number not in self.lines)

    @cached_property
    def result(self) -> tuple[Review, frozenset[int]]:
        """The review as it is stored, and the lines that are struck in it."""
        return with_joined(self.review, self.struck, self.joined)

    @property
    def suggested_id(self) -> str:
        """Return the identifier that is taken if none is typed; empty if none can be made."""
        stem = Path(self.review.incoming.name).stem
        return free_likely_id(self.visit.project, self.values["title"], self.values["published"], stem)

    def check(self) -> tuple[str, dict[str, str]]:
        """Return the identifier and the details of the new source. What is wrong is in `errors` then, by field."""
        details = {key: self._value(key) for key in KINDS}
        kind = details["kind"]
        details |= {"kind": "" if kind == SourceKind.ARTICLE else kind, **self._voice(kind)}
        self._check_text()
        return self._id(), details

    def _value(self, key: str) -> str:
        text = self.values[key]
        if not text:
            if key in _REQUIRED:
                self.errors[key] = self.visit.say("This is needed.")
            return ""
        try:
            return parse_value(KINDS[key], text)
        except EditError as error:
            self.errors[key] = str(error)
            return ""

    def _id(self) -> str:
        name = self.values["id"] or self.suggested_id
        if not name:
            self.errors["id"] = self.visit.say("No identifier can be made of the title. Write one.")
            return ""
        taken = {path.rpartition("/")[2].rpartition(".")[0] for path in self.visit.project.files if path.startswith("seeds/")}  # fmt: skip
        try:
            return free_id("source", name, taken)
        except EditError as error:
            self.errors["id"] = str(error)
            return ""

    def _voice(self, kind: str) -> dict[str, str]:
        """Return whose own words the text is, if its kind has such a voice."""
        if kind not in {*ONE_VOICE, SourceKind.INTERVIEW}:
            return {}
        parties = self.visit.project.corpus.parties
        party, _, speaker = self.values["speaker"].partition("/")
        try:
            chosen = [find_name("party", each, parties) for each in self.parties]
            if speaker:
                find_name("speaker", speaker, parties[find_name("party", party, parties)].speakers)
        except EditError as error:
            self.errors["party"] = str(error)
            return {}
        if speaker:
            if chosen not in ([], [party]):
                self.errors["party"] = self.visit.say(
                    "The speaker belongs to another party. Choose the speaker, or the parties, not both."
                )
            return {"party": party, "speaker": speaker}
        if len(chosen) > 1:
            return {"parties": ",".join(chosen)}
        return {"party": chosen[0]} if chosen else {}

    def _check_text(self) -> None:
        """Say what is wrong with the lines: none is left, a doubtful one is not decided, or the text is stored already."""
        review, struck = self.result
        if len(struck) == len(review.converted.lines):
            self.errors["lines"] = self.visit.say(
                "Nothing of the text would be left. Keep at least one line."
            )
            return
        if self.undecided:
            self.errors["lines"] = self.visit.language.count(
                "%(num)s marked line is not decided. Keep it or strike it.",
                "%(num)s marked lines are not decided. Keep them or strike them.",
                len(self.undecided),
            )
        if review.asks_for_encoding and not self.visit.form("encoding_ok"):
            self.errors["encoding"] = self.visit.say("Say whether all characters are right.")
        if not self.values["id"] and (stored := stored_before(self.visit.project, review, struck)):
            more = self.visit.say("If another publisher has the same text, give this source an identifier.")
            self.errors["id"] = f"{stored} {more}"


def last_of_publisher(corpus: Corpus, publisher: str) -> Source | None:
    """Return the newest source of a publisher; None if there is none."""
    own = [source for source in corpus.sources.values() if publisher and source.about.publisher == publisher]
    return max(own, key=lambda source: (str(source.about.published or ""), source.id), default=None)
