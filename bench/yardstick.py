"""A fixed site of Markdown that plain MkDocs builds: what our own builds are compared with.

It has what our generated pages had when the goals were set: 52 KB a page on average, few of them large, 87 % of the bytes
in blocks of HTML, most others in front matter, and labels that the search leaves out. Plain MkDocs needed about as long for
both. The recipe shares nothing with our pages, so it stays the same when they change.
"""

import random
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from bench.made import seeded
from bench.prose import STYLES, Writer, capitalised

HTML_SHARE = 0.87
# The sizes of pages in KB, from the first page on and then again: of 24 pages, 14 sources, 7 issues, two overviews and an index.
_SIZES = (2, 350, *(15,) * 7, *(42,) * 4, 350, *(15,) * 7, *(42,) * 3)
_SECTIONS = 5  # of a page
_FRONT_MATTER = 0.1  # of a page
_POOL = 400  # different sentences
_CARD = """\
<article class="card card-position card-{verb}" id="card-{number}" data-page="page-{other:05}" data-date="2025-11-{day:02}">
  <header class="card-head"><a class="card-source" href="../page-{other:05}/#card-1" title="Go to the source">{first}</a>\
 <b class="card-stance stance-{verb}" title="Stance">{verb}</b></header>
  <blockquote class="card-quote" lang="en" dir="auto"><p class="card-words card-{noun}">{quote}</p></blockquote>
  <dl class="card-facts" data-search-exclude="1"><div class="fact fact-kind"><dt class="fact-name">Kind</dt>\
<dd class="fact-value" title="Kind of words">{noun}</dd></div></dl>
  <p class="card-foot" data-search-exclude="1"><a class="card-link" href="#card-{number}" aria-label="Link to this card">{number}</a></p>
</article>
"""
_SETTINGS = """\
site_name: Yardstick
theme: {name: material, font: false}
plugins: [search]
markdown_extensions: [admonition, attr_list, def_list, tables, {toc: {permalink: "#"}}]
nav: [index.md]
validation: {nav: {omitted_files: ignore}}
"""


class Written(NamedTuple):
    """What was written: the number of pages, their bytes, and how many of these are in blocks of HTML if that is known."""

    pages: int
    size: int
    html: int = 0


def write_yardstick(folder: Path, pages: int) -> Written:
    """Write a MkDocs site of `pages` pages into `folder`, which is made if it does not exist."""
    writer = Writer(seeded(), STYLES[0])
    sentences = [f"{capitalised(writer.clause())}." for _ in range(_POOL)]
    docs = folder / "docs"
    docs.mkdir(parents=True)
    (folder / "mkdocs.yml").write_text(_SETTINGS, encoding="utf-8")
    size = html = 0
    for number in range(pages):
        blocks = list(_page(writer.chance, sentences, number, pages))
        text = "\n".join(blocks)
        size += len(text.encode())
        html += sum(len(block.encode()) for block in blocks if block.startswith("<"))
        name = f"page-{number:05}.md" if number else "index.md"
        (docs / name).write_text(text, encoding="utf-8")
    return Written(pages, size, html)


def _page(chance: random.Random, sentences: list[str], number: int, pages: int) -> Iterator[str]:
    """Yield the blocks of a page, each with a line break at its end: front matter, then prose and HTML in turn."""
    size = _SIZES[number % len(_SIZES)] * 1000
    summary = _sentences(chance, sentences, size * _FRONT_MATTER)
    yield "---\nsummary: |\n" + "".join(f"  {sentence}\n" for sentence in summary) + "---\n"
    yield f"# {chance.choice(sentences)}\n"
    section = size / _SECTIONS
    html = 0.0  # characters still to write
    card = 0
    for part in range(1, _SECTIONS + 1):
        yield f"## Section {part}\n"
        for sentence in _sentences(chance, sentences, section * (1 - HTML_SHARE - _FRONT_MATTER)):
            first, _, others = sentence.partition(" ")
            yield f"**{first}** {others}\n"
        html += section * HTML_SHARE
        cards = []
        while html > 0:
            card += 1
            cards.append(_card(chance, sentences, card, pages))
            html -= len(cards[-1])
        yield f"<section>\n{''.join(cards)}</section>\n"


def _sentences(chance: random.Random, sentences: list[str], size: float) -> Iterator[str]:
    """Yield sentences of together about `size` characters."""
    while size > 0:
        sentence = chance.choice(sentences)
        size -= len(sentence)
        yield sentence


def _card(chance: random.Random, sentences: list[str], number: int, pages: int) -> str:
    first, verb, *_, noun = chance.choice(sentences).rstrip(".").split()
    other = chance.randrange(1, max(2, pages))
    day = chance.randint(1, 30)
    return _CARD.format(
        number=number, other=other, first=first, verb=verb, noun=noun, quote=chance.choice(sentences), day=day
    )
