"""Articles that come in: a page and a text, and how a browser sends them and the form of their review."""

from pathlib import Path
from urllib.parse import quote

from lxml import html

from tests.desk.desks import ORIGIN, Visitor

PAGE = """\
<html lang="en"><head><title>Ferry firm offers quieter ramps</title>
<meta property="og:title" content="Ferry firm offers quieter ramps"><meta property="og:site_name" content="The Lantern">
<meta property="article:published_time" content="2031-07-02"></head><body><article>
<h1>Ferry firm offers quieter ramps</h1>
<p>HALMSUND – The Night Line will pay for quieter ramps if its ferries may dock until one in the morning.</p>
<p>“We pay for the ramps, and the quay gets its quiet,” Olav Brandt told the harbour council on Tuesday night.</p>
<p>Read more: <a href="/sleep">The town that cannot sleep</a></p>
<p>The council did not say whether it would move the hour. “We will measure, and then we will decide,” Ida Lund said again.</p>
<p>The offer is the first that the company has made in writing. Whether it is worth more, the summer will show.</p>
</article></body></html>
""".encode()


TEXT = "Ada Vale said: “We will open the bridge in May.”\n\nThe council met on Monday.\n"


def send(visitor: Visitor, raw: bytes, name: str = "ramps.html") -> str:
    """Send a file as the script of the desk does, and return the address of its review."""
    answer = visitor.client.post("/articles/new", data=raw, base_url=ORIGIN, headers=headers(visitor, name))
    assert answer.status_code == 200, answer.text
    return answer.text


def headers(visitor: Visitor, name: str) -> dict[str, str]:
    """Return the headers of a file that a script sends."""
    return {
        "Origin": ORIGIN,
        "X-Desk-Token": visitor.guard.token,
        "X-Desk-File": quote(name),
        "Content-Type": "application/octet-stream",
    }


def fields_of(page: str) -> dict[str, str | list[str]]:
    """Return the fields of the review as a browser would send them."""
    form = html.fromstring(page).forms[-1]
    pairs = [pair for pair in form.form_values() if pair[0] != "token"]
    return {name: [text for other, text in pairs if other == name] for name, _ in pairs}


def files(root: Path) -> set[str]:
    """Return the paths of all files of a project."""
    return {str(path.relative_to(root)) for path in root.rglob("*") if path.is_file()}
