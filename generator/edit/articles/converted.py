"""What a converter makes of a file: its text in paragraphs, what the file says about itself, and what was done to it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from generator.language import N_


class Doubt(StrEnum):
    """Why a line may not belong to the article. The value is what editors read."""

    ONE_EXTRACTOR = N_("only one of two programs takes this for the article")
    NO_EXTRACTOR = N_("neither of two programs takes this for the article, but it stands in it")
    SUMMARY = N_("the page gives this as its own summary, above the text")
    OTHER_ARTICLE = N_("stands in another article on the page")
    TITLE = N_("is the title, which is stored with the details")
    MENU = N_("looks like a menu or a list of links")
    CAPTION = N_("looks like the caption of a picture")
    TEASER = N_("looks like a link to another article")
    COOKIES = N_("looks like a notice about cookies or a subscription")
    SHARING = N_("looks like buttons to share or follow")
    COMMENT = N_("looks like a comment of a reader")
    CREDIT = N_("looks like a line about the author, the agency or the rights")
    PAGE_HEAD = N_("may be the head or foot of a page")
    FOOTNOTE = N_("looks like a footnote")
    TABLE = N_("looks like a row of a table")
    DELETED = N_("a tracked change deletes this")
    REPLY = N_("looks like a quoted mail, or a signature")


@dataclass(frozen=True)
class Line:
    """A paragraph of a converted text, without line ends and with no space at its ends.

    `page` is the page on which it begins, as printed there, or its number in the file; “3–4” if it ends on another page.
    `time` is the time in the recording at which it begins, as evidence writes it.
    """

    text: str
    doubts: tuple[Doubt, ...] = ()
    page: str = ""
    time: str = ""


@dataclass(frozen=True)
class Found:
    """A value that the file gives for a detail of the source, and where in the file it is, such as “meta og:title”."""

    value: str
    where: str


@dataclass(frozen=True)
class Converted:
    """A converted file.

    `details` has the values for each key of a sidecar (title, byline, publisher, published, language, url, kind), best first.
    `steps` says what was done to the text, each in one sentence with its count. `notices` is what an editor must know, such as
    tracked changes. `removed` has the lines that the converter left out as certainly not text, such as the number of each page.
    `joined_words` are those that were parted at the end of a line. `labels` are the labels of speakers, such as “MR REED”.
    `encoding` is that of a file which does not have to say it itself, such as plain text; an editor confirms it if it is guessed.
    `programs` are the names and versions of the libraries that took part.
    """

    format: str
    lines: tuple[Line, ...]
    details: Mapping[str, tuple[Found, ...]] = field(default_factory=dict)
    steps: tuple[str, ...] = ()
    notices: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    joined_words: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    encoding: str = ""
    encoding_is_guessed: bool = False
    programs: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The text as it is stored: paragraphs with an empty line between them."""
        return text_of(self.lines)


def text_of(lines: tuple[Line, ...]) -> str:
    """Return lines as a stored text: one paragraph a line, with an empty line between two, and a line end at the end."""
    return "\n\n".join(line.text for line in lines) + "\n"
