import pytest
from lxml.html import document_fromstring

from generator.edit.articles.converted import Converted, Doubt
from generator.edit.articles.html import convert
from generator.edit.articles.html.blocks import blocks_of
from generator.edit.articles.html.selection import select

PROSE = (
    "The council met on Monday and decided, after a long debate, to repair the old bridge before the winter.",
    "Its members were not all of one mind, and two of them left the room before the vote was taken.",
    "The work will begin in May and cost about two million crowns, of which the province pays a half.",
)


def article(body: str, head: str = "", attributes: str = "") -> Converted:
    paragraphs = "".join(f"<p>{line}</p>" for line in PROSE)
    page = f"<html {attributes}><head>{head}</head><body><article>{paragraphs}{body}</article></body></html>"
    return convert(page.encode(), "page.html")


def lines(body: str) -> list[str]:
    """Return the lines behind the prose that every page here has."""
    texts = [line.text for line in article(body).lines]
    assert texts[: len(PROSE)] == list(PROSE)
    return texts[len(PROSE) :]


LONG = "and the harbour master, who had waited for an hour, said that the tide would not wait for anybody."


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (f"<p>One<b>two</b> {LONG}</p>", f"Onetwo {LONG}"),
        (f"<p>One <b>two </b>{LONG}</p>", f"One two {LONG}"),
        (f"<p><span class=drop>T</span>hen came {LONG}</p>", f"Then came {LONG}"),
        (f"<p>A line<br>break {LONG}</p>", f"A line break {LONG}"),
        (
            f"<p>Fish &amp; chips, &lt;b&gt; &#8220;x&#8221; &#150; {LONG}</p>",
            f"Fish & chips, <b> “x” – {LONG}",
        ),
        (f"<p>co&shy;op&nbsp;era&#8203;tion {LONG}</p>", f"coop eration {LONG}"),
        (f"<p>He said <q>no, <q>never</q></q> {LONG}</p>", f"He said “no, ‘never’” {LONG}"),
        (f"<p lang=de>Er sagte <q>nein</q> {LONG}</p>", f"Er sagte „nein“ {LONG}"),
        (f"<p lang=fr>Il dit <q>non</q> {LONG}</p>", f"Il dit «non» {LONG}"),
        (f'<p>The treaty<sup><a href="#n1">[1]</a></sup> stands {LONG}</p>', f"The treaty stands {LONG}"),
        (
            f"<p>About 10<sup>6</sup> m<sup>2</sup>, the 1<sup>st</sup> {LONG}</p>",
            f"About 10⁶ m², the 1st {LONG}",
        ),
        (f"<p>Hid<span hidden>XX</span>den <script>var x;</script>{LONG}</p>", f"Hidden {LONG}"),
        (f'<p>Styled<i style="DISPLAY : none">XX</i> {LONG}</p>', f"Styled {LONG}"),
        (
            f'<p>He said<i style="clip: rect(0px, 0px, 0px, 0px); position: absolute">, opens new tab</i> {LONG}</p>',
            f"He said {LONG}",
        ),
        (f'<p>In 2009.<a class="anchor" href="#footnote-1">1</a> Then {LONG}</p>', f"In 2009. Then {LONG}"),
        (f'<p>In room <a href="#notes">101</a> {LONG}</p>', f"In room 101 {LONG}"),
        (f"<p>⠓⠑⠇⠇⠕ in Braille {LONG}</p>", f"⠓⠑⠇⠇⠕ in Braille {LONG}"),
        (f"<p>the <wbr>long<!-- no -->est {LONG}</p>", f"the longest {LONG}"),
    ],
)
def test_a_paragraph_has_the_characters_that_a_reader_sees(body: str, expected: str) -> None:
    assert lines(body) == [expected]


def test_two_line_breaks_part_paragraphs_and_blocks_in_a_paragraph_do_not_glue_words() -> None:
    assert lines(f"<p>First {LONG}<br> <br>Second {LONG}</p>") == [f"First {LONG}", f"Second {LONG}"]
    assert lines(f"<div>Before {LONG}<p>Inside {LONG}</p>After {LONG}</div>") == [
        f"{word} {LONG}" for word in ("Before", "Inside", "After")
    ]


@pytest.mark.parametrize(
    ("body", "doubt"),
    [
        (
            "<figure><figcaption>The old bridge in autumn, seen from the mill.</figcaption></figure>",
            Doubt.CAPTION,
        ),
        ('<p>Read more: <a href="/x">Why bridges fall down in the winter months</a></p>', Doubt.TEASER),
        ('<p><b>Lesen Sie auch:</b> <a href="/x">Warum Brücken im Winter einstürzen</a></p>', Doubt.TEASER),
        ('<p>Lire aussi : <a href="/x">Pourquoi les ponts tombent en hiver</a></p>', Doubt.TEASER),
        ("<p>(Reporting by Ann Lee and Bo Falk; editing by Cy Hart)</p>", Doubt.CREDIT),
        ("<p>© 2026 Valley Press. All rights reserved.</p>", Doubt.CREDIT),
        ("<p>Already a subscriber? Log in to read the whole article.</p>", Doubt.COOKIES),
        ("<p>Share this article on Facebook</p>", Doubt.SHARING),
        ("<p>05.03.2026</p>", Doubt.CREDIT),
        ("<p>Смотрите также: Почему мосты падают зимой</p>", Doubt.TEASER),
        ("<p>Enjoying this story? Get the best of the Press in your inbox every Friday.</p>", Doubt.COOKIES),
        ("<p>Über dieses Thema berichtete die Abendschau am 2. März um 20 Uhr.</p>", Doubt.TEASER),
        ('<p><a href="/">Home</a><br><a href="/l">Links</a><br><a href="/g">Guestbook</a></p>', Doubt.MENU),
        ('<div class="ai-summary"><h3>In short</h3><p>The bridge will be repaired.</p></div>', Doubt.SUMMARY),
        ('<div class="entry-meta"><p>3 March 2026 - 20:14</p></div>', Doubt.CREDIT),
        (
            "<p>You agree that we and our 187 partners may store your data, for advertising and for statistics.</p>",
            Doubt.COOKIES,
        ),
    ],
)
def test_furniture_in_a_text_is_marked_where_it_is_kept(body: str, doubt: Doubt) -> None:
    marked = [line for line in article(body).lines if line.doubts]
    assert not marked or doubt in marked[0].doubts
    assert [line.text for line in article(body).lines if not line.doubts] == list(PROSE)


@pytest.mark.parametrize(
    "sentence",
    [
        "Share prices fell by a third within an hour, and did not recover until the evening of the next day.",
        "Read more slowly, her teacher told her, and you will find that the book becomes shorter.",
        "By Tuesday evening the water had reached the second floor of the school and of the town hall.",
        "Cookies were served, the minister joked, but no decisions, and the delegates laughed politely.",
        "Comments on the draft are welcome until the end of March, the ministry said on its website.",
        "Von dort ging es weiter nach Süden, wo am Abend die ersten Züge wieder fuhren.",
        "Related industries would suffer as well: the makers of nets, ropes and ice, and the inns.",
        "Follow the money, he said, and you will find the people who wanted this bridge to fall.",
        "Worried? Get a lawyer, he said, and tell her that the letters in your inbox are not from us.",
        "We work with our 12 partners in the region, the minister said, and we will go on to do so.",
        "Under the heading of human rights, the report lists 404 pages that were not found in any archive.",
        "Subscribe, he told the students, to no doctrine that you would be ashamed to explain to a child.",
    ],
)
def test_an_ordinary_sentence_is_not_marked(sentence: str) -> None:
    assert [line.doubts for line in article(f"<p>{sentence}</p>").lines if line.text == sentence] == [()]


def test_a_sentence_among_the_details_of_an_article_is_not_a_line_about_the_author() -> None:
    body = f'<div class="article-info"><ul><li>{PROSE[0]}</li><li>{PROSE[1]}</li></ul></div>'
    text = "".join(f"<p>{number}: {line}</p>" for number in range(3) for line in PROSE)
    page = f"<main><h1>The bridge</h1>{body}{text}</main>"
    assert not any(Doubt.CREDIT in line.doubts for line in convert(page.encode(), "page.html").lines)


def test_what_readers_write_below_a_heading_is_marked_even_if_it_is_longer_than_the_article() -> None:
    comments = "".join(f"<div><b>User {n}</b><p>Number {n} disagrees, {LONG}</p></div>" for n in range(9))
    page = f"<div><h1>Bridge</h1><p>{PROSE[0]}</p><p>{PROSE[1]}</p></div><div><h3>Have your say</h3>{comments}</div>"
    assert [
        line.text for line in convert(page.encode(), "page.html").lines if Doubt.COMMENT not in line.doubts
    ] == list(PROSE[:2])


def test_the_sentence_below_the_headline_is_shown_where_no_program_takes_it() -> None:
    standfirst = "Two of its members left the room before the vote was taken"
    text = "".join(f"<p>{line}</p>" for line in PROSE * 3)
    page = f'<header><h1>The bridge</h1><p>{standfirst}</p></header><div id="body" class="article-body">{text}</div>'
    assert convert(page.encode(), "page.html").lines[0].text == standfirst


def test_a_line_that_is_the_name_of_the_author_is_marked_and_a_sentence_about_the_author_is_not() -> None:
    head = '<meta name="author" content="Ann Lee, Bo Falk">'
    converted = article(f"<p>Ann Lee</p><p>Ann Lee and Bo Falk {LONG}</p>", head)
    assert not [
        line.text for line in converted.lines if line.text == "Ann Lee" and Doubt.CREDIT not in line.doubts
    ]
    assert converted.lines[-1].doubts == ()


def test_shadow_trees_are_shown_and_other_templates_are_not() -> None:
    text = "".join(f"<p>{line}</p>" for line in PROSE)
    page = f"<main><x-text><template shadowrootmode=open><style>p {{}}</style>{text}</template></x-text><template><p>Not shown, {LONG}</p></template></main>"
    assert [line.text for line in convert(page.encode(), "page.html").lines] == list(PROSE)


def test_a_table_gives_a_line_for_each_row_and_says_so() -> None:
    rows = "".join(f"<tr><td>Bridge {number}</td><td>{number} crowns</td></tr>" for number in (1, 2))
    converted = article(f"<table>{rows}</table><p>{LONG}</p>")
    assert [(line.text, Doubt.TABLE in line.doubts) for line in converted.lines[3:5]] == [
        ("Bridge 1 1 crowns", True),
        ("Bridge 2 2 crowns", True),
    ]


def test_pictures_inside_a_page_and_its_scripts_do_not_count_as_its_size() -> None:
    picture = f'<img src="data:image/png;base64,{"A" * 11_000_000}">'
    assert lines(picture + f"<p>{LONG}</p><script>{'x();' * 100}</script>") == [LONG]


def test_time_codes_become_times_but_the_hours_of_a_day_stay_in_the_text() -> None:
    codes = "".join(
        f"<p>[00:{minute}:05] JOHN MOTT: Words number {minute}, {LONG}</p>" for minute in (12, 59)
    )
    converted = article(codes)
    assert [(line.time, line.text[:15]) for line in converted.lines[-2:]] == [
        ("12:05", "JOHN MOTT: Word"),
        ("59:05", "JOHN MOTT: Word"),
    ]
    hours = "".join(f"<p>{hour}:30 The bridge is closed again, {LONG}</p>" for hour in (12, 14))
    assert [line.time for line in article(hours).lines] == [""] * (len(PROSE) + 2)


def test_the_labels_of_those_who_speak_by_turns_are_listed() -> None:
    turns = "".join(
        f"<p><b>{name}:</b> {LONG}</p>"
        for name in ("THE CHAIR", "Mr Reed", "THE CHAIR", "Mr Reed", "MS CRANE")
    )
    assert article(turns).labels == ("THE CHAIR", "Mr Reed", "MS CRANE")
    assert article(f"<p>Warning: {LONG}</p><p>Warning: {LONG}</p>").labels == ()
    assert article("<p>Place: Port Orme</p><p>Price: 3 crowns</p>" * 2).labels == ()


def test_what_the_programs_do_not_take_is_listed_as_removed_or_stands_in_doubt() -> None:
    body = f'<blockquote class="twitter-tweet"><p>No result, no comment</p></blockquote><p>Then {LONG}</p>'
    converted = article(body)
    assert "No result, no comment" in [*(line.text for line in converted.lines), *converted.removed]
    assert all(name in " ".join(converted.programs) for name in ("trafilatura", "readability-lxml"))


@pytest.mark.parametrize("name", ["social-media-embed", "sdc-article-widget sdc-article-tweet", ""])
def test_a_post_that_the_article_shows_is_never_lost(name: str) -> None:
    post = f'<div class="{name}"><blockquote class="twitter-tweet"><p>No result. No comment pic.example/1</p>— A. Lee</blockquote></div>'
    assert lines(f"{post}<p>{LONG}</p>") == ["No result. No comment pic.example/1", "— A. Lee", LONG]


def test_running_text_that_no_program_finds_is_shown_and_doubtful() -> None:
    root = document_fromstring(f"<div><p>{PROSE[0]}</p><nav><p>{PROSE[1]}</p></nav><p>Menu</p></div>")
    selection = select(blocks_of(root), set(), set())
    assert [(block.text, doubts) for block, doubts in selection.chosen] == [(PROSE[0], (Doubt.NO_EXTRACTOR,))]


@pytest.mark.parametrize("hidden", ['style="display: none"', 'hidden=""'])
def test_an_article_that_is_hidden_until_scripts_run_is_read_with_a_notice(hidden: str) -> None:
    paragraphs = "".join(f"<p>{line}</p>" for line in PROSE * 2)
    page = f"<body><nav><a href=/>Home</a></nav><article {hidden}><h1>The old bridge</h1>{paragraphs}</article></body>"
    converted = convert(page.encode(), "page.html")
    assert [line.text for line in converted.lines if not line.doubts] == [*PROSE * 2]
    assert "hides this text until its scripts run" in converted.notices[0]
