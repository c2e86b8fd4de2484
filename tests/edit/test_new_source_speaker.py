"""`briefing new source` writes whose words a whole source is."""

from pathlib import Path

from tests.edit.new_entries import DRIVERS, base, run


def stored(root: Path, text: Path, *words: str) -> str:
    """Store a text as the source `speech`, and return its details."""
    text.write_text("We will close the bridge at night, and only at night.\n", encoding="utf-8")
    done = run(root, "new", "source", str(text), "--id", "speech", "--title", "S", "--language", "en", *words)
    assert done.exit_code == 0, done.output
    return (root / "seeds/speech.yml").read_text(encoding="utf-8")


def test_a_source_may_say_whose_words_it_is(tmp_path: Path) -> None:
    root = base(tmp_path / "site")
    details = stored(root, tmp_path / "a.txt", "--kind", "speech", "--party", "town", "--speaker", "ada-vale")
    assert "\nkind: speech\nparty: town\nspeaker: ada-vale\n" in details
    words = ["add-evidence", "bridge", "drivers", "width", "only at night", "--source", "speech"]
    run(root, *words)
    assert 'quote: "only at night"' in (root / DRIVERS).read_text(encoding="utf-8")


def test_several_parties_of_a_source_speak_together(tmp_path: Path) -> None:
    words = ["--kind", "statement", "--party", "town", "--party", "drivers"]
    details = stored(base(tmp_path / "site"), tmp_path / "a.txt", *words)
    assert "parties: [town, drivers]\n" in details
    assert "\nparty:" not in details


def test_an_article_has_neither_kind_nor_party(tmp_path: Path) -> None:
    details = stored(base(tmp_path / "site"), tmp_path / "a.txt")
    assert not [key for key in ("kind", "party", "speaker") if key in details]


def test_a_speech_asks_whose_words_it_is(tmp_path: Path) -> None:
    root = base(tmp_path / "site")
    article = tmp_path / "a.txt"
    article.write_text("We will close the bridge.\n", encoding="utf-8")
    words = ["new", "source", str(article), "--title", "S", "--language", "en", "--id", "speech"]
    done = run(root, *words, "--kind", "speech", answers="twon\ntown\n")
    assert "There is no party “twon”" in done.output
    assert "party: town\n" in (root / "seeds/speech.yml").read_text(encoding="utf-8")
    done = run(root, *words, "--kind", "post", "--speaker", "ada-veil")
    assert "There is no speaker “ada-veil”. Did you mean “ada-vale”?" in done.output
