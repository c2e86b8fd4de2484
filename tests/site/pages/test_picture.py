"""What the pictures for shared links say: propositions with their answers, and what these rest on."""

import datetime as dt
import re
from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from generator.content.files import read_files
from generator.pipeline import examine, site_of
from generator.site.exports.social import pictures
from generator.site.pages.picture import MOST_PROPOSITIONS, Picture, briefing_picture, issue_picture
from generator.site.pages.picture_answers import Question
from generator.site.pages.views import Views
from generator.site.site import Publication, Site
from tests.browser.sizes import TODAY, write_sizes
from tests.building import HARBOUR, ROOT
from tests.site.exports.sites import site_at, site_full_of

ON_RECORD = {"for-end", "for", "between", "against", "against-end", "unclear"}


@cache
def sizes() -> Site:
    with TemporaryDirectory() as folder:
        files, errors = read_files(write_sizes(Path(folder)))
        return site_of(
            examine(files, errors, today=dt.date.fromisoformat(TODAY)), publication=Publication("Book")
        )


def views(site: Site, slug: str) -> Views:
    return Views(site, site.corpus.briefings[slug])


def issue(slug: str, name: str) -> Picture:
    return issue_picture(views(site_at(HARBOUR), slug), name)


def test_the_picture_of_an_issue_has_its_proposition_and_every_party() -> None:
    picture = issue("night-closing", "noise-limit")
    assert [picture.within, picture.label, picture.title] == [
        "The night closing of Halmsund harbour: Noise limit",
        "Proposition",
        "A limit of 55 dB(A) holds on the quay.",
    ]
    assert [(answer.form, answer.lead, answer.text) for answer in picture.answers] == [
        ("for-end", "Council", "supports"),
        ("between", "Night Line", "conditional"),
        ("declined", "Declined to say", "Islanders"),
        ("not-found", "No position found", "Crews"),
    ]


def test_an_inferred_stance_is_marked_in_its_sign_and_in_words() -> None:
    stated, inferred = issue("lighthouse", "museum").answers
    assert [str(stated), stated.inferred] == ["Islanders: agrees", False]
    assert [str(inferred), inferred.inferred] == ["Night Line: disagrees (inferred)", True]


@pytest.mark.parametrize("site", [site_at(ROOT), site_at(HARBOUR), sizes()], ids=["real", "harbour", "sizes"])
def test_no_answer_stands_without_its_proposition(site: Site) -> None:
    asked = {
        text
        for briefing in site.corpus.briefings.values()
        for issue in briefing.about.issues.values()
        for text in ([proposition.text for proposition in issue.propositions.values()] or [issue.question])
    }
    answered = 0
    for _, picture in pictures(site):
        for question in (*picture.questions, Question(picture.title, picture.answers)):
            if question.answers:
                answered += 1
                assert question.title in asked
                answers = "; ".join(map(str, question.answers))
                assert re.search(f"{re.escape(question.title)}\\.? {re.escape(answers)}", picture.words)
    assert answered > 5


def test_the_picture_of_a_briefing_has_its_first_propositions_and_counts_the_rest() -> None:
    picture = briefing_picture(views(site_at(HARBOUR), "night-closing"))
    assert picture.title == "The night closing of Halmsund harbour"
    assert len(picture.questions) == MOST_PROPOSITIONS
    assert picture.more == f"and {4 - MOST_PROPOSITIONS} more proposition"


def test_an_issue_with_several_propositions_shows_each_with_its_answers() -> None:
    picture = issue("night-closing", "closing")
    assert picture.title == "Closing at night"
    assert [str(question.answers[0]) for question in picture.questions] == [
        "Supports: Islanders",
        "Supports: Council",
    ]
    assert picture.answers == ()


def test_an_option_or_an_amount_answers_a_question_and_has_no_mark() -> None:
    picture = issue("boats", "boats")
    assert [picture.label, picture.title] == ["Question", "How many boats stay on the islands at night?"]
    assert [str(answer) for answer in picture.answers if not answer.form] == [
        "Night Line: 2 boats",
        "Council: 3 boats",
        "Islanders: 3 boats",
    ]


@pytest.mark.parametrize("slug", ["nine", "twenty", "thirty"])
def test_all_parties_with_a_position_are_named_or_all_are_counted(slug: str) -> None:
    shown = views(sizes(), slug)
    for name in shown.about.issues:
        picture = issue_picture(shown, name)
        held = [answer for answer in picture.answers if answer.form in ON_RECORD]
        counted = [f"of {len(shown.about.parties)} parties" in answer.text for answer in held]
        assert len(set(counted)) <= 1, name


def test_the_foot_has_date_sources_kinds_of_evidence_and_whether_the_briefing_is_out_of_date() -> None:
    harbour = briefing_picture(views(site_at(HARBOUR), "night-closing"))
    assert harbour.foot == "As of 11 June 2031. 4 sources, 3 independent. Own words, reports."
    overdue = briefing_picture(views(sizes(), "overdue"))
    assert overdue.foot == "As of 1 January 2031. Only one source. Own words, reports. Out of date."
    assert briefing_picture(views(sizes(), "empty")).foot == "As of 11 June 2031."


def test_only_what_cannot_be_drawn_is_left_out() -> None:
    (picture,) = _pictures_of("CO₂ in Halmsund 会 🚢, part Ⅳ")
    assert picture.title == "CO₂ in Halmsund , part IV"
    assert picture.complete


def test_without_a_title_the_picture_has_the_name_of_the_site_and_no_answers() -> None:
    (picture,) = _pictures_of("東京湾の会談について", name="Book")
    assert [picture.title, picture.answers, picture.questions] == ["Book", (), ()]
    assert not picture.complete
    (picture,) = _pictures_of("東京湾の会談について", name="東京湾")
    assert picture.title == "Briefings"


def _pictures_of(text: str, name: str = "Book") -> list[Picture]:
    """Return the picture of the only briefing of a site in which every text is `text`."""
    site = replace(site_full_of(text), publication=Publication(name))
    return [briefing_picture(Views(site, briefing)) for briefing in site.corpus.briefings.values()]


def test_titles_of_which_nothing_can_be_drawn_leave_no_colon() -> None:
    site = site_full_of("🎉 東京湾の会談について")
    assert {picture.within for _, picture in pictures(site)} == {""}
    mixed = site_full_of("CO₂ limits 日本")
    assert issue_picture(views(mixed, "talks"), "share").within == "CO₂ limits: CO₂ limits"
