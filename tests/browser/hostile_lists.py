"""Every text of the lists, in every field and in a stored text, in a real browser: only `make hostile` runs this file."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.comparison import build_site, compare, lay_out
from tests.browser.serving import serve
from tests.building import build_once
from tests.hostile.batches import BATCHES, batch, briefings, padded, plain_briefings
from tests.hostile.project import project_of


@pytest.fixture(scope="module")
def plain_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site with plain words in every field, of the same shape as each batch."""
    files = project_of(plain_briefings())
    return build_once(tmp_path_factory, "plain", lambda folder: build_site(files, folder))


@pytest.mark.parametrize("number", range(BATCHES))
def test_every_text_reads_as_it_was_written_and_runs_nothing(
    number: int,
    plain_site: Path,
    page: Page,
    tmp_path: Path,
    record_property: Callable[[str, object], None],
) -> None:
    accepted, refused = batch(number)
    assert len(refused) <= 3, refused
    texts = padded(accepted)
    dialogs: list[str] = []
    page.on("dialog", lambda dialog: dialogs.append(dialog.message))
    files = project_of(briefings(texts))
    hostile_site = build_site(files, tmp_path / "hostile", "tests.hostile.open_marks")
    with serve(lay_out(plain_site, hostile_site, tmp_path / "both")) as url:
        result = compare(page, url, files, texts)
        assert result["problems"][:5] == [], result["problems"][:20]
        # Every page of a text shows it at least in its title, and most pages show it in a dozen places.
        assert result["seen"]["texts"] > 50 * len(accepted)
        record_property("accepted", len(accepted))
        record_property("refused", len(refused))
        record_property("compared", result["seen"]["texts"])
        for index in range(len(accepted)):
            path = f"sources/daily-{index:03}/" if index % 3 == 0 else f"briefings/talks-{index:03}/"
            page.goto(f"{url}hostile/{path}")
            assert page.evaluate("typeof window.Q7") == "undefined", path
            assert page.url == f"{url}hostile/{path}"
    assert dialogs == []
