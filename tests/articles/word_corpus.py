"""Word files as programs export them, each with its known right text."""

from tests.articles.scoring import Truth
from tests.articles.word_files import (
    BY,
    NUMBERING,
    STYLES,
    core,
    deleted,
    entry,
    inserted,
    note_mark,
    notes,
    paragraph,
    run,
    styled,
    table,
    text_box,
    word_file,
)  # fmt: skip

_LINE_BREAK = "<w:r><w:br/></w:r>"
_PAGE_BREAK = '<w:r><w:br w:type="page"/></w:r>'
_STYLED = {"styles": STYLES}


def _field(command: str, *content: str) -> str:
    """A field of several runs, as Word and LibreOffice write links, dates and numbers of pages."""
    begin, separate, end = (
        f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")
    )
    return f"{begin}<w:r><w:instrText>{command}</w:instrText></w:r>{separate}{''.join(content)}{end}"


_GOOGLE = word_file(
    styled("Title", run("Harbour fees rise", '<w:rtl w:val="0"/>')),
    paragraph(),
    paragraph(run("The port authority will raise its fees by "), run("12%", "<w:b/>"), run(" in March. “We had no choice,” said Ms Reed.")),
    paragraph(),
    paragraph('<w:hyperlink r:id="rId7">' + run("The full decision") + "</w:hyperlink>", " was published on Monday."),
    paragraph("The plan of the port follows.", text_box("North quay and south quay", fallback=False)),
    parts=_STYLED,
)  # fmt: skip
_LIBRE_OFFICE = word_file(
    styled("Heading1", "Erklärung der Ministerin"),
    paragraph(run("Die Häfen müssen höhere Beiträge zahlen", '<w:lang w:val="de-DE"/>'), run(", sagte die Ministerin am ", '<w:lang w:val="de-DE"/>'), _field(" DATE ", run("2. März 2026", '<w:lang w:val="de-DE"/>')), run(". „Das ist gerecht.“", '<w:lang w:val="de-DE"/>')),
    paragraph(run("Der Ausschuss tagt am Donnerstag über die Hafen\u00adgebühren.", '<w:lang w:val="de-DE"/>'), text_box("Pressestelle: Anfragen bitte schriftlich.")),
    entry("Erstens die Gebühren."),
    entry("Zweitens die Zeiten."),
    parts={**_STYLED, "numbering": NUMBERING.format("bullet"), "footer1": paragraph("Seite ", _field(" PAGE ", run("1"))), "docProps/core.xml": core(title="Erklärung", creator="Un-named", language="de-DE")},
)  # fmt: skip
_OFFICE_365 = word_file(
    paragraph(run("Le ministre a décla"), "<w:proofErr/>", run("ré\u00a0: «\u00a0Nous n’avons pas encore décidé.\u00a0»"), run(" À suivre.")),
    paragraph("Première ligne", _LINE_BREAK, "et sa suite.", _LINE_BREAK, _LINE_BREAK, "Un autre paragraphe."),
    paragraph("Fin de la page.", _PAGE_BREAK, "Début de la page suivante."),
    parts={"docProps/core.xml": core(title="Word Document", creator="Microsoft Office User", language="fr-FR")},
    main="word/document2.xml",
    strict=True,
)  # fmt: skip
_TRACKED = word_file(
    paragraph("The talks ", inserted("will "), deleted("may "), "go on in May."),
    paragraph(deleted("The minister regrets the delay."), properties=f"<w:rPr><w:del {BY}/></w:rPr>"),
    paragraph("Both sides agreed", inserted(" on the agenda"), "."),
    paragraph(f"<w:moveFrom {BY}>{run('It was signed in Vienna.')}</w:moveFrom>"),
    paragraph("The text has nine articles."),
    paragraph(f"<w:moveTo {BY}>{run('It was signed in Vienna.')}</w:moveTo>"),
    parts={"comments": f"<w:comment {BY}>{paragraph('Check with legal.')}</w:comment>"},
)  # fmt: skip
_LETTERHEAD = word_file(
    table((paragraph("MINISTRY OF PORTS"), paragraph("12 Quay Street") + paragraph("Tel. 555 0100"))),
    styled("Heading1", "Statement on harbour fees"),
    table((paragraph("The Government has decided to raise the fees of all ports from March. This decision follows a review of two years, in which every port took part.") + paragraph("“The fees were too low for the services that ports give,” the Minister told Parliament. “They have not changed since 2009, while costs have doubled.”"),)),
    paragraph("Contact: press office"),
    parts={**_STYLED, "header1": paragraph("Not for release before Monday"), "docProps/app.xml": '<Properties xmlns="x"><Company>Ministry of Ports</Company></Properties>', "docProps/core.xml": core(creator="Jo Reed", created="2026-02-27T08:00:00Z")},
)  # fmt: skip
_NOTES = word_file(
    styled("TOC1", "1\tFees\t2"),
    styled("Heading1", "Fees"),
    paragraph("Fees doubled", note_mark("footnote", 1), " in ten years", note_mark("endnote", 1), "."),
    table(("Year", "Fee"), ("2015", "4.10"), ("2025", "8.20")),
    styled("Caption", "Figure 1: Fees of the port"),
    paragraph("An area of 3 km", run("2", '<w:vertAlign w:val="superscript"/>'), " was added."),
    parts={**_STYLED, "footnotes": notes("footnote", "Port statistics, page 4."), "endnotes": notes("endnote", "See the annex.")},
)  # fmt: skip
_HEBREW = word_file(
    paragraph(run("הממשלה אישרה את תעריף הנמל החדש.", '<w:rtl/><w:lang w:bidi="he-IL"/>')),
    paragraph(f'<w:bdo w:val="rtl">{run("השר אמר: «טרם התקבלה החלטה».", "<w:rtl/>" + chr(60) + "w:lang w:bidi=" + chr(34) + "he-IL" + chr(34) + "/>")}</w:bdo>'),
    parts=_STYLED,
)  # fmt: skip
_SIGNS = word_file(
    paragraph("A nuclear", "<w:r><w:noBreakHyphen/></w:r>", "free zone", "<w:r><w:tab/></w:r>", "was agreed."),
    paragraph('<w:fldSimple w:instr="TITLE">' + run("The treaty") + "</w:fldSimple>", " enters into force.", "<w:r><w:cr/></w:r>", "All states signed it."),
    paragraph('<w:smartTag w:element="place">' + run("Vienna") + "</w:smartTag>", " hosted the talks ", '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>', "."),
    f'<w:sdt><w:sdtPr><w:alias w:val="x"/></w:sdtPr><w:sdtContent>{paragraph("The ﬁnal text is in oﬃcial use.")}</w:sdtContent></w:sdt>',
    paragraph("Seen by all", run(" and a secret", "<w:vanish/>"), "."),
    paragraph("Let ", "<m:oMath><m:r><m:t>x=2</m:t></m:r></m:oMath>", " be the rate."),
)  # fmt: skip
_TRANSCRIPT = word_file(
    styled("Title", "Interview with the minister"),
    paragraph(run("MR REED: ", "<w:b/>"), "[00:00:04] Will the fees rise?"),
    paragraph(run("MINISTER: ", "<w:b/>"), "[00:00:09] They will."),
    paragraph(run("MR REED: ", "<w:b/>"), "[00:01:15] When?"),
    parts=_STYLED,
)  # fmt: skip

WORD_FILES = {
    "google-docs.docx": (_GOOGLE, Truth(
        ("Harbour fees rise", "The port authority will raise its fees by 12% in March. “We had no choice,” said Ms Reed.",
         "The full decision was published on Monday.", "The plan of the port follows.", "North quay and south quay"),
        details={"title": "Harbour fees rise", "language": "en", "byline": None, "published": None},
    )),
    "libreoffice.docx": (_LIBRE_OFFICE, Truth(
        ("Erklärung der Ministerin", "Die Häfen müssen höhere Beiträge zahlen, sagte die Ministerin am 2. März 2026. „Das ist gerecht.“",
         "Der Ausschuss tagt am Donnerstag über die Hafengebühren.", "Pressestelle: Anfragen bitte schriftlich.",
         "Erstens die Gebühren.", "Zweitens die Zeiten."),
        ("Seite 1",), {"title": "Erklärung der Ministerin", "language": "de", "byline": None},
    )),
    "office-365.docx": (_OFFICE_365, Truth(
        ("Le ministre a déclaré : « Nous n’avons pas encore décidé. » À suivre.", "Première ligne et sa suite.",
         "Un autre paragraphe.", "Fin de la page.", "Début de la page suivante."),
        details={"title": None, "language": "fr", "byline": None},
    )),
    "tracked.docx": (_TRACKED, Truth(
        ("The talks will go on in May.", "Both sides agreed on the agenda.", "The text has nine articles.", "It was signed in Vienna."),
        ("The minister regrets the delay.", "Check with legal.", "may"), {"title": None},
    )),
    "letterhead.docx": (_LETTERHEAD, Truth(
        ("MINISTRY OF PORTS", "12 Quay Street", "Tel. 555 0100", "Statement on harbour fees",
         "The Government has decided to raise the fees of all ports from March. This decision follows a review of two years, in which every port took part.",
         "“The fees were too low for the services that ports give,” the Minister told Parliament. “They have not changed since 2009, while costs have doubled.”",
         "Contact: press office"),
        ("Not for release before Monday",),
        {"title": "Statement on harbour fees", "byline": "Jo Reed", "publisher": "Ministry of Ports", "published": None},
    )),
    "notes.docx": (_NOTES, Truth(
        ("Fees", "Fees doubled in ten years.", "Year Fee", "2015 4.10", "2025 8.20", "An area of 3 km² was added.",
         "Port statistics, page 4.", "See the annex."),
        ("1 Fees 2", "Figure 1: Fees of the port"), {"title": "Fees"},
    )),
    "hebrew.docx": (_HEBREW, Truth(
        ("הממשלה אישרה את תעריף הנמל החדש.", "השר אמר: «טרם התקבלה החלטה»."), details={"language": "he"},
    )),
    "signs.docx": (_SIGNS, Truth(
        ("A nuclear‑free zone was agreed.", "The treaty enters into force. All states signed it.", "Vienna hosted the talks ✓.",
         "The final text is in official use.", "Seen by all.", "Let x=2 be the rate."),
        ("and a secret",),
    )),
    "transcript.docx": (_TRANSCRIPT, Truth(
        ("Interview with the minister", "MR REED: Will the fees rise?", "MINISTER: They will.", "MR REED: When?"),
        details={"title": "Interview with the minister"},
    )),
}  # fmt: skip
