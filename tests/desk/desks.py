"""A desk without a socket, and a client that sends what a browser with an open page of the desk sends."""

from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any

from werkzeug.test import Client, TestResponse

from generator.desk.app import Desk
from generator.desk.guard import Guard
from generator.desk.screens import ROUTES
from generator.desk.visit import Route, Settings
from generator.desk.workspace import Workspace
from tests.test_cases import project

PORT = 8001
HOST = f"127.0.0.1:{PORT}"
ORIGIN = f"http://{HOST}"
PREVIEW = "http://127.0.0.1:8000/"
BRIEFING = "briefings/bridge/briefing.yml"
TOWN = "briefings/bridge/positions/town.yml"
DRIVERS = "briefings/bridge/positions/drivers.yml"


def write_project(root: Path, files: Mapping[str, bytes | None] | None = None) -> Path:
    """Write the base project of all cases below `root`; `files` replace its files, and None removes one. Return `root`."""
    for folder in ("seeds", "briefings"):
        (root / folder).mkdir(parents=True, exist_ok=True)
    for path, content in {**project(), **(files or {})}.items():
        if content is not None:
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_bytes(content)
    return root


class Visitor:
    """An editor's browser, which opened the desk of the project at `root` by the printed address."""

    def __init__(self, root: Path, guard: Guard | None = None, routes: Collection[Route] = ROUTES) -> None:
        """Open the desk."""
        self.root = root
        self.guard = guard or Guard(PORT)
        self.desk = Desk(Workspace(root), self.guard, Settings("Bridge", PREVIEW), routes)
        self.client = Client(self.desk)
        self.client.get(f"/?key={self.guard.key}", base_url=ORIGIN)

    def get(self, path: str, **options: Any) -> TestResponse:
        """Return the answer to a request for a page."""
        return self.client.get(path, **{"base_url": ORIGIN, **options})

    def page(self, path: str) -> str:
        """Return the HTML of a page, also if the address leads to another one."""
        answer = self.get(path, follow_redirects=True)
        assert answer.status_code == 200, (path, answer.status, answer.text[-2000:])
        return answer.text

    def post(self, path: str, fields: Mapping[str, Any], **options: Any) -> TestResponse:
        """Return the answer to a form of the desk with these fields."""
        data = {"token": self.guard.token, **fields}
        return self.client.post(
            path, data=data, **{"base_url": ORIGIN, "headers": {"Origin": ORIGIN}, **options}
        )

    def read(self, path: str) -> bytes:
        """Return a file of the project."""
        return (self.root / path).read_bytes()
