"""The review of an article that came in: which lines belong to it, what it is, and who speaks in it; then it is stored."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from werkzeug.wrappers import Response

from generator.build.settings import keeps_originals
from generator.content.model import Corpus, Publish, SourceKind
from generator.desk.addresses import source_url
from generator.desk.article_form import STRIKE, ArticleForm, last_of_publisher
from generator.desk.reviews import Held, convert
from generator.desk.screens import article
from generator.desk.screens.written import LOOK, will_be_written
from generator.desk.visit import Route, Visit
from generator.diagnostics import Diagnostic
from generator.edit.articles.converted import Line
from generator.edit.articles.review import Review, stored_as
from generator.edit.articles.review_text import label_matches
from generator.edit.articles.text_encoding import title
from generator.edit.error import EditError
from generator.edit.new.source import reviewed_source
from generator.edit.project import Change, Project
from generator.language import N_
from generator.site.repository import SettingsError

PUBLISH = {
    Publish.FULL: N_("the whole text"),
    Publish.EXCERPT: N_("sentences around what is cited"),
    Publish.NONE: N_("the cited words"),
}
KINDS = {
    SourceKind.ARTICLE: N_("article"),
    SourceKind.SPEECH: N_("speech"),
    SourceKind.TRANSCRIPT: N_("transcript"),
    SourceKind.STATEMENT: N_("statement"),
    SourceKind.INTERVIEW: N_("interview"),
    SourceKind.POST: N_("post"),
    SourceKind.DOCUMENT: N_("document"),
}
ENCODINGS = ("utf-8", "windows-1252", "iso-8859-15", "windows-1250", "windows-1251", "koi8-r", "shift_jis", "gb18030", "big5", "euc-kr")  # fmt: skip
_MOST_LISTED = 200


@dataclass(frozen=True)
class Row:
    """A line of the text: its number, its label and its other words, and whom the label names for certain."""

    number: int
    line: Line
    label: str
    words: str
    speaker: str


@dataclass(frozen=True)
class Label:
    """A label at the beginning of paragraphs: how many they are, and the speaker, empty if it names none for certain."""

    text: str
    count: int
    speaker: str

    @property
    def name(self) -> str:
        """Return the name in it, without the sign that ends it."""
        return self.text.rstrip(" .:")


def show(visit: Visit, token: str) -> Response:
    """Show an article that came in, with what was found in it."""
    held = visit.workspace.reviews.get(token)
    if held is None:
        return article.missing(visit)
    return _page(visit, token, held, ArticleForm.found(visit, held.review))


def act(visit: Visit, token: str) -> Response:
    """Store an article, leave it, or show it again with what was typed."""
    held = visit.workspace.reviews.get(token)
    if held is None:
        return article.missing(visit)
    action = visit.form("do")
    if action == "leave":
        visit.workspace.reviews.drop(token)
        return visit.redirect("sources")
    form = ArticleForm.sent(visit, held.review)
    if action in ("strike-marked", "keep-marked"):
        word = action.partition("-")[0]
        lines = {**form.lines, **dict.fromkeys(form.undecided, word)}
        return _page(visit, token, held, replace(form, lines=lines))
    if action == "encoding":
        return _read_again(visit, token, held, form)
    if action in ("save", "read") or visit.form(LOOK):
        return _save(visit, token, held, form)
    return _page(visit, token, held, form)


ROUTES = (
    Route("article-review", "/articles/<token>", show),
    Route("article-review", "/articles/<token>", act, "POST"),
)


def _save(visit: Visit, token: str, held: Held, form: ArticleForm) -> Response:
    name, details = form.check()
    if form.errors:
        return _page(visit, token, held, form, status=422)
    review, struck = form.result
    keeps = _keeps_originals(visit)

    def operation(project: Project) -> Change:
        return reviewed_source(project, name, review, struck, details, keeps_originals=keeps)

    if visit.form(LOOK):
        return will_be_written(visit, operation)
    try:
        visit.workspace.save(visit.say("New source: %(title)s", title=details["title"]), operation)
    except EditError as error:
        return _page(visit, token, held, form, status=422, message=str(error), diagnostics=error.diagnostics)
    visit.workspace.reviews.drop(token)
    if visit.form("do") == "read" and visit.has("read"):
        return visit.redirect("read", source=name)
    return visit.redirect("sources")


def _read_again(visit: Visit, token: str, held: Held, form: ArticleForm) -> Response:
    """Convert an article again, in the encoding that an editor has chosen."""
    try:
        held = replace(held, review=convert(held.review.incoming, visit.form("encoding")))
    except EditError as error:
        return _page(visit, token, held, form, status=422, message=str(error))
    visit.workspace.reviews.put(token, held)
    return _page(visit, token, held, ArticleForm.found(visit, held.review))


def _keeps_originals(visit: Visit) -> bool:
    try:
        return keeps_originals(visit.workspace.root)
    except SettingsError as error:
        raise EditError(f"mkdocs.yml: {error}") from None


def _page(
    visit: Visit,
    token: str,
    held: Held,
    form: ArticleForm,
    *,
    status: int = 200,
    message: str = "",
    diagnostics: tuple[Diagnostic, ...] = (),
) -> Response:
    review, corpus = held.review, visit.project.corpus
    speakers = {
        f"{party}/{speaker}": f"{person.name}, {about.label}"
        for party, about in corpus.parties.items()
        for speaker, person in about.speakers.items()
    }
    rows = _rows(review, _speakers_of_labels(review, corpus, form.values["language"] or "en", speakers))
    stored = stored_as(corpus, review, ())
    publishers = {
        source.about.publisher: last_of_publisher(corpus, source.about.publisher)
        for source in corpus.sources.values()
        if source.about.publisher
    }
    return visit.page(
        "article_review.html.jinja",
        visit.say("An article comes in"),
        "sources",
        status=status,
        token=token,
        held=held,
        review=review,
        form=form,
        rows=rows,
        labels=_labels(rows),
        kinds=KINDS,
        publish=PUBLISH,
        speakers=speakers,
        parties=[(name, party.label) for name, party in corpus.parties.items()],
        publishers=publishers,
        last=last_of_publisher(corpus, review.best("publisher")),
        encodings=sorted({*map(title, ENCODINGS), *filter(None, [review.converted.encoding])}),
        stored=stored,
        stored_url=source_url(visit, stored) if stored else "",
        strike=STRIKE,
        most=_MOST_LISTED,
        message=message,
        diagnostics=diagnostics,
    )


def _speakers_of_labels(
    review: Review, corpus: Corpus, language: str, names: Mapping[str, str]
) -> dict[str, str]:
    """Return the name of the speaker of each label that names one for certain, by `_plain_label`."""
    matches = label_matches(review.converted, corpus, language)
    return {_plain_label(label): names.get(speaker, "") for label, speaker in matches.items()}


def _plain_label(label: str) -> str:
    return label.rstrip(" .:").casefold()


def _labels(rows: Sequence[Row]) -> list[Label]:
    counts = Counter(row.label for row in rows if row.label)
    speakers = {row.label: row.speaker for row in rows}
    return [Label(label, count, speakers[label]) for label, count in counts.items()]


def _rows(review: Review, speakers: Mapping[str, str]) -> list[Row]:
    """Return the lines of the text; `speakers` are those of labels, as `_speakers_of_labels` returns them."""
    rows = []
    labels = sorted(review.converted.labels, key=len, reverse=True)
    for number, line in enumerate(review.converted.lines, 1):
        label = next((each for each in labels if line.text.startswith(each)), "")
        words = line.text[len(label) :]
        if label and words[:1] == ":":
            label, words = f"{label}:", words[1:]
        speaker = speakers.get(_plain_label(label), "")
        rows.append(Row(number, line, label, words.strip() if label else line.text, speaker))
    return rows
