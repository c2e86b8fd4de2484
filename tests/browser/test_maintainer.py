"""Whoever follows the guide for maintainers word for word, with the wheel and without this repository, arrives where it says."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from scripts.guide import steps
from tests.browser.serving import serve
from tests.building import ROOT
from tests.repository.github import ADDRESS, GitHub, Ran
from tests.repository.wheel import install, settings

GUIDE = (ROOT / "docs" / "guides" / "maintainers.md").read_text(encoding="utf-8")
TOWN = "briefings/old-bridge/positions/town.yml"
SUMMARY = "summary: For people, not for queues."


@dataclass
class Road:
    """The maintainer's road: where they are, what each chapter told, and what GitHub made of it."""

    folder: Path
    github: GitHub
    at: Path
    told: dict[str, str] = field(default_factory=dict)
    runs: dict[str, Ran] = field(default_factory=dict)

    def follow(self) -> None:
        """Take every step; what others do meanwhile happens before the step that needs it."""
        for what, moment, blocks in steps(GUIDE):
            assert what == "run"
            if happens := getattr(self, f"before_{moment}", None):
                happens()
            self.told[moment] = ""
            for line in blocks[0].strip().split("\n"):
                if line.startswith("cd "):
                    self.at /= line.removeprefix("cd ")
                else:
                    self.told[moment] += self.github.run(line, self.at)

    def before_pushed(self) -> None:
        """Make the empty repository."""
        self.github.run("git init --quiet --bare --initial-branch main my-site.git", self.github.folder)

    def before_asked(self) -> None:
        """Publish the first push; two pull requests come, one of them with a wrong quote."""
        self.runs["published"] = self.github.workflow(self.cloned("published"))
        for number, new in (
            (7, (SUMMARY, "summary: Wants it for people.")),
            (8, ("not for queues\n", "never for queues\n")),
        ):
            fork = self.cloned(f"fork-{number}")
            before = (fork / TOWN).read_text(encoding="utf-8")
            assert new[0] in before
            (fork / TOWN).write_text(before.replace(*new), encoding="utf-8")
            self.github.run(
                f"git commit --quiet --all --message 'A change'; git push --quiet origin HEAD:refs/pull/{number}/head",
                fork,
            )
            merged = self.cloned(f"merged-{number}")
            self.github.run(
                f"git fetch --quiet origin pull/{number}/head; git merge --quiet --no-ff FETCH_HEAD", merged
            )
            self.runs[f"pull request {number}"] = self.github.workflow(merged, pull_request=True)

    def before_reverted(self) -> None:
        """Merge the pull request, as one commit."""
        desk = self.cloned("desk")
        self.github.run(
            "git fetch --quiet origin pull/7/head; git merge --quiet --squash FETCH_HEAD; git commit --quiet --message 'A change (#7)';"
            "git push --quiet",
            desk,
        )
        assert SUMMARY not in (desk / TOWN).read_text(encoding="utf-8")

    def before_gone(self) -> None:
        """Publish what was undone."""
        self.runs["reverted"] = self.github.workflow(self.cloned("reverted"))

    def before_upgraded(self) -> None:
        """Publish the site without its briefing."""
        self.runs["gone"] = self.github.workflow(self.cloned("gone"))

    def cloned(self, name: str) -> Path:
        """Check out the main branch anew."""
        self.github.run(f"git clone --quiet https://github.com/OWNER/my-site.git {name}", self.folder)
        return self.folder / name


@pytest.fixture(scope="module")
def road(tmp_path_factory: pytest.TempPathFactory) -> Road:
    """The whole road, followed from nothing."""
    folder = tmp_path_factory.mktemp("maintainer")
    commands = install(folder)
    env = {**settings(commands, folder), "PATH": f"{commands}{os.pathsep}{os.environ['PATH']}"}
    found = Road(folder, GitHub.at(folder / "github", env), folder)
    found.follow()
    return found


def test_every_command_of_the_guide_is_one_of_its_steps_or_needs_the_net_or_does_not_end(road: Road) -> None:
    followed = {line for _, _, blocks in steps(GUIDE) for line in blocks[0].strip().split("\n")}
    shown = {
        line
        for block in re.findall(r"^```sh\n(.*?)^```", GUIDE, re.MULTILINE | re.DOTALL)
        for line in block.strip().split("\n")
    }
    assert len(followed) > 25
    assert {line.partition(" ./")[0].partition(" ../")[0] for line in shown - followed} == {
        "python3 -m venv generator",
        ". generator/bin/activate",
        "python -m pip install",
        "python -m pip install --upgrade",
        'python -m pip install "zensical<0.0.74"',
        "python3 -m http.server --bind 127.0.0.1 --directory site",
    }
    assert set(road.told) == {moment for _, moment, _ in steps(GUIDE)}


def test_the_new_site_works_at_once_and_all_of_it_is_pushed(road: Road) -> None:
    assert "No problems found." in road.told["begun"]
    published = road.runs["published"]
    assert published.green, published.told
    assert (published.site.parent / "wheels").is_dir()
    sitemap = (published.site / "sitemap.xml").read_text(encoding="utf-8")
    assert f"{ADDRESS}briefings/old-bridge/" in sitemap


def test_a_pull_request_is_checked_and_its_summary_has_the_words_that_go_and_come(road: Road) -> None:
    good, wrong = road.runs["pull request 7"], road.runs["pull request 8"]
    assert good.green, good.told
    assert "<ins>" in good.summary
    assert "Wants it for" in good.summary
    assert (good.site / "index.html").is_file()
    assert not wrong.green
    assert f"::error file={TOWN},line=" in wrong.told
    assert not wrong.site.exists()
    assert "Wants" in road.told["asked"]


def test_a_change_that_was_undone_leaves_the_site_as_it_was_byte_for_byte(road: Road) -> None:
    before, after = road.runs["published"], road.runs["reverted"]
    assert after.green, after.told
    assert (before.site / "site.sha256").read_bytes() == (after.site / "site.sha256").read_bytes()


def test_a_briefing_that_was_deleted_is_gone_from_the_site(road: Road) -> None:
    gone = road.runs["gone"]
    assert gone.green, gone.told
    assert not (gone.site / "briefings" / "old-bridge").exists()
    assert "old-bridge/" not in (gone.site / "sitemap.xml").read_text(encoding="utf-8")
    assert "nothing cites the source bridge-2031-03-02" in road.told["gone"]


def test_the_next_version_is_pinned_and_the_plain_files_make_a_site_elsewhere(road: Road) -> None:
    assert "requirements.txt" in road.told["upgraded"]
    plain = road.folder / "plain"
    assert (plain / "mkdocs.yml").is_file()
    assert (plain / "site" / "index.html").is_file()
    assert (plain / "site" / "pagefind" / "pagefind.js").is_file()


def test_a_reader_of_the_published_site_comes_from_the_home_page_to_the_highlighted_words(
    road: Road, page: Page
) -> None:
    with serve(road.runs["published"].site, "/my-site/") as address:
        page.goto(address)
        page.locator("article a[href*='old-bridge']").first.click()
        page.wait_for_url(f"{address}briefings/old-bridge/**")
        page.locator("article a[href*='#at-']").first.click()
        page.wait_for_url(f"{address}sources/**#at-*")
        expect(page.locator("mark.bb-target, mark:target, :target mark").first).to_be_in_viewport()
        page.keyboard.press("/")
        page.keyboard.type("queues")
        page.locator(".bb-search li a").first.click()
        expect(page.locator("article")).to_contain_text("queues")
