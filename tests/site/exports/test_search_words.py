"""What the search says, as a file."""

import json
import re

from generator.build.search.page import KINDS
from generator.site.exports import search_words
from generator.site.theme_files import ASSETS
from tests.building import HARBOUR
from tests.site.exports.sites import site_at


def test_the_file_has_every_message_of_the_script_and_every_kind_of_result() -> None:
    (export,) = search_words.exports(site_at(HARBOUR))
    script = (ASSETS / "search.js").read_text(encoding="utf-8")
    asked = set(re.findall(r"messages\.(\w+)", script)) | {"least", "many"}
    assert asked | set(KINDS) == set(json.loads(export.content))
