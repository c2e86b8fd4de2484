"""PDF files in the layouts that papers, reports and press releases have, each with its right text."""

from tests.articles.pdf_files import Made, body, quoted
from tests.articles.pdf_texts import ENGLISH, FRENCH, GERMAN, paragraphs

PLAIN = '#set document(title: "Talks in Geneva", author: "Anna Reed")\n#set text(lang: "en", size: 10pt)\n'
JUSTIFIED = '#set par(justify: true)\n#set text(lang: "en", size: 10pt, hyphenate: true)\n'
INDENTED = "#set par(justify: true, first-line-indent: 1.5em, spacing: 0.65em)\n"
NARROW = "#set page(width: 15cm, height: 17cm, margin: 1.6cm, columns: {})\n"
TWO, THREE = NARROW.format(2), "#set page(columns: 3, margin: 1.5cm)\n#set columns(gutter: 10pt)\n"
TITLE = "Two governments return to Geneva"


def _one_column() -> Made:
    source = PLAIN + f"#text(20pt)[{TITLE}]\n\n" + body(ENGLISH)
    return Made(
        source,
        (TITLE, *ENGLISH),
        details={"title": "Talks in Geneva", "byline": "Anna Reed", "language": "en"},
    )


def _indented_paragraphs() -> Made:
    return Made(JUSTIFIED + INDENTED + body(ENGLISH * 2), ENGLISH * 2)


def _two_columns() -> Made:
    head = f'#place(top, float: true, scope: "parent", text(18pt)[{TITLE}])\n'
    return Made(
        TWO + JUSTIFIED + head + body(ENGLISH), (TITLE, *ENGLISH), details={"title": TITLE, "byline": None}
    )


def _two_columns_with_abstract() -> Made:
    title = "A long title that goes over both of the columns and over two lines of the first page"
    head = f'#place(top, float: true, scope: "parent", [#text(17pt)[{title}]\n\n#pad(x: 2em)[{quoted(ENGLISH[2])}]])\n'
    return Made(
        TWO + JUSTIFIED + INDENTED + head + body(ENGLISH),
        (title, ENGLISH[2], *ENGLISH),
        details={"title": title},
    )


def _three_columns() -> Made:
    return Made(THREE + JUSTIFIED + "#set text(size: 9pt)\n" + body(paragraphs(16)), paragraphs(16))


def _german_words() -> Made:
    source = TWO + JUSTIFIED + '#set text(lang: "de", size: 9pt)\n' + body(GERMAN * 2)
    return Made(source, GERMAN * 2, details={"language": "de"})


def _french_words() -> Made:
    return Made(
        TWO + JUSTIFIED + '#set text(lang: "fr", size: 9pt)\n' + body(FRENCH),
        FRENCH,
        details={"language": "fr"},
    )


def _heads_of_left_and_right_pages() -> Made:
    text = paragraphs(20)
    source = (
        "#set page(width: 13cm, height: 15cm, header: context if calc.odd(here().page()) [Shipping after the talks #h(1fr) "
        "March 2025] else [Institute of Harbours], footer: context align(center)[– #here().page() –])\n"
    )
    foreign = ("Shipping after the talks", "March 2025", "Institute of Harbours", "– 2 –")
    return Made(source + JUSTIFIED + body(text), text, foreign, pages={1: "1", 20: "5"})


def _roman_page_labels() -> Made:
    text = paragraphs(9)
    source = (
        '#set page(width: 13cm, height: 12cm, numbering: "i")\n'
        + JUSTIFIED
        + body(text[:3])
        + '\n#pagebreak()\n#set page(numbering: "1")\n#counter(page).update(1)\n'
        + body(text[3:])
    )
    return Made(source, text, ("i", "ii"), pages={1: "i", 4: "1"})


def _numbers_of_a_chapter() -> Made:
    text = paragraphs(12)
    source = "#set page(width: 13cm, height: 14cm, footer: context [Annual report 2025 #h(1fr) Page #(here().page() + 40)])\n"
    return Made(source + JUSTIFIED + body(text), text, ("Annual report 2025", "Page 42"))


def _footnotes() -> Made:
    notes = (
        "See the statement of the ministry of 3 May 2024.",
        "The commission, Third Report, page 12.",
        "A figure of 2023.",
    )
    text = list(ENGLISH)
    parts = [quoted(paragraph) for paragraph in text]
    for place, note in zip((0, 1, 5), notes, strict=True):
        parts[place] += f"#footnote[{note}]"
    source = '#set page(width: 14cm, height: 15cm, numbering: "1")\n' + JUSTIFIED + "\n\n".join(parts)
    return Made(source, (*text, *(f"{number} {note}" for number, note in enumerate(notes, start=1))))


def _table() -> Made:
    rows = [
        ("Port", "Ships", "Tonnes"),
        ("North", "120", "4,500"),
        ("South", "98", "3,200"),
        ("East", "45", "1,100"),
    ]
    cells = ", ".join(f"[{cell}]" for row in rows for cell in row)
    source = (
        PLAIN
        + body(ENGLISH[:2])
        + f"\n\n#figure(table(columns: 3, {cells}), caption: [Ships in 2024])\n\n"
        + body(ENGLISH[2:4])
    )
    return Made(source, (*ENGLISH[:2], *map(" ".join, rows), *ENGLISH[2:4]), ("Table 1: Ships in 2024",))


def _table_without_rules() -> Made:
    rows = [
        ("Port", "2022", "2023", "2024"),
        ("North", "12", "14", "13"),
        ("South", "9", "8", "11"),
        ("West", "7", "3", "2"),
    ]
    cells = ", ".join(f"[{cell}]" for row in rows for cell in row)
    source = (
        TWO
        + JUSTIFIED
        + body(ENGLISH[:3])
        + f"\n\n#table(columns: 4, stroke: none, {cells})\n\n"
        + body(ENGLISH[3:])
    )
    return Made(source, (*ENGLISH[:3], *map(" ".join, rows), *ENGLISH[3:]))


def _lists_and_headings() -> Made:
    items = ("inspection of all merchant ships that enter the harbour under a foreign flag, by day and by night, at any season",
             "publication of the results", "compensation of the owners")  # fmt: skip
    steps = (
        "The committees meet.",
        "The delegations sign the understanding that the technical committees have prepared.",
    )
    source = (
        PLAIN + "= What was agreed\n\n" + quoted(ENGLISH[0]) + "\n\nThe plan has three parts:\n\n"
        + "\n".join(f"- {item}" for item in items) + "\n\n== The next steps\n\n" + "\n".join(f"+ {step}" for step in steps)
        + "\n\n" + quoted(ENGLISH[1])
    )  # fmt: skip
    text = ("What was agreed", ENGLISH[0], "The plan has three parts:", *(f"• {item}" for item in items), "The next steps",
            *(f"{number}. {step}" for number, step in enumerate(steps, start=1)), ENGLISH[1])  # fmt: skip
    return Made(source, text)


def _numbered_headings() -> Made:
    source = (
        TWO
        + JUSTIFIED
        + '#set heading(numbering: "1.1")\n= Introduction\n'
        + body(ENGLISH[:3])
        + "\n== A closer look\n"
    )
    text = ("1 Introduction", *ENGLISH[:3], "1.1 A closer look", *ENGLISH[3:])
    return Made(source + body(ENGLISH[3:]), text)


def _quote_over_pages() -> Made:
    said = ENGLISH[1] + " " + ENGLISH[3] + " " + ENGLISH[4]
    source = (
        '#set page(width: 13cm, height: 9cm, numbering: "1")\n' + JUSTIFIED + body(ENGLISH[:2])
        + f"\n\n#quote(block: true)[{quoted(said)}]\n\n" + body(ENGLISH[5:])
    )  # fmt: skip
    return Made(source, (*ENGLISH[:2], said, *ENGLISH[5:]), pages={3: "1–2"})


def _picture_inside_a_paragraph() -> Made:
    picture = '#place(top, float: true, scope: "parent", figure(rect(width: 8cm, height: 3cm), caption: [The harbour]))\n'
    source = TWO + JUSTIFIED + body(ENGLISH[:3]) + "\n\n" + picture + body(ENGLISH[3:])
    return Made(source, ENGLISH, ("Figure 1: The harbour",))


def _watermark() -> Made:
    text = paragraphs(8)
    mark = "#set page(width: 14cm, height: 14cm, background: rotate(45deg, text(60pt, fill: luma(80%))[DRAFT]))\n"
    return Made(mark + JUSTIFIED + body(text), text, ("DRAFT",))


def _drop_cap() -> Made:
    source = (
        "#set page(width: 13cm)\n" + JUSTIFIED
        + '#grid(columns: (auto, 1fr), column-gutter: 3pt, text(30pt, top-edge: "cap-height", bottom-edge: "baseline")[T], '
        + f"par(justify: true, {quoted(ENGLISH[0][1:])[1:]}))\n\n" + body(ENGLISH[1:3])
    )  # fmt: skip
    return Made(source, ENGLISH[:3])


def _interview() -> Made:
    turns = tuple(f"{name}: {said}" for name, said in zip(("MR REED", "MS BLACK") * 3, ENGLISH, strict=False))
    return Made(PLAIN + body(turns), turns)


def _law_in_a_journal() -> Made:
    page = '#set page(width: 13cm, height: 11cm, numbering: "1 / 1", header: [EN #h(1fr) Journal of Harbours #h(1fr) C 12/4])\n'
    recitals = tuple(f"({number}) {text}" for number, text in enumerate(ENGLISH[:3], start=1))
    rules = tuple(f"{number}. {text}" for number, text in enumerate(ENGLISH[4:7], start=1))
    source = (
        page
        + JUSTIFIED
        + "#set par(spacing: 0.65em)\n"
        + body(recitals)
        + "\n\n*Article 1*\n\n_Subject_\n\n"
        + body(rules)
    )
    note = "#footnote[Journal C 1, 2.3.2021, p. 7.]"
    text = (*recitals, "Article 1", "Subject", *rules, "1 Journal C 1, 2.3.2021, p. 7.")
    return Made(source + note, text, ("Journal of Harbours", "1 / 2"))


def _bibliography() -> Made:
    entries = tuple(
        f"{name} (202{number}): {ENGLISH[number]}" for number, name in enumerate(("Adams", "Brown", "Clark"))
    )
    return Made(JUSTIFIED + "#set par(spacing: 0.65em, hanging-indent: 1.5em)\n" + body(entries), entries)


def _ragged_lines() -> Made:
    return Made(PLAIN + "#set page(width: 12cm)\n#set text(hyphenate: false)\n" + body(ENGLISH), ENGLISH)


def _double_spaced() -> Made:
    return Made(PLAIN + "#set par(leading: 1.6em, spacing: 3em)\n" + body(ENGLISH), ENGLISH)


LAYOUTS = {
    function.__name__.strip("_").replace("_", " "): function()
    for function in (
        _one_column, _indented_paragraphs, _two_columns, _two_columns_with_abstract, _three_columns, _german_words,
        _french_words, _heads_of_left_and_right_pages, _roman_page_labels, _numbers_of_a_chapter, _footnotes, _table,
        _table_without_rules, _lists_and_headings, _numbered_headings, _quote_over_pages, _picture_inside_a_paragraph,
        _watermark, _drop_cap, _interview, _ragged_lines, _double_spaced,
        _law_in_a_journal, _bibliography,
    )
}  # fmt: skip
