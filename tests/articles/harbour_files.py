"""Files that the texts of the harbour example were made from: saved pages, PDF, Word files, mails and plain text.

Each has what such files have around a text: menus, a note on cookies, captions, links to other articles, page heads and footnotes.
`python -m tests.articles.harbour_files` writes the originals of the example again.
"""

import datetime as dt
import html
import textwrap
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from email.message import EmailMessage
from email.policy import SMTP
from functools import partial

from generator.content.files import ORIGINALS, read_files
from generator.content.load import load
from generator.content.model import Source
from tests.articles.pdf_files import Made, body, quoted
from tests.articles.word_files import core, note_mark, notes, paragraph, styled, word_file
from tests.building import HARBOUR

_CAPTION = "The ferry quay of Halmsund on a winter morning, before the first boats. Photo: J. Moe"
_COOKIES = "We use cookies to remember you and to count our readers. You can change your choice at any time."
_OTHERS = (
    ("Library opens a room for night owls", "Readers may stay until midnight from April."),
    ("Fish market moves to the south quay", "The hall will be painted in summer."),
    ("Island school wins the boat race", "Forty pupils rowed against the wind."),
)
_MENU = ("Home", "Town", "Islands", "Ferries", "Sport", "Letters", "Tides", "Sign in")
_STYLE = "body{font:1rem/1.5 serif;margin:0}nav a{padding:.5em}.cookies{position:fixed;bottom:0}"


@dataclass(frozen=True)
class Text:
    """A text of a paper: its paragraphs, and what the paper says about it."""

    paragraphs: Sequence[str]
    title: str
    publisher: str
    published: str
    url: str
    language: str = "en"

    @classmethod
    def of(cls, source: Source) -> "Text":
        """Return a text that is stored already."""
        about, article = source.about, source.article
        return cls(
            tuple(article.text[part.start : part.end] for part in article.paragraphs),
            about.title,
            about.publisher or "",
            str(about.published),
            str(about.url or f"https://example.org/{source.id}"),
            about.language,
        )


def saved_page(text: Text) -> bytes:
    """Return the page as a browser saves it: “Web page, HTML only”."""
    article = "\n".join(f"<p>{html.escape(line, quote=False)}</p>" for line in text.paragraphs)
    others = "\n".join(
        f'<li><a href="/{number}"><h3>{head}</h3></a><p>{line}</p></li>'
        for number, (head, line) in enumerate(_OTHERS)
    )
    title, publisher = html.escape(text.title), html.escape(text.publisher)
    return f"""<!DOCTYPE html>
<html lang="{text.language}">
<head>
<meta charset="utf-8">
<title>{title} | {publisher}</title>
<link rel="canonical" href="{text.url}">
<meta property="og:type" content="article">
<meta property="og:title" content="{title}">
<meta property="og:site_name" content="{publisher}">
<meta property="article:published_time" content="{text.published}T06:30:00+01:00">
<style>{_STYLE}</style>
<script>window.tides = {{"quay": "ferries", "high": ["02:10", "14:35"]}};</script>
</head>
<body>
<header><a href="/">{publisher}</a><nav><ul>{"".join(f'<li><a href="/{item.lower()}">{item}</a></li>' for item in _MENU)}</ul></nav></header>
<main>
<article>
<h1>{title}</h1>
<p class="dateline"><time datetime="{text.published}T06:30:00+01:00">{text.published}</time></p>
<figure><img src="quay.jpg" alt="The ferry quay"><figcaption>{_CAPTION}</figcaption></figure>
{article}
</article>
<aside class="related"><h2>Read more</h2><ul>
{others}
</ul></aside>
</main>
<footer><p>© 2031 {publisher}. All rights reserved.</p><p><a href="/imprint">Imprint</a> <a href="/privacy">Privacy</a></p></footer>
<div class="cookies" role="dialog"><p>{_COOKIES}</p><button>Accept all</button><button>Choose</button></div>
</body>
</html>
""".encode()


def single_file(text: Text) -> bytes:
    """Return the page as the browser extension SingleFile saves it: with its address in a comment, and pictures in the file."""
    page = saved_page(text).decode()
    note = f"<!--\n Page saved with SingleFile \n url: {text.url} \n saved date: Wed Mar 05 2031 09:12:44 GMT+0100\n-->"
    pixel = "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5CYII="
    page = page.replace('<html lang="en">', f'<html lang="en">{note}').replace("quay.jpg", pixel)
    return page.replace(
        f"<script>{page.partition('<script>')[2].partition('</script>')[0]}</script>", ""
    ).encode()


def pdf_file(
    text: Text, *, columns: int = 1, height: float = 9, first_page: int = 1, note: str = ""
) -> bytes:
    """Return the text as a PDF file with pages of `height` centimetres, page heads, numbers from `first_page`, words parted at line ends, and perhaps a footnote."""
    head, last = body(text.paragraphs[:-1]), quoted(text.paragraphs[-1])
    footnote = f"#footnote[{quoted(note)}]" if note else ""
    source = f"""#set document(title: {quoted(text.title)[1:]}, date: none)
#set page(width: 15cm, height: {height}cm, margin: 1.6cm, columns: {columns}, numbering: "1", header: {quoted(text.publisher)[1:]})
#set par(justify: true)
#set text(lang: "{text.language}", size: 9pt, hyphenate: true)
#counter(page).update({first_page})
#place(top, float: true, scope: "parent", text(16pt)[{quoted(text.title)}])

{head}{footnote}

{last}
"""
    return Made(source, text.paragraphs).pdf()


def docx_file(text: Text, *, note: str = "") -> bytes:
    """Return the text as a Word file with a title, a page head, and perhaps a footnote."""
    first, *rest = text.paragraphs
    lines = [paragraph(first, *([note_mark("footnote", 1)] if note else [])), *map(paragraph, rest)]
    parts = {"header1": paragraph(text.publisher), **({"footnotes": notes("footnote", note)} if note else {})}
    properties = core(title=text.title, language=text.language)
    return word_file(styled("Title", text.title), *lines, parts=parts | {"docProps/core.xml": properties})


def mail(text: Text) -> bytes:
    """Return the text as a letter to subscribers, with lines cut at 72 characters and a signature."""
    letter = EmailMessage(policy=SMTP)
    letter["From"] = f"{text.publisher} <letter@example.org>"
    letter["To"] = "desk@harbour.example"
    letter["Subject"] = text.title
    letter["Date"] = f"{_day(text.published)} 06:30:00 +0100"
    letter["Message-ID"] = "<1@example.org>"
    letter["Organization"] = text.publisher
    signature = f"-- \n{text.publisher}\nUnsubscribe: https://example.org/letters\n"
    letter.set_content(f"{_cut(text.paragraphs)}\n\n{signature}", charset="utf-8", cte="quoted-printable")
    return letter.as_bytes()


def windows_text(text: Text) -> bytes:
    """Return the text in Windows-1252, with the line ends of Windows and an empty line between paragraphs."""
    return "\r\n\r\n".join(text.paragraphs).encode("windows-1252") + b"\r\n"


def cut_text(text: Text) -> bytes:
    """Return the text with its lines cut at 72 characters."""
    return f"{_cut(text.paragraphs)}\n".encode()


def _cut(paragraphs: Sequence[str]) -> str:
    return "\n\n".join(
        textwrap.fill(line, 72, break_long_words=False, break_on_hyphens=False) for line in paragraphs
    )


def _day(published: str) -> str:
    return dt.date.fromisoformat(published).strftime("%a, %d %b %Y")


Make = Callable[[Text], bytes]
EXAMPLE: Mapping[str, tuple[str, Make]] = {
    "lantern-2031-03-04": ("html", saved_page),
    "lantern-2031-06-11": ("eml", mail),
    "council-2031-05-20": ("pdf", partial(pdf_file, height=6.5, first_page=4)),
    "lund-2031-01-15": ("docx", docx_file),
    "hafenbote-2031-05-20": ("txt", windows_text),
    "brandt-2031-06-05": ("html", single_file),
    "timetable-2031-06-10": (
        "pdf",
        partial(pdf_file, columns=2, height=7, note="Times may change in a storm."),
    ),
}
"""The sources of the example that were made from another file: the ending of the file, and what makes it."""


def main() -> None:
    """Write the originals of the example."""
    corpus, _ = load(read_files(HARBOUR)[0])
    for name, (ending, make) in EXAMPLE.items():
        (HARBOUR / ORIGINALS / f"{name}.{ending}").write_bytes(make(Text.of(corpus.sources[name])))


if __name__ == "__main__":
    main()
