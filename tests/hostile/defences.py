"""Remove one defence of the program at a time, and check that a test detects it: `python -m tests.hostile.defences [NAME …]`.

A defence is a place in a file that keeps hostile content from doing harm. It is removed from a copy of the project, and the
tests named beside it run on that copy: one of them has to fail.
"""

import importlib
import os
import shutil
import sys
import tempfile
import traceback
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from tests.building import REAL_URL, ROOT, build, copy_project

PARTS = (
    *("generator", "tests", "scripts", "briefings", "seeds", "docs", "requirements", ".github", ".vscode"),
    *("mkdocs.yml", "pyproject.toml", "Makefile", "README.md", "CONTRIBUTING.md", "CHANGELOG.md"),
)
# Libraries that tests import. They are loaded once, before the tests of each copy run in a process of their own.
_HEAVY = (
    "pytest", "_pytest.assertion.rewrite", "hypothesis", "hypothesis.strategies", "yaml", "lxml.html", "html5lib",
    "markdown", "jinja2", "pydantic", "babel.dates", "babel.messages.pofile", "click.testing", "mkdocs.commands.build",
)  # fmt: skip
# The warning says that a library was loaded before pytest could rewrite its assertions.
_WORDS = ("-x", "-p", "no:cacheprovider", "-W", "ignore::pytest.PytestAssertRewriteWarning")


class Defence(NamedTuple):
    """A place in a file, the text that replaces it, and the tests that must fail then."""

    file: str
    old: str
    new: str
    tests: str


_ESCAPE, _TEXTS = "generator/escape.py", "tests/shared/test_escape.py"
_READER, _TRAPS = "generator/content/strict_yaml/builder.py", "tests/content/test_strict_yaml.py"
_VERIFY, _LOOKED_AT = "generator/build/verify", "tests/build/test_verify.py"
_LAST_SITE = "tests/build/test_last_site.py"
_WRITE, _JOURNAL = "generator/edit/atomic_write", "tests/edit/test_journal.py"
_INTERRUPTED, _SAVED = "tests/edit/test_interruptions.py", "tests/edit/test_saved_meanwhile.py"
_GATE, _EVIDENCE = "generator/evidence", "tests/evidence/test_gate.py"
_LICENCES, _STARTER = "tests/repository/test_licences.py", "generator/edit/starter/empty/dot-github"
_HEADERS = "tests/build/test_headers.py"
_GUARD, _PREVIEW = "generator/build/guard.py", "tests/build/test_guard.py"
_PUBLISHED = "tests/build/test_publish.py::test_the_manifest_lists_every_published_file_as_sha256sum_reads_it"

DEFENCES: dict[str, Defence] = {
    # Text stays text wherever it is printed.
    "markdown: signs": Defence(_ESCAPE, r"""text = _ALWAYS.sub(r"\\\g<0>", text)""", "pass", _TEXTS),
    "markdown: entities": Defence(_ESCAPE, '_ENTITY.sub("&amp;", text)', "text", _TEXTS),
    "markdown: tags": Defence(_ESCAPE, '.replace("<", "&lt;")\n    text = _UNDERSCORE', "\n    text = _UNDERSCORE", _TEXTS),
    "markdown: emphasis": Defence(_ESCAPE, r"""text = _UNDERSCORE.sub(r"\\_", text)""", "pass", _TEXTS),
    "markdown: links": Defence(_ESCAPE, "if _ACTIVE_BRACKETS.search(text) or not _balanced(text):", "if False:", _TEXTS),
    "markdown: headings": Defence(_ESCAPE, "text = _LAST_HASHES.sub(", "_LAST_HASHES.sub(", _TEXTS),
    "markdown: numbers": Defence(_ESCAPE, "text = _LIST_NUMBER.sub(", "_LIST_NUMBER.sub(", _TEXTS),
    "markdown: lists": Defence(_ESCAPE, "text = _FIRST_ESCAPED.sub(", "_FIRST_ESCAPED.sub(", _TEXTS),
    "markdown: definitions": Defence(_ESCAPE, 'return _FIRST_ENTITY.sub(lambda match: f"{match[1]}&#{ord(match[2])};", text)', "return text", _TEXTS),
    "markdown: pictures": Defence(_ESCAPE, '(r"\\!" if before.endswith("!") else "")', '("!" if before.endswith("!") else "")', "tests/hostile/test_pages.py"),
    "what turns the direction": Defence(_ESCAPE, ", *range(8234, 8239)", "", _TEXTS),
    "what isolates the direction": Defence(_ESCAPE, "*range(0x2066, 0x206A), ", "", _TEXTS),
    "html": Defence(_ESCAPE, "return html.escape(shown(text), quote=True)", "return shown(text)", _TEXTS),
    "calendars": Defence(_ESCAPE, r"""re.sub(r"([\\;,])", r"\\\1", shown(text))""", "shown(text)", "tests/site/exports/test_calendar.py"),
    "lines of calendars": Defence(_ESCAPE, r"""r"\\\1", shown(text))""", r"""r"\\\1", text)""", "tests/site/exports/test_calendar.py"),
    "feeds": Defence("generator/site/exports/feeds.py", 'content type="html">{html_text(entry.html)}', 'content type="html">{entry.html}', "tests/site/exports/test_feeds.py"),
    "content of feeds": Defence("generator/site/exports/feed_entries.py", 'f"<p>{html_text(text)}</p>"', 'f"<p>{text}</p>"', "tests/site/exports/test_feeds.py"),
    "withheld words in feeds": Defence("generator/site/pages/cards.py", 'citation=""\n        if source.is_withheld\n        else citation_text(', "citation=citation_text(", "tests/site/exports/test_feeds.py"),
    "html of notes": Defence(_ESCAPE, "parts.append(html_text(text[at : match.start()]))", "parts.append(text[at : match.start()])", _TEXTS),
    "emphasis in html": Defence(_ESCAPE, "{html_text(match['text'])}</{name}>", "{match['text']}</{name}>", _TEXTS),
    "html in attributes": Defence(_ESCAPE, "return html.escape(shown(text), quote=True)", "return html.escape(shown(text), quote=False)", _TEXTS),
    "titles": Defence(_ESCAPE, '.replace("<", "&lt;").replace(">", "&gt;").replace(\'"\', "&quot;")', "", _TEXTS),
    "front matter": Defence(_ESCAPE, "quoted = json.dumps(shown(text), ensure_ascii=False)", "quoted = f'\"{shown(text)}\"'", _TEXTS),
    "the end of a script": Defence(_ESCAPE, "text = _MARKUP.sub(lambda match: _script_escape(match[0]), text)", "pass", _TEXTS),
    "formulas": Defence(_ESCAPE, "if text.lstrip().startswith(_FORMULA)", "if False", "tests/site/exports"),
    "formulas behind a space": Defence(_ESCAPE, "text.lstrip().startswith(_FORMULA)", "text.startswith(_FORMULA)", _TEXTS),
    "TeX": Defence(_ESCAPE, "return shown(text).translate(_TEX)", "return shown(text)", "tests/site/exports"),
    "templates": Defence("generator/site/render.py", "return Markup(escape_text(text))", "return Markup(text)", "tests/site/test_render.py"),
    # YAML has no surprises.
    "aliases": Defence(_READER, "case yaml.AliasEvent():\n                self._refuse(", "case yaml.AliasEvent():\n                (lambda *_: None)(", _TRAPS),
    "tags and anchors": Defence(_READER, 'self._refuse(rules.NOT_PLAIN, event, f"“{sign}” is {kind}", _QUOTE)', "pass", _TRAPS),
    "depth": Defence(_READER, "if len(self.stack) > DEEPEST:", "if False:", _TRAPS),
    "keys twice": Defence(_READER, "if value in data and not container.has_duplicate:", "if False:", _TRAPS),
    "second documents": Defence(_READER, "if self.documents > 1:", "if False:", _TRAPS),
    "merge keys": Defence("generator/content/strict_yaml/refusals.py", 'if scalar.value == "<<":', "if False:", _TRAPS),
    "hidden characters": Defence("generator/content/strict_yaml/text.py", "if not _HIDDEN.search(text):", "if True:", _TRAPS),
    "large YAML files": Defence("generator/content/strict_yaml/text.py", "if len(raw) > LARGEST:", "if False:", _TRAPS),
    # Files are regular files with plain names.
    "links and pipes": Defence("generator/content/files.py", "elif stat.S_ISREG(info.st_mode):", "elif True:", "tests/content/test_files.py"),
    "links to folders": Defence("generator/content/files.py", "path.lstat()", "path.stat()", "tests/content/test_files.py"),
    "links in docs": Defence("generator/build/plugin/__init__.py", "if errors := docs_errors(root_of(config)):", "if errors := ():", "tests/build/test_build.py::test_a_link_in_docs_stops_mkdocs_and_the_command"),
    "hidden links in docs": Defence("generator/content/own_pages.py", "walk(folder, FOLDER, is_backup)", "walk(folder, FOLDER)", "tests/content/test_own_pages.py"),
    "backups in docs": Defence("generator/build/plugin/__init__.py", "any(map(is_backup, ", "any(map(str.isspace, ", "tests/build/test_build.py::test_notes_and_backups_in_docs_are_not_published"),
    "lost words": Defence("generator/build/verify/written_lines.py", "yield number, written", "pass", "tests/build/test_written_lines.py"),
    "large files": Defence("generator/content/files.py", "if size <= LARGEST_FILE:", "if True:", "tests/content/test_files.py"),
    "hidden names": Defence("generator/content/paths.py", "if visible(path) != path:", "if False:", "tests/test_cases.py"),
    "one name for two files": Defence("generator/content/paths.py", "names.setdefault(_folded(step), step) != step", "False", "tests/test_cases.py"),
    # A change is written completely or not at all, and loses no file that is saved meanwhile.
    "Ctrl+C in a change": Defence(f"{_WRITE}/__init__.py", "except BaseException as error:", "except OSError as error:", f"{_INTERRUPTED}::test_a_full_disk_or_ctrl_c_at_any_moment_leaves_the_old_or_the_new_project_at_once"),
    "a journal before files change": Defence(f"{_WRITE}/transaction.py", "new.rename(self.work / JOURNAL)", "pass", f"{_INTERRUPTED}::test_a_kill_at_any_moment_leaves_the_old_or_the_new_project_once_the_next_command_has_run"),
    "files on the disk before the journal": Defence(f"{_WRITE}/file_moves.py", "os.fsync(file.fileno())", "pass", f"{_INTERRUPTED}::test_everything_is_on_the_disk_before_the_first_file_changes"),
    "names on the disk before the journal": Defence(f"{_WRITE}/transaction.py", "        sync(self.work)\n        new.rename", "        new.rename", f"{_INTERRUPTED}::test_everything_is_on_the_disk_before_the_first_file_changes"),
    "a journal on the disk before files change": Defence(f"{_WRITE}/transaction.py", "(self.work / JOURNAL)\n        sync(self.work)\n", "(self.work / JOURNAL)\n", f"{_INTERRUPTED}::test_everything_is_on_the_disk_before_the_first_file_changes"),
    "new names on the disk before the journal goes": Defence(f"{_WRITE}/transaction.py", "sync(folder)", "pass", f"{_INTERRUPTED}::test_everything_is_on_the_disk_before_the_first_file_changes"),
    "a change that is finished": Defence(f"{_WRITE}/__init__.py", "            change.go_on()\n    except", "            pass\n    except", f"{_INTERRUPTED}::test_a_kill_at_any_moment_leaves_the_old_or_the_new_project_once_the_next_command_has_run"),
    "what a killed command left": Defence(f"{_WRITE}/__init__.py", "            work_folder.clear(work)\n", "            pass\n", f"{_INTERRUPTED}::test_a_kill_at_any_moment_leaves_the_old_or_the_new_project_once_the_next_command_has_run"),
    "half a copy on another drive": Defence(f"{_WRITE}/transaction.py", "beside(staged, path).unlink(missing_ok=True)", "pass", f"{_SAVED}::test_a_file_that_is_saved_after_a_kill_stays_and_the_rest_of_the_change_is_taken_back_or_finished"),
    "one file with two names": Defence(f"{_WRITE}/file_moves.py", "    staged.unlink(missing_ok=True)\n", "", f"{_INTERRUPTED}::test_a_full_disk_or_ctrl_c_at_any_moment_leaves_the_old_or_the_new_project_at_once"),
    "new folders of a change that failed": Defence(f"{_WRITE}/transaction.py", "remove_empty({self.root / folder for folder in self.journal.folders})", "pass", f"{_INTERRUPTED}::test_a_full_disk_or_ctrl_c_at_any_moment_leaves_the_old_or_the_new_project_at_once"),
    "every command finishes a change": Defence("generator/cli/options.py", "folder if context.resilient_parsing else finish_changes(folder)", "folder", f"{_JOURNAL}::test_the_next_command_finishes_the_change_and_says_so_in_one_line"),
    "MkDocs finishes a change": Defence("generator/build/plugin/__init__.py", "if done := finish(root):", 'if done := "":', f"{_JOURNAL}::test_a_build_by_mkdocs_itself_finishes_the_change"),
    "a change is finished before the next": Defence(f"{_WRITE}/__init__.py", "            _settle(root, work)\n            _write", "            work_folder.clear(work)\n            _write", f"{_JOURNAL}::test_a_damaged_journal_is_refused_and_nothing_is_touched"),
    "what others saved before a change is checked": Defence("generator/edit/project.py", "now, unread = read_files(self.root)", "now, unread = self.files, ()", "tests/edit/test_project.py::test_a_change_is_checked_with_what_others_have_saved_since"),
    "a file that was saved": Defence(f"{_WRITE}/transaction.py", "        if self.files_in(State.OTHER):\n            raise SavedMeanwhile\n", "", f"{_SAVED}::test_a_file_that_is_saved_between_its_reading_and_its_writing_stops_the_command"),
    "a file that is saved at the last moment": Defence(f"{_WRITE}/transaction.py", "if entry.before not in (None, hash_of(staged)):", "if False:", f"{_SAVED}::test_a_file_that_is_saved_at_the_last_moment_is_put_back_as_it_was_saved"),
    "a path that is taken at the last moment": Defence(f"{_WRITE}/file_moves.py", "        os.link(staged, path)  #", "        staged.replace(path)\n        return  #", f"{_SAVED}::test_a_file_that_is_saved_at_the_last_moment_is_put_back_as_it_was_saved"),
    "a path that is taken where there are no hard links": Defence(f"{_WRITE}/file_moves.py", "        if path.exists():\n            raise File", "        if False:\n            raise File", f"{_SAVED}::test_a_file_that_is_saved_at_the_last_moment_is_put_back_as_it_was_saved"),
    "a file that is saved while a change is taken back": Defence(f"{_WRITE}/transaction.py", "    if hash_of(staged) != entry.after:", "    if False:", f"{_SAVED}::test_a_file_that_is_saved_while_a_change_is_taken_back_stays_as_it_is"),
    "a file that is saved after a kill": Defence(f"{_WRITE}/transaction.py", "or found not in (entry.before, entry.after)", "", f"{_SAVED}::test_a_file_that_is_saved_after_a_kill_stays_and_the_rest_of_the_change_is_taken_back_or_finished"),
    "a change is taken back if a file has its old bytes": Defence(f"{_WRITE}/__init__.py", "is_back = bool(saved)", "is_back = False and bool(saved)", f"{_SAVED}::test_a_file_that_is_saved_after_a_kill_stays_and_the_rest_of_the_change_is_taken_back_or_finished"),
    "both versions": Defence(f"{_WRITE}/transaction.py", "copyfile(staged, self.root / name)", "pass", f"{_SAVED}::test_a_file_that_is_saved_at_the_last_moment_is_put_back_as_it_was_saved"),
    "one writer at a time": Defence(f"{_WRITE}/work_folder.py", "FileLock(work / _LOCK,", 'FileLock(work / f"{id(work)}",', f"{_JOURNAL}::test_a_command_waits_for_another_one_and_gives_up_after_a_while"),
    "files that a journal may name": Defence(f"{_WRITE}/journal.py", "return path in _FILES or path.startswith(_FOLDERS)", "return True", f"{_JOURNAL}::test_a_journal_that_names_a_file_which_no_command_writes_is_refused"),
    "hidden files that a journal names": Defence(f"{_WRITE}/journal.py", ' or "/." in path', "", f"{_JOURNAL}::test_a_journal_that_names_a_file_which_no_command_writes_is_refused"),
    "steps of a path in a journal": Defence(f"{_WRITE}/journal.py", 'all(map(_STEP.fullmatch, path.split("/")))', "True", f"{_JOURNAL}::test_a_journal_that_names_a_file_which_no_command_writes_is_refused"),
    "folders that a journal names": Defence(f"{_WRITE}/journal.py", 'folder in parents - {"."}', "True", f"{_JOURNAL}::test_a_damaged_journal_is_refused_and_nothing_is_touched"),
    "hashes in a journal": Defence(f"{_WRITE}/journal.py", "all(map(_is_hash, hashes))", "True", f"{_JOURNAL}::test_a_damaged_journal_is_refused_and_nothing_is_touched"),
    "large journals": Defence(f"{_WRITE}/journal.py", " or info.st_size > _LARGEST", "", f"{_JOURNAL}::test_a_damaged_journal_is_refused_and_nothing_is_touched"),
    "pipes as journals": Defence(f"{_WRITE}/journal.py", "not stat.S_ISREG(info.st_mode) or ", "", f"{_JOURNAL}::test_a_journal_with_links_or_pipes_writes_nothing_outside_of_the_project"),
    "new bytes that a journal names": Defence(f"{_WRITE}/transaction.py", "and entry.after not in (None, hash_of(staged))", "and False", f"{_JOURNAL}::test_a_journal_with_links_or_pipes_writes_nothing_outside_of_the_project"),
    "links and pipes as new bytes": Defence(f"{_WRITE}/file_moves.py", "if not stat.S_ISREG(path.lstat().st_mode):", "if False:", f"{_JOURNAL}::test_a_journal_with_links_or_pipes_writes_nothing_outside_of_the_project"),
    "a link as the folder of changes": Defence(f"{_WRITE}/work_folder.py", "if work.is_symlink():", "if False:", f"{_JOURNAL}::test_a_journal_with_links_or_pipes_writes_nothing_outside_of_the_project"),
    "links on the way of a change": Defence(f"{_WRITE}/__init__.py", "if leads_out(root, entry.path):", "if False:", f"{_JOURNAL}::test_a_change_is_not_written_through_a_link"),
    "links on the way of an interrupted change": Defence(f"{_WRITE}/transaction.py", "leads_out(self.root, entry.path) or found", "found", f"{_JOURNAL}::test_a_journal_with_links_or_pipes_writes_nothing_outside_of_the_project"),
    "links on the way of kept files": Defence(f"{_WRITE}/transaction.py", " and not leads_out(self.root, name)", "", f"{_JOURNAL}::test_a_journal_with_links_or_pipes_writes_nothing_outside_of_the_project"),
    "the folder of changes is not committed": Defence(f"{_WRITE}/work_folder.py", r'b"*\n"', 'b""', f"{_JOURNAL}::test_a_killed_command_leaves_nothing_that_git_sees"),
    "the mode of a file": Defence(f"{_WRITE}/transaction.py", "S_IMODE(old.lstat().st_mode) if old.is_file() else None", "None", f"{_JOURNAL}::test_a_file_keeps_its_mode_also_under_a_new_name_and_a_new_one_has_the_users"),
    "what another layout would change": Defence("generator/edit/fmt.py", " or after != before", "", "tests/edit/test_fmt.py"),
    "comments that another layout would lose": Defence("generator/edit/fmt.py", ' or result.count("#") != text.count("#")', "", "tests/edit/test_fmt.py"),
    # Git runs nothing that a repository names.
    "programs of a repository": Defence("generator/edit/git.py", '"-c", "core.fsmonitor=false", ', "", "tests/edit/test_git.py"),
    "revisions that look like options": Defence("generator/edit/git.py", '"--end-of-options", ', "", "tests/edit/test_git.py"),
    # A quote has the words of its source.
    "words": Defence(f"{_GATE}/matching.py", "return Failure(Verdict.CUTS_WORD if cut else Verdict.NOT_FOUND, index, cut)", "return Passage(selector, (Span(0, 1),), (article.text[:1],), 1, Verdict.FOUND)", _EVIDENCE),
    "halves of words": Defence(f"{_GATE}/matching.py", "target = cut if cuts_word(text, start, end) else complete", "target = complete", _EVIDENCE),
    "the first of several places": Defence(f"{_GATE}/matching.py", "if first and first == last:", "if first:", _EVIDENCE),
    "segments in their order": Defence(f"{_GATE}/matching.py", "previous_end = chain[-1].span.end if chain else 0", "previous_end = 0", _EVIDENCE),
    "a source that is not there": Defence(f"{_GATE}/gate.py", "diagnostics.extend(_missing_source(corpus, evidence))", "pass", _EVIDENCE),
    "a text that was changed": Defence(f"{_GATE}/gate.py", "source.about.sha256 not in (None, source.article.sha256)", "False", _EVIDENCE),
    # Finished pages are verified.
    "elements": Defence(f"{_VERIFY}/elements.py", "for name in page.by_name.keys() - ALLOWED_ELEMENTS:", "for name in ():", _LOOKED_AT),
    "handlers": Defence(f"{_VERIFY}/elements.py", 'if attribute.startswith("on"):', "if False:", _LOOKED_AT),
    "attributes that load": Defence(f"{_VERIFY}/elements.py", "if attribute in _REFUSED_ATTRIBUTES:", "if False:", _LOOKED_AT),
    "styles that load": Defence(f"{_VERIFY}/elements.py", '_style_problem if attribute == "style" else None', "None", _LOOKED_AT),
    "styles that load by a text": Defence(f"{_VERIFY}/elements.py", "or outside_urls(style)", "", _LOOKED_AT),
    "ids twice": Defence(f"{_VERIFY}/elements.py", "if identifier in facts.ids:", "if False:", _LOOKED_AT),
    "other hosts": Defence(f"{_VERIFY}/elements.py", 'if _SCHEME.match(url) or url.startswith("//") or target is None:', "if False:", _LOOKED_AT),
    "URLs that run": Defence(f"{_VERIFY}/elements.py", "if scheme is None or scheme.group().lower() in _LINK_SCHEMES:", "if True:", _LOOKED_AT),
    "kinds of links": Defence(f"{_VERIFY}/elements.py", "if not link_kinds or link_kinds - _PLAIN_LINKS:", "if False:", _LOOKED_AT),
    "scripts": Defence(f"{_VERIFY}/policy.py", "if text not in theme_scripts():", "if False:", _LOOKED_AT),
    "a policy": Defence(f"{_VERIFY}/policy.py", "if hashes is None:", "if False:", _LOOKED_AT),
    "a policy that comes first": Defence(f"{_VERIFY}/policy.py", " and meta in first", "", _LOOKED_AT),
    "what comes before a policy": Defence(f"{_VERIFY}/policy.py", " and preceding-sibling::meta[@charset]", "", _LOOKED_AT),
    "a strict policy": Defence(f"{_VERIFY}/policy.py", "if policy is None:", "if False:", _LOOKED_AT),
    "pages that lead away": Defence(f"{_VERIFY}/policy.py", 'elif kind != "refresh" or not _is_redirect(page, content):', "elif False:", _LOOKED_AT),
    "style sheets": Defence(f"{_VERIFY}/files.py", "for line, url in outside_urls(text):", "for line, url in ():", _LOOKED_AT),
    "escapes in style sheets": Defence(f"{_VERIFY}/files.py", "_ESCAPE.sub(_unescaped, style)", "style", _LOOKED_AT),
    "tabs in URLs of style sheets": Defence(f"{_VERIFY}/files.py", '_DROPPED.sub("", _ESCAPE.sub(_unescaped, style))', "_ESCAPE.sub(_unescaped, style)", _LOOKED_AT),
    "kinds of files": Defence(f"{_VERIFY}/files.py", "elif ending in _SCRIPTED:", "elif False:", _LOOKED_AT),
    "elements of drawings": Defence(f"{_VERIFY}/files.py", "if name.namespace not in _PLAIN_NAMESPACES and not is_drawing:", "if False:", _LOOKED_AT),
    "namespaces of lists": Defence(f"{_VERIFY}/files.py", "name.namespace == _SVG and ", "name.namespace != _SVG or ", _LOOKED_AT),
    "handlers of drawings": Defence(f"{_VERIFY}/files.py", 'key.startswith("on") or ', "", _LOOKED_AT),
    "URLs in drawings": Defence(f"{_VERIFY}/files.py", 'key == "href" and not value.startswith("#")', "False", _LOOKED_AT),
    "styles of drawings": Defence(f"{_VERIFY}/files.py", 'if name.localname == "style" and outside_urls(', "if False and outside_urls(", _LOOKED_AT),
    "types of drawings": Defence(f"{_VERIFY}/files.py", "info.doctype or ", "", _LOOKED_AT),
    "encodings of drawings": Defence(f"{_VERIFY}/files.py", '(info.encoding or "").lower() != "utf-8"', "False", _LOOKED_AT),
    "instructions in lists": Defence(f"{_VERIFY}/files.py", 'or root.xpath("//processing-instruction()")', "", _LOOKED_AT),
    "words of cards": Defence(f"{_VERIFY}/quotes.py", "if not shows_words_at(", "if False and not shows_words_at(", _LOOKED_AT),
    "words that are copied": Defence(f"{_VERIFY}/quotes.py", "if not flat(words).startswith(flat(_marked(segments))):", "if False:", _LOOKED_AT),
    "words in sentences": Defence(f"{_VERIFY}/quotes.py", "if source := stored.source_with(flat(element.text_content()), sorted(likely)):", "if source := source_of(page.uri) or sorted(stored.sources)[0]:", _LOOKED_AT),
    "words of lists": Defence(f"{_VERIFY}/quotes.py", " and shown in cited_words(segments)", "", _LOOKED_AT),
    "words of lists that nobody cites": Defence(f"{_VERIFY}/site.py", "if words not in cited.words:", "if False:", _LOOKED_AT),
    "places of words that nobody cites": Defence(f"{_VERIFY}/site.py", "if not cited.has_place(source, place):", "if False:", _LOOKED_AT),
    "withheld cards": Defence(f"{_VERIFY}/quotes.py", "if stored.is_withheld(source):\n        for part in (*quoted", "if False:\n        for part in (*quoted", _LOOKED_AT),
    "links to passages": Defence(f"{_VERIFY}/site.py", 'if part.startswith("at-") and', "if False and", _LOOKED_AT),
    "links to files": Defence(f"{_VERIFY}/site.py", '            return f"this link leads to a file that the site does not have: {target}{_LINK}"', '            return ""', _LOOKED_AT),
    "links to parts of pages": Defence(f"{_VERIFY}/site.py", "part in self.pages[target].ids", "True", _LOOKED_AT),
    "files that pages load": Defence(f"{_VERIFY}/site.py", "elif target not in self.hashes:", "elif False:", _LOOKED_AT),
    "pages that were not checked": Defence(f"{_VERIFY}/files.py", 'elif "<" in text:', "elif False:", _LOOKED_AT),
    "pages that changed after their check": Defence(f"{_VERIFY}/site.py", "if self.hashes.get(page.uri) != page.sha256:", "if False:", _LOOKED_AT),
    "pages that were compared with other texts": Defence(f"{_VERIFY}/site.py", "if version != stored.version(source):", "if False:", _LOOKED_AT),
    "kept pages that were compared with other texts": Defence("generator/build/generated.py", "self.stored.are(page.facts.texts)", "True", "tests/build/test_build.py::test_a_kept_page_is_verified_again_when_a_stored_text_has_changed"),
    "styles that a policy lacks": Defence(f"{_VERIFY}/policy.py", "if hashes is not None and _hash(style) not in hashes.styles:", "if False:", _LOOKED_AT),
    "places of a source": Defence(f"{_VERIFY}/quotes.py", "if stored.segments(source, place):", "if True:", _LOOKED_AT),
    "marked words": Defence(f"{_VERIFY}/quotes.py", 'if not segments or _letters("".join(segments)) != _letters(words):', "if False:", _LOOKED_AT),
    "text around them": Defence(f"{_VERIFY}/quotes.py", "if start < 0:", "if False:", _LOOKED_AT),
    "passages left out": Defence(f"{_VERIFY}/site.py", "if compared < passages:", "if False:", _LOOKED_AT),
    "a policy on each page": Defence("generator/build/finish.py", "with_policy(text).encode()", "text.encode()", _PUBLISHED),
    "a policy that names no base": Defence("generator/build/csp.py", " base-uri 'none';", "", _PUBLISHED),
    "the last look": Defence("generator/build/postprocess.py", "require_none(check_site(built, hashes, facts, stored, len(cited)))", "require_none([])", _LOOKED_AT),
    # Headers, for hosts that send them.
    "a site with headers": Defence("generator/build/postprocess.py", "    write_headers(built, facts)\n", "", _HEADERS),
    "frames of others": Defence("generator/build/headers.py", "; frame-ancestors 'none'", "", _HEADERS),
    "files whose kind is guessed": Defence("generator/build/headers.py", "  X-Content-Type-Options: nosniff\n", "", _HEADERS),
    "addresses that other sites learn": Defence("generator/build/headers.py", "  Referrer-Policy: no-referrer\n", "", _HEADERS),
    "hashes of scripts in headers": Defence("generator/build/headers.py", "policy_with(sorted(scripts), ())", 'policy_with(["\'unsafe-inline\'"], ())', _HEADERS),
    "a strict policy in headers": Defence(f"{_VERIFY}/headers.py", "if policy is None or not", "if not", _HEADERS),
    "frames in headers": Defence(f"{_VERIFY}/headers.py", "or not line.endswith(_NO_FRAMES) ", "", _HEADERS),
    "headers that allow what pages need": Defence(f"{_VERIFY}/headers.py", "if scripts or (styles and not has_any_style):", "if False:", _HEADERS),
    "other headers": Defence(f"{_VERIFY}/headers.py", "if header not in rule:", "if False:", _HEADERS),
    "the rule for every file": Defence(f"{_VERIFY}/headers.py", "if len(found) != 1:", "if len(found) > 1:", _HEADERS),
    "headers of a whole site": Defence(f"{_VERIFY}/site.py", "        *headers.check(folder, by_uri.values()),\n", "", _LOOKED_AT),
    # The preview trusts nobody.
    "methods of the preview": Defence(_GUARD, 'if environ["REQUEST_METHOD"] not in _METHODS:', "if False:", _PREVIEW),
    "hosts of the preview": Defence(_GUARD, "if not self.hosts.include(host):", "if False:", _PREVIEW),
    "addresses of others": Defence(_GUARD, "return asked.is_loopback or asked == own or own.is_unspecified", "return True", _PREVIEW),
    "files for pages of others": Defence(_GUARD, 'environ.get("HTTP_SEC_FETCH_SITE") in _OTHERS', "False", _PREVIEW),
    "the whole of a host": Defence(_GUARD, "match = _HOST.fullmatch(header.lower())", "match = _HOST.match(header.lower())", _PREVIEW),
    "names of hosts": Defence(_GUARD, "if not _NAME.fullmatch(name):", "if False:", _PREVIEW),
    "long addresses": Defence(_GUARD, 'if len(environ["PATH_INFO"]) > _LONGEST:', "if False:", _PREVIEW),
    "addresses that cannot be read": Defence(_GUARD, '.decode("utf-8")', '.decode("utf-8", "ignore")', _PREVIEW),
    "control characters in addresses": Defence(_GUARD, "or _REFUSED.search(path)", "", _PREVIEW),
    "folders above": Defence(_GUARD, 'or not {"", ".", ".."}.isdisjoint(folders)', "", _PREVIEW),
    "links out of the site": Defence(_GUARD, 'if not self._is_inside(path.removeprefix(self.mount).lstrip("/")):', "if False:", _PREVIEW),
    "pages behind a link": Defence(_GUARD, '(self.root / path, self.root / path / "index.html")', "(self.root / path,)", _PREVIEW),
    "a preview without its guard": Defence("generator/build/plugin/__init__.py", "            _require_livereload()\n", "", _PREVIEW),
    "the guard of the preview": Defence("generator/build/plugin/preview.py", "server.set_app(guard)", "server.set_app(lambda *words: guard.app(*words))", "tests/build/test_preview.py"),
    # The last site stays complete, and no changed file of it comes into the new one.
    "changed files of the last site": Defence("generator/build/last_site.py", " or hashlib.sha256(content).hexdigest() != made.sha256:", ":", _LAST_SITE),
    "other permissions in the last site": Defence("generator/build/last_site.py", "if (file.st_uid, file.st_gid, file.st_mode) == (folder.st_uid, folder.st_gid, mode):", "if True:", _LAST_SITE),
    "one build at a time": Defence("generator/build/publish.py", 'with FileLock(work / "lock", blocking=False):', "if True:", "tests/build/test_publish.py::test_a_second_build_at_the_same_time_is_refused_and_changes_nothing"),
    "a swap that fails": Defence("generator/build/publish.py", "            old.rename(out)\n            raise", "            raise", "tests/build/test_publish.py::test_the_last_site_stays_if_the_new_one_cannot_be_moved"),
    "folders of others": Defence("generator/build/publish.py", "and not (out / marker).is_file():", "and False:", "tests/build/test_publish.py::test_a_folder_with_other_files_is_never_replaced"),
    # Terminals, logs and summaries.
    "terminals": Defence("generator/reporting/text.py", "return text.translate(_REPLACEMENTS)", "return text", "tests/reporting/test_reporters.py"),
    "annotations": Defence("generator/reporting/github.py", '.replace("%", "%25")', "", "tests/reporting/test_formats.py"),
    "the summary of a job": Defence("generator/reporting/github.py", "<pre>{html.escape(cut)}", "<pre>{cut}", "tests/reporting/test_formats.py"),
    "the summary of differences": Defence("generator/edit/diff/report.py", "format(html_text(run.text))", "format(run.text)", "tests/edit/test_diff.py"),
    "the panel": Defence("generator/reporting/panel.py", 'return link + html_lines("\\n".join([first[end:], *rest, " "]))', 'return link + "\\n".join([first[end:], *rest, " "])', "tests/reporting/test_reporters.py"),
    # What is installed.
    "licences": Defence("scripts/licences.py", "if unknown or not texts:", "if not texts:", _LICENCES),
    "packages without a licence": Defence("scripts/licences.py", "if unknown or not texts:", "if unknown:", _LICENCES),
    "every licence of an expression": Defence("scripts/licences.py", r"\s+(?:AND|OR)\s+", r"\s+(?:AND|OR)\s+.*", _LICENCES),
    "every statement of a licence": Defence("scripts/licences.py", '*(text.rpartition(" :: ")[2] for text in classifiers)', "", _LICENCES),
    "hashes of packages in the bill": Defence("scripts/sbom.py", "            if not hashes:\n", "            if False:\n", "tests/repository/test_sbom.py"),
    "an audit without a network": Defence("scripts/audit.py", "            return UNKNOWN\n        else:", "            return SAFE\n        else:", "tests/repository/test_audit.py"),
    "a lock that is not audited": Defence("scripts/audit.py", "            worst = UNKNOWN\n", "            pass\n", "tests/repository/test_audit.py"),
    "known vulnerabilities": Defence("scripts/audit.py", "worst = max(worst, VULNERABLE)", "pass", "tests/repository/test_audit.py"),
    # Workflows.
    "the workflow of a new site": Defence(f"{_STARTER}/workflows/site.yml", "permissions: {}", "permissions: write-all", "tests/repository/test_workflows.py"),
    "new versions of actions": Defence(f"{_STARTER}/dependabot.yml", "default-days: 7", "default-days: 0", "tests/repository/test_workflows.py"),
    "rights of a workflow": Defence(".github/workflows/site.yml", "permissions: {}", "permissions: write-all", "tests/repository/test_workflows.py"),
    "a commit for an action": Defence(".github/workflows/site.yml", "actions/configure-pages@45bfe0192ca1faeb007ade9deae92b16b8254a0d", "actions/configure-pages@v6", "tests/repository/test_workflows.py"),
    "a stranger's pull request": Defence(".github/workflows/site.yml", "  pull_request:\n", "  pull_request_target:\n", "tests/repository/test_workflows.py"),
    "credentials": Defence(".github/workflows/site.yml", "persist-credentials: false\n          fetch-depth", "persist-credentials: true\n          fetch-depth", "tests/repository/test_workflows.py"),
}  # fmt: skip


def undetected(names: Sequence[str]) -> Iterator[str]:
    """Remove each of these defences from a copy of the project, and run its tests. Yield the names of those that no test detects.

    Raises ValueError if a defence is not in its place, if its tests fail before it is removed, or if they cannot run.
    """
    for module in _HEAVY:
        importlib.import_module(module)
    with tempfile.TemporaryDirectory() as temporary:
        copy = _copy_of_project(Path(temporary) / "project")
        site = Path(temporary) / "site"
        if any(DEFENCES[name].tests == _LOOKED_AT for name in names):
            build(copy_project(ROOT, site), env={"BRIEFING_SITE_URL": REAL_URL})
        for tests in sorted({DEFENCES[name].tests for name in names}):
            if not _passes(copy, tests, site):
                raise ValueError(f"{tests} fails before a defence is removed")
        for name in names:
            defence = DEFENCES[name]
            path = copy / defence.file
            text = path.read_text(encoding="utf-8")
            if (count := text.count(defence.old)) != 1:
                raise ValueError(f"{name}: {defence.file} has this {count} times: {defence.old}")
            path.write_text(text.replace(defence.old, defence.new), encoding="utf-8")
            if _passes(copy, defence.tests, site):
                yield name
            path.write_text(text, encoding="utf-8")


def _copy_of_project(to: Path) -> Path:
    """Copy what the tests need to `to`. Return `to`."""
    to.mkdir()
    for part in PARTS:
        if (ROOT / part).is_dir():
            without_packages = shutil.ignore_patterns("node_modules", "__pycache__")
            shutil.copytree(ROOT / part, to / part, symlinks=True, ignore=without_packages)
        else:
            shutil.copy2(ROOT / part, to / part)
    return to


def _passes(copy: Path, tests: str, site: Path) -> bool:
    """Return whether tests of a copy pass, in a process of their own that stops at the first failure.

    Tests that only read a finished site use the one in `site`, which was built with all defences.
    """
    child = os.fork()
    if child == 0:
        try:
            if tests == _LOOKED_AT:
                os.environ["BRIEFING_BUILT"] = str(site)
            _test(copy, tests)
        except BaseException:  # noqa: BLE001 - printed, and not mistaken for a failing test
            traceback.print_exc()
        finally:
            os._exit(70)
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    if code not in (0, 1):
        raise ValueError(f"{tests} cannot run: pytest ends with {code}")
    return code == 0


def _test(copy: Path, tests: str) -> None:
    """Run tests of a copy, and end this process with the exit code of pytest."""
    os.chdir(copy)
    os.environ["PYTHONPATH"] = str(copy)
    sys.path[:] = [str(copy), *(path for path in sys.path if Path(path).resolve() != ROOT)]
    for module in [
        name for name in sys.modules if name.partition(".")[0] in {"tests", "scripts", "generator"}
    ]:
        del sys.modules[module]
    with Path(os.environ.get("BRIEFING_DEFENCES_LOG", os.devnull)).open("a", encoding="utf-8") as log:
        os.dup2(log.fileno(), 1)
        os.dup2(log.fileno(), 2)
    import pytest  # noqa: PLC0415

    os._exit(int(pytest.main([*_WORDS, tests])))


def main(names: Sequence[str]) -> int:
    """Remove the defences with these names, or all of them. Return 1 if no test detects one of them."""
    missed = 0
    for name in undetected(names or list(DEFENCES)):
        print(f"no test detects: {name}", flush=True)
        missed += 1
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
