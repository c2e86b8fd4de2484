"""The method page covers every value that the code can produce."""

from generator.content.model import ABSENCES, Kind, Relation
from generator.evidence import Verdict
from generator.site.pages.labels import LABELS
from tests.site.pages.changed import pages_with


def test_every_verdict_kind_and_relation_has_a_row_on_the_method_page() -> None:
    sections = {
        part.split("\n", 1)[0].split(" {")[0]: part for part in pages_with()["method.md"].split("\n## ")
    }
    rows = {title: part.count("\n| ") - 2 * part.count("\n| ---") for title, part in sections.items()}
    assert rows["How quotes are checked"] == len(Verdict)
    assert rows["Kinds of evidence"] == len(Kind) + len(LABELS.relations) == len(Kind) + len(Relation) - 1
    assert rows["Missing positions"] == len(ABSENCES)
