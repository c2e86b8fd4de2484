"""The addresses of places in files: the screen that edits them, else their line in the text editor."""

from generator.content.paths import file_kind, position_path, source_of
from generator.desk.cells import DeskCell
from generator.desk.visit import Visit
from generator.location import Location


def line_url(visit: Visit, location: Location) -> str:
    """Return the address of a line in the text editor."""
    return visit.url("editor", file=location.file, line=location.line) + f"#L{location.line}"


def cell_url(visit: Visit, slug: str, cell: DeskCell) -> str:
    """Return the address that opens a cell: its position, or its line if there is no such screen or the file has errors."""
    if visit.has("position") and not (cell.errors and not cell.has_entry):
        return visit.url("position", slug=slug, party=cell.party, issue=cell.issue)
    return line_url(visit, cell.line)


def source_url(visit: Visit, source: str) -> str:
    """Return the address that opens a source: its text to read and pick from."""
    return visit.url("read", source=source)


def missing_file_url(visit: Visit, name: str) -> str:
    """Return the address of the cells whose entries a missing file would have; empty if it is no file of positions."""
    for slug, briefing in visit.examined.content.corpus.briefings.items():
        for party in briefing.about.parties:
            if name == position_path(slug, party):
                return visit.url("briefing", slug=slug, party=party)
    return ""


def line_of_text_url(visit: Visit, source: str, line: int) -> str:
    """Return the address that opens a stored text at the paragraph of a line, which counts from 1."""
    article = visit.examined.content.corpus.sources[source].article
    offset = sum(len(each) + 1 for each in article.text.split("\n")[: line - 1])
    paragraph = article.paragraph_at(offset).number
    part = article.part_of(paragraph).number
    return visit.url("read", source=source, part=part if part > 1 else "") + f"#p{paragraph}"


def place_url(visit: Visit, location: Location) -> str:
    """Return the address of the screen that edits a place in a file of the project; empty if the desk has none for it."""
    corpus = visit.examined.content.corpus
    if location.file not in visit.project.files:
        return missing_file_url(visit, location.file)
    match file_kind(location.file), location.file.split("/"):
        case "source", _ if location.file.endswith(".txt") and source_of(location.file) in corpus.sources:
            return line_of_text_url(visit, source_of(location.file), location.line)
        case "positions", (_, slug, _, _) if visit.has("position") and slug in corpus.briefings:
            party = source_of(location.file)
            file = corpus.briefings[slug].positions.get(party)
            entries = (
                [entry for entry in file.positions if entry.location().line <= location.line] if file else []
            )
            newest = max(entries, key=lambda entry: entry.location().line, default=None)
            if newest is not None and newest.issue in corpus.briefings[slug].about.issues:
                own = [entry for entry in file.positions if entry.issue == newest.issue] if file else []
                number = file.positions.index(newest) if file and len(own) > 1 else ""
                return visit.url("position", slug=slug, party=party, issue=newest.issue, entry=number)
    return line_url(visit, location)
