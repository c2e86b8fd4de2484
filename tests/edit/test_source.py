"""`briefing source` says what is known of a source and its original, and what a new conversion would change."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.edit.articles.converted import Converted, Line
from generator.edit.articles.incoming import Incoming
from generator.edit.articles.review import Review
from tests.articles.mail_corpus import MAILS
from tests.building import files as files_of

CUT = "A text on lines that\nare cut here.\n\nPage 1\n\nThe second paragraph\nof the text.\n"


def run(root: Path, *words: str) -> str:
    done = CliRunner().invoke(main, [*words, "--root", str(root)])
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done.output


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project with a source that was made from a text on cut lines; a line was left out."""
    root, file = tmp_path / "site", tmp_path / "cut.txt"
    for name in ("seeds", "briefings"):
        (root / name).mkdir(parents=True)
    file.write_text(CUT, encoding="utf-8")
    output = run(
        root, "new", "source", str(file), "--title", "T", "--language", "en", "--id", "t", "--strike", "2"
    )
    assert "Wrote seeds/originals/t.txt." in output
    return root


def test_what_is_known_of_a_source_is_shown(root: Path) -> None:
    before = files_of(root)
    output = run(root, "source", "t")
    assert "t: T\n" in output
    assert "  publisher: not known\n" in output
    assert "Text: 2 paragraphs, hash as recorded." in output
    assert "Original: text “cut.txt”, UTF-8, converted by Briefing Book 0.1.0." in output
    assert "seeds/originals/t.txt: the recorded file" in output
    assert "Left out:\n  Page 1\n" in output
    assert files_of(root) == before


def test_an_original_that_is_missing_or_another_file_is_said(root: Path) -> None:
    (root / "seeds/originals/t.txt").write_text("Another file.", encoding="utf-8")
    assert "another file: its hash is not the recorded one" in run(root, "source", "t")
    assert "is not the file that the text of “t” was made from" in run(root, "source", "t", "--again")
    assert "E024" in run(root, "lock")
    (root / "seeds/originals/t.txt").unlink()
    assert "not in seeds/originals/; its hash is" in run(root, "source", "t")
    assert "The original of “t” is not here" in run(root, "source", "t", "--again")


def test_a_new_conversion_of_the_same_file_changes_nothing(root: Path) -> None:
    assert run(root, "source", "t", "--again") == "A new conversion gives the same text.\n"


def test_a_new_conversion_shows_what_it_would_change_and_changes_nothing(root: Path) -> None:
    (root / "seeds/t.txt").write_text(
        "A text on lines that are cut there.\n\nThe second paragraph of the text.\n", encoding="utf-8"
    )
    before = files_of(root)
    output = run(root, "source", "t", "--again")
    assert (
        output
        == "Paragraph 1:\n- A text on lines that are cut there.\n+ A text on lines that are cut here.\n"
    )
    assert files_of(root) == before


@pytest.mark.parametrize("name", ["letter.eml", "newsletter.eml", "page.mhtml"])
@pytest.mark.slow
def test_a_mail_which_says_its_encoding_itself_is_converted_again(
    root: Path, tmp_path: Path, name: str
) -> None:
    mail = tmp_path / name
    mail.write_bytes(MAILS["outlook.eml" if name == "letter.eml" else name][0])
    run(root, "new", "source", str(mail), "--id", "m", "--language", "de", "--yes", "--strike", "marked")
    assert run(root, "source", "m", "--again") == "A new conversion gives the same text.\n"


def test_a_text_that_was_stored_as_it_is_has_no_original(root: Path, tmp_path: Path) -> None:
    plain = tmp_path / "plain.txt"
    plain.write_text("The bridge opens.\n", encoding="utf-8")
    run(root, "new", "source", str(plain), "--title", "P", "--language", "en", "--id", "p")
    assert "Original: none. The text was stored as it is." in run(root, "source", "p")
    assert "there is no other file to convert" in run(root, "source", "p", "--again")


def test_a_mail_is_converted_again_without_a_word_about_encodings(root: Path, tmp_path: Path) -> None:
    mail = tmp_path / "m.eml"
    mail.write_bytes(b"From: A <a@b.example>\nSubject: Fees\nMIME-Version: 1.0\n\nThe fees will rise.\n")
    run(root, "new", "source", str(mail), "--language", "en", "--id", "m", "--yes")
    assert run(root, "source", "m", "--again") == "A new conversion gives the same text.\n"


@pytest.mark.parametrize(
    ("name", "ending"), [("talk.vtt", "vtt"), ("talk.VTT", "vtt"), ("talk.pdf", "txt"), ("", "txt")]
)
def test_an_original_keeps_the_ending_of_its_name_if_the_file_is_of_this_kind(name: str, ending: str) -> None:
    converted = Converted("text", (Line("The bridge opens."),))
    assert Review(Incoming(b"The bridge opens.\n", name), converted).ending == ending
