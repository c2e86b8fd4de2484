"""The commands of the guide for maintainers do what the guide says, with the wheel and without this repository."""

import os
import re
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from scripts.guide import steps
from tests.browser.searching import open_search
from tests.browser.serving import serve
from tests.building import ROOT
from tests.repository.github import ADDRESS, GitHub, Ran
from tests.repository.wheel import install, settings

GUIDE = (ROOT / "docs" / "guides" / "maintainers.md").read_text(encoding="utf-8")
TOWN = "briefings/old-bridge/positions/town.yml"
STATEMENT = "statement: Ada Vale said the bridge"
NEW_STATEMENT = "statement: Mayor Ada Vale declared the bridge"


@dataclass
class Maintainer:
    """Someone who follows the guide: the current folder, the output of each chapter, and the workflow runs on GitHub."""

    folder: Path
    github: GitHub
    current: Path
    output: dict[str, str] = field(default_factory=dict)
    runs: dict[str, Ran] = field(default_factory=dict)

    def follow(self) -> None:
        """Run every step of the guide; before a step, do what other people do in the meantime."""
        for kind, chapter, blocks in steps(GUIDE):
            assert kind == "run"
            if prepare := getattr(self, f"before_{chapter}", None):
                prepare()
            self.output[chapter] = ""
            for line in blocks[0].strip().split("\n"):
                if line.startswith("cd "):
                    self.current /= line.removeprefix("cd ")
                else:
                    self.output[chapter] += self.github.run(line, self.current)

    def before_pushed(self) -> None:
        """Make the empty repository on GitHub."""
        self.github.run("git init --quiet --bare --initial-branch main my-site.git", self.github.folder)

    def before_asked(self) -> None:
        """Publish the first push, and open two pull requests, one of them with a wrong quote."""
        self.runs["published"] = self.github.workflow(self.clone("published"))
        self.open_pull_request(7, STATEMENT, NEW_STATEMENT)
        self.open_pull_request(8, "not for queues\n", "never for queues\n")

    def before_reverted(self) -> None:
        """Merge the first pull request as one commit."""
        merged = self.clone("merged")
        self.github.run(
            "git fetch --quiet origin pull/7/head; git merge --quiet --squash FETCH_HEAD;"
            "git commit --quiet --message 'A change (#7)'; git push --quiet",
            merged,
        )
        assert STATEMENT not in (merged / TOWN).read_text(encoding="utf-8")

    def before_gone(self) -> None:
        """Publish after the pull request was reverted."""
        self.runs["reverted"] = self.github.workflow(self.clone("reverted"))

    def before_upgraded(self) -> None:
        """Publish after the briefing was deleted."""
        self.runs["gone"] = self.github.workflow(self.clone("gone"))

    def open_pull_request(self, number: int, old: str, new: str) -> None:
        """Change the position of the town in a fork, push it, and run the workflow on the merge."""
        fork = self.clone(f"fork-{number}")
        text = (fork / TOWN).read_text(encoding="utf-8")
        assert old in text
        (fork / TOWN).write_text(text.replace(old, new), encoding="utf-8")
        self.github.run(
            f"git commit --quiet --all --message 'A change'; git push --quiet origin HEAD:refs/pull/{number}/head",
            fork,
        )
        merge = self.clone(f"merge-{number}")
        self.github.run(
            f"git fetch --quiet origin pull/{number}/head; git merge --quiet --no-ff FETCH_HEAD", merge
        )
        self.runs[f"pull request {number}"] = self.github.workflow(merge, pull_request=True)

    def clone(self, name: str) -> Path:
        """Clone the main branch into a new folder."""
        self.github.run(f"git clone --quiet https://github.com/OWNER/my-site.git {name}", self.folder)
        return self.folder / name


@pytest.fixture(scope="module")
def maintainer(tmp_path_factory: pytest.TempPathFactory) -> Maintainer:
    """A maintainer who has followed the whole guide, starting from nothing."""
    folder = tmp_path_factory.mktemp("maintainer")
    commands = install(folder)
    env = {**settings(commands, folder), "PATH": f"{commands}{os.pathsep}{os.environ['PATH']}"}
    found = Maintainer(folder=folder, github=GitHub.at(folder / "github", env), current=folder)
    found.follow()
    return found


def test_every_command_of_the_guide_is_run_or_listed_here(maintainer: Maintainer) -> None:
    run = {line for _, _, blocks in steps(GUIDE) for line in blocks[0].strip().split("\n")}
    shown = {
        line
        for block in re.findall(r"^```sh\n(.*?)^```", GUIDE, re.MULTILINE | re.DOTALL)
        for line in block.strip().split("\n")
    }
    assert len(run) > 25
    # These need the network, or do not end.
    assert {line.partition(" ./")[0].partition(" ../")[0] for line in shown - run} == {
        "python3 -m venv generator",
        ". generator/bin/activate",
        "python -m pip install",
        "python -m pip install --upgrade",
        'python -m pip install "zensical<0.0.74"',
        "python3 -m http.server --bind 127.0.0.1 --directory site",
        'briefing serve --desk-origin "https://$CODESPACE_NAME-8001.$GITHUB_CODESPACES_PORT_FORWARDING_DOMAIN"',
    }
    assert set(maintainer.output) == {chapter for _, chapter, _ in steps(GUIDE)}


def test_the_first_push_publishes_the_whole_site(maintainer: Maintainer) -> None:
    published = maintainer.runs["published"]
    assert published.green, published.output
    assert (published.site.parent / "wheels").is_dir()
    sitemap = (published.site / "sitemap.xml").read_text(encoding="utf-8")
    assert f"{ADDRESS}briefings/old-bridge/" in sitemap


def test_a_good_pull_request_passes_and_its_summary_shows_the_change(maintainer: Maintainer) -> None:
    good = maintainer.runs["pull request 7"]
    assert good.green, good.output
    assert "<ins>" in good.summary
    assert "declared" in good.summary
    assert (good.site / "index.html").is_file()
    assert "declared" in maintainer.output["asked"]


def test_a_wrong_quote_fails_the_pull_request_and_is_marked_in_its_file(maintainer: Maintainer) -> None:
    wrong = maintainer.runs["pull request 8"]
    assert not wrong.green
    assert f"::error file={TOWN},line=" in wrong.output
    assert not wrong.site.exists()


def test_a_reverted_change_gives_the_same_site_byte_for_byte(maintainer: Maintainer) -> None:
    before, after = maintainer.runs["published"], maintainer.runs["reverted"]
    assert after.green, after.output
    assert (before.site / "site.sha256").read_bytes() == (after.site / "site.sha256").read_bytes()


def test_a_deleted_briefing_disappears_from_the_site(maintainer: Maintainer) -> None:
    gone = maintainer.runs["gone"]
    assert gone.green, gone.output
    assert not (gone.site / "briefings" / "old-bridge").exists()
    assert "old-bridge/" not in (gone.site / "sitemap.xml").read_text(encoding="utf-8")
    assert "bridge-2031-03-02" in maintainer.output["gone"]  # the check names the unused source


def test_a_newer_generator_is_pinned_and_the_plain_files_build_elsewhere(maintainer: Maintainer) -> None:
    assert "requirements.txt" in maintainer.output["upgraded"]
    plain = maintainer.folder / "plain"
    assert (plain / "mkdocs.yml").is_file()
    assert (plain / "site" / "index.html").is_file()
    assert (plain / "site" / "search-index" / "index.json").is_file()


def test_a_reader_of_the_published_site_gets_from_the_home_page_to_the_quoted_words(
    maintainer: Maintainer, page: Page
) -> None:
    with serve(maintainer.runs["published"].site, "/my-site/") as address:
        page.goto(address)
        page.locator("article a[href*='old-bridge']").first.click()
        page.wait_for_url(f"{address}briefings/old-bridge/**")
        page.locator("article a[href*='#at-']").first.click()
        page.wait_for_url(f"{address}sources/**#at-*")
        expect(page.locator("mark.bb-target, mark:target, :target mark").first).to_be_in_viewport()
        open_search(page)
        page.keyboard.type("queues")
        page.locator(".bb-search li a").first.click()
        expect(page.locator("article")).to_contain_text("queues")
