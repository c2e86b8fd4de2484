"""What a briefing says beside its positions is edited in one form; what stays as it was is not written."""

from difflib import unified_diff

from lxml import html

from tests.desk.articles import fields_of
from tests.desk.desks import Visitor

ABOUT = "briefings/night-closing/briefing.yml"
ADDRESS = "/briefings/night-closing/about"


def send(visitor: Visitor, fields: dict[str, str | list[str]]) -> None:
    """Send the form, which must be accepted."""
    answer = visitor.post(ADDRESS, fields)
    assert answer.status_code == 303, html.fromstring(answer.text).xpath("string(//main)")


def lines_changed(before: bytes, after: bytes) -> tuple[list[str], list[str]]:
    """Return the lines that were removed, and those that were added."""
    lines = list(unified_diff(before.decode().split("\n"), after.decode().split("\n"), lineterm="", n=0))[2:]
    removed, added = ([line[1:] for line in lines if line[0] == sign] for sign in "-+")
    return removed, added


def test_a_form_that_is_sent_as_it_is_changes_no_byte(harbour: Visitor) -> None:
    before = harbour.read(ABOUT)
    send(harbour, fields_of(harbour.page(ADDRESS)))
    assert harbour.read(ABOUT) == before
    assert len(harbour.desk.workspace.steps) == 0


def test_single_values_and_the_order_of_parties_are_changed_in_their_lines(harbour: Visitor) -> None:
    before = harbour.read(ABOUT)
    fields = fields_of(harbour.page(ADDRESS))
    parties = sorted(
        (name for name in fields if name.startswith("order-") and fields[name] != [""]),
        key=lambda name: fields[name],
    )
    first = parties[0].removeprefix("order-")
    send(harbour, fields | {"reviewed_on": "2031-06-30", parties[0]: "99"})
    removed, added = lines_changed(before, harbour.read(ABOUT))
    assert "reviewed_on: 2031-06-30" in added
    assert len(removed) <= 2 + len(parties)
    assert harbour.desk.workspace.project.corpus.briefings["night-closing"].about.parties[-1] == first


def test_a_new_event_and_a_correction_are_added_with_the_words_that_show_them(harbour: Visitor) -> None:
    before = harbour.read(ABOUT)
    fields = fields_of(harbour.page(ADDRESS))
    corpus = harbour.desk.workspace.project.corpus
    count = len(corpus.briefings["night-closing"].about.timeline)
    source, words = "lantern-2031-06-11", "The council has voted for a trial"
    new = {
        f"timeline-{count}-date": "2031-06-11", f"timeline-{count}-title": "The paper reported on the harbour.",
        f"timeline-{count}-words": words, f"timeline-{count}-source": source,
    }  # fmt: skip
    count = len(corpus.briefings["night-closing"].about.corrections)
    row = {
        "date": "2031-06-20",
        "was": "58 decibels",
        "now": "55 decibels",
        "reason": "The paper corrected it.",
    }
    send(harbour, fields | new | {f"corrections-{count}-{key}": text for key, text in row.items()})
    about = harbour.desk.workspace.project.corpus.briefings["night-closing"].about
    assert about.timeline[-1].title == "The paper reported on the harbour."
    assert [each.source for each in about.timeline[-1].evidence] == [source]
    assert about.corrections[-1].now == "55 decibels"
    assert lines_changed(before, harbour.read(ABOUT))[0] == []


def test_the_answer_is_written_and_a_draft_published(harbour: Visitor) -> None:
    path = harbour.root / ABOUT
    path.write_bytes(path.read_bytes().replace(b"\nparties:", b"\ndraft: true\nparties:", 1))
    fields = fields_of(harbour.page(ADDRESS))
    assert fields["draft"] == ["true"]
    del fields["draft"]
    send(harbour, fields | {"what_is_not_known-0-text": "The texts do not say who pays."})
    about = harbour.desk.workspace.project.corpus.briefings["night-closing"].about
    assert not about.draft
    assert about.key_points.what_is_not_known is not None
    assert about.key_points.what_is_not_known.text == "The texts do not say who pays."


def test_an_entry_is_removed_only_if_it_is_marked(harbour: Visitor) -> None:
    corpus = harbour.desk.workspace.project.corpus
    first, *rest = corpus.briefings["night-closing"].about.timeline
    send(harbour, fields_of(harbour.page(ADDRESS)) | {"timeline-0-remove": "1"})
    about = harbour.desk.workspace.project.corpus.briefings["night-closing"].about
    assert [event.title for event in about.timeline] == [event.title for event in rest]
    assert first.title.encode() not in harbour.read(ABOUT).partition(b"timeline:")[2]


def test_a_list_that_others_changed_meanwhile_is_not_overwritten(harbour: Visitor) -> None:
    fields = fields_of(harbour.page(ADDRESS))
    path = harbour.root / ABOUT
    others = path.read_bytes().replace(
        b"timeline:\n", b"timeline:\n  - date: 2031-01-01\n    title: A year began.\n", 1
    )
    path.write_bytes(others)
    answer = harbour.post(ADDRESS, fields | {"timeline-1-title": "Something else happened."})
    assert answer.status_code == 409
    assert "changed meanwhile" in answer.text
    assert harbour.read(ABOUT) == others


def test_wrong_values_are_said_at_their_fields(harbour: Visitor) -> None:
    fields = fields_of(harbour.page(ADDRESS))
    wrong = {
        "as_of": "tomorrow",
        "review_every": "often",
        "timeline-0-date": "2031-02-30",
        "where_it_stands-0-words": "no such words",
    }
    answer = harbour.post(ADDRESS, fields | wrong)
    found = html.fromstring(answer.text).xpath("//*[starts-with(@id, 'wrong-')]/@id")
    assert {each.removeprefix("wrong-") for each in found} == set(wrong)
