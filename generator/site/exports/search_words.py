"""What the search says in the language of the site. Its script reads this file with the index, so that no page repeats the words."""

import json
from collections.abc import Iterator
from functools import partial

from generator.language import N_, Language
from generator.site.exports.export import Export
from generator.site.parts import NOTHING
from generator.site.site import Site
from generator.site.theme_files import FOLDER

# `quote` and those below it are the kinds of results.
_WORDS = {
    "none": N_("No result for “{words}”. Try fewer or other words."),
    "one": N_("1 result"),
    "many": N_("{n} results"),
    "least": N_("More than {n} results"),
    "near": N_("No result for “{words}”. Results for “{other}”:"),
    "some": N_("No result has all these words. Results with some of them:"),
    "proposition": N_("Proposition: {text}"),
    "quote": N_("The party’s own words"),
    "reported": N_("Reported by the source"),
    "assessment": N_("The source’s own assessment"),
    "issue": N_("Issue"),
    "briefing": N_("Briefing"),
    "party": N_("Party"),
    "stance": N_("Stance"),
    "source": N_("Stored text"),
    "page": N_("Page"),
}


def exports(site: Site) -> Iterator[Export]:
    """Yield the file."""
    yield Export(f"{FOLDER}/search-words.json", partial(_file, site.language), NOTHING)


def _file(language: Language) -> bytes:
    words = {name: language.say(text) for name, text in _WORDS.items()}
    return (json.dumps(words, ensure_ascii=False, separators=(",", ":")) + "\n").encode()
