"""Hostile texts of editors and articles are words on every screen, and nothing else."""

from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from urllib.parse import quote, unquote, urlsplit

import pytest
from lxml import html
from werkzeug.routing import Map, Rule

from generator.desk.render import environment
from generator.desk.screens import ROUTES
from generator.language import ENGLISH
from tests.desk.desks import PREVIEW, Visitor
from tests.hostile.project import hostile_briefings, project_of

OWN = ("/", "#", PREVIEW)


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Visitor:
    """A desk with hostile text in every field of its project."""
    root = tmp_path_factory.mktemp("hostile")
    for path, content in project_of(hostile_briefings()).items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(content)
    return Visitor(root)


def addresses(visitor: Visitor) -> Iterator[str]:
    """Yield the address of every screen, with every briefing and every file."""
    project = visitor.desk.workspace.project
    yield from (
        "/sources",
        "/parties",
        "/changes",
        "/errors",
        "/keys",
        "/tour/1",
        "/articles/new",
        "/glossary",
        "/",
        "/editor/help?file=briefings/parties.yml&line=1",
        *("/new/party", "/new/briefing", "/new/term"),
        "/find?q=Anna",
        *(
            f"{path}?speaker=" + quote('"><script>window.Q7=1</script>')
            for path in ("/parties", "/new/party")
        ),
        "/find?q=" + quote("<script>window.Q7=1</script>"),
    )
    yield from (f"/parties/{party}" for party in project.corpus.parties)
    yield from (f"/rename/party/{party}" for party in project.corpus.parties)
    yield from (f"/glossary/{term}" for term in project.corpus.names)
    for slug, briefing in project.corpus.briefings.items():
        yield f"/briefings/{slug}"
        yield f"/briefings/{slug}/about"
        yield f"/briefings/{slug}/new-issue"
        yield from (f"/briefings/{slug}/issues/{issue}" for issue in briefing.about.issues)
        yield from (
            f"/briefings/{slug}/positions/{party}/{issue}"
            for party in briefing.about.parties
            for issue in briefing.about.issues
        )
        yield f"/briefings/{slug}?party={briefing.about.parties[0]}"
        yield f"/briefings/{slug}?show=" + quote('"><script>window.Q7=1</script>')
    yield from (f"/editor?file={quote(path)}" for path in project.files)
    for name, source in project.corpus.sources.items():
        yield f"/sources/{name}"
        words = source.article.text.split()[0]
        start = source.article.text.index(words)
        yield f"/sources/{name}?spans={start}-{start + len(words)}&words=" + quote(words)
        yield f"/sources/{name}?find=" + quote('"><script>window.Q7=1</script>')


def review(visitor: Visitor) -> str:
    """Return the address of the review of a hostile article that just came in."""
    text = '<img src=x onerror="window.Q7=1">\n\n<script>window.Q7=1</script> said </textarea><b>Anna</b>.\n'
    return visitor.post("/articles/new", {"text": text}).headers["Location"]


def wrong_elements(page: str) -> list[str]:
    """Return every element and attribute of a page that no template of the desk has."""
    wrong = []
    for element in html.fromstring(page).iter():
        if not isinstance(element.tag, str):
            wrong.append("comment")
            continue
        values = dict(element.attrib)
        is_wrong = element.tag in {
            "iframe",
            "object",
            "embed",
            "svg",
            "math",
            "base",
            "style",
            "video",
            "audio",
            "plaintext",
        }
        is_wrong |= any(name.startswith("on") or name in {"srcdoc", "style", "http-equiv"} for name in values)
        is_wrong |= any(
            not values[name].startswith(OWN) for name in ("href", "src", "action") if name in values
        )
        is_wrong |= element.tag == "script" and (bool(element.text) or "src" not in values)
        is_wrong |= element.tag == "a" and any(
            values.get("href", "").startswith(start) for start in ("//", "/\\")
        )
        is_wrong |= values.get("name", values.get("id")) in {"Q7", "__config"}
        if is_wrong:
            wrong.append(html.tostring(element)[:200].decode())
    return wrong


def test_every_screen_is_looked_at(hostile: Visitor) -> None:
    paths = Map([Rule(route.path, endpoint=route.endpoint) for route in ROUTES if route.method == "GET"])
    found = {
        paths.bind("desk").match(unquote(urlsplit(address).path))[0]
        for address in {*addresses(hostile), review(hostile)}
    }
    assert {route.endpoint for route in ROUTES if route.method == "GET"} - found == {"at"}  # only leads on


@pytest.mark.slow
def test_no_screen_has_an_element_that_a_text_brought(hostile: Visitor) -> None:
    shown = [*addresses(hostile), review(hostile)]
    pages = {address: hostile.get(address, follow_redirects=True) for address in shown}
    assert {address: page.status for address, page in pages.items() if page.status_code != 200} == {}
    assert {address: wrong for address, page in pages.items() if (wrong := wrong_elements(page.text))} == {}


def test_the_editor_shows_each_character_of_a_hostile_file(hostile: Visitor) -> None:
    for path, content in hostile.desk.workspace.project.files.items():
        if path.endswith(".yml"):
            (area,) = html.fromstring(hostile.page(f"/editor?file={quote(path)}")).xpath(
                "//textarea[@name='text']"
            )
            assert area.text_content().removeprefix("\n") == content.decode().replace("\r\n", "\n"), path


def test_a_form_that_is_refused_shows_its_fields_as_words(hostile: Visitor) -> None:
    slug = next(iter(hostile.desk.workspace.project.corpus.briefings))
    party = f"north{slug.removeprefix('talks')}"
    answer = hostile.post(
        f"/briefings/{slug}", {"until": "<script>window.Q7=1</script>", "cell": f"{party} share"}
    )
    assert answer.status_code in {404, 422}
    assert wrong_elements(answer.text) == []


def test_a_file_name_with_markup_is_words(tmp_path: Path) -> None:
    (tmp_path / "briefings").mkdir()
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "<img src=x onerror=window.Q7=1>.yml").write_text("title: <b>\n")
    visitor = Visitor(tmp_path)
    for address in ("/sources", "/errors", "/find?q=img"):
        assert wrong_elements(visitor.page(address)) == []


def test_a_value_in_the_place_of_our_own_words_is_escaped() -> None:
    template = "{{ _(value) }} {{ _(value, name=value) }} {{ ngettext(value, value, 2, name=value) }}"
    page = (
        environment()
        .from_string(template)
        .render(visit=SimpleNamespace(language=ENGLISH), value="<b>%(name)s" + "\u202e")
    )
    assert "<" not in page
    assert "\u202e" not in page
    assert page.count("&lt;b&gt;") == 5
