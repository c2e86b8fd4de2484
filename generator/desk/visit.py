"""What a screen knows of a request: the project, the language, and how to make addresses and pages."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from werkzeug.routing import MapAdapter
from werkzeug.utils import redirect
from werkzeug.wrappers import Request, Response

from generator.desk.guard import LARGEST_BODY, Guard
from generator.desk.render import render
from generator.desk.workspace import Workspace
from generator.edit.project import Project
from generator.language import Language

if TYPE_CHECKING:
    from generator.pipeline import Examined


class DeskRequest(Request):
    """A request whose body has a largest size."""

    max_content_length = LARGEST_BODY
    max_form_memory_size = LARGEST_BODY


@dataclass(frozen=True)
class Settings:
    """What the command that starts the desk knows: the site's name, and the address of the preview; empty if there is none."""

    name: str = ""
    preview: str = ""


@dataclass(frozen=True, eq=False)
class Visit:
    """One request to a screen."""

    request: Request
    workspace: Workspace
    guard: Guard
    settings: Settings
    addresses: MapAdapter

    @cached_property
    def project(self) -> Project:
        """Return the project as it was at the first look: all of a page is made from the same files."""
        return self.workspace.project

    @property
    def examined(self) -> "Examined":
        """Return what the project says, with drafts and diagnostics."""
        return self.project.examined

    @cached_property
    def language(self) -> Language:
        """Return the language of the desk."""
        return Language(self.project.language)

    def say(self, text: str, **values: object) -> str:
        """Return our own words in the language of the desk."""
        return self.language.say(text, **values)

    def has(self, endpoint: str) -> bool:
        """Return whether there is a screen with this name."""
        return any(rule.endpoint == endpoint for rule in self.addresses.map.iter_rules())

    def url(self, endpoint: str, **values: Any) -> str:
        """Return the address of a screen. Values that its path has no place for become its query."""
        return self.addresses.build(endpoint, {name: value for name, value in values.items() if value != ""})

    def page(self, template: str, title: str, tab: str = "", status: int = 200, **context: Any) -> Response:
        """Return a page inside the frame of the desk. `tab` is the endpoint that is current in the header."""
        html = render(template, self, {"title": title, "tab": tab, **context})
        return Response(html, status, mimetype="text/html")

    def redirect(self, endpoint: str, **values: Any) -> Response:
        """Return an answer that leads to another screen, after a write: reloading it writes nothing."""
        return redirect(self.url(endpoint, **values), 303, Response)

    def form(self, name: str) -> str:
        """Return the value of a field of a form, with line breaks as one character; empty if there is none."""
        return self.request.form.get(name, "").replace("\r\n", "\n").replace("\r", "\n")

    def seen(self) -> dict[str, str]:
        """Return the versions of the files that the form was made from, by path: see `Workspace.save`."""
        pairs = (text.partition(" ") for text in self.request.form.getlist("seen"))
        return {path: version for version, _, path in pairs}


View = Callable[..., Response]
"""Answers a request; it is called with the visit and the values in the path."""


@dataclass(frozen=True)
class Route:
    """A screen, or a form of one: the name by which others link to it, its path, its view and its method."""

    endpoint: str
    path: str
    view: View
    method: str = "GET"
