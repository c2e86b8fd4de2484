"""Check the headers of the site: their policy is as strict as that of pages, allows what each page allows, and forbids frames."""

from collections.abc import Iterable, Iterator
from itertools import takewhile
from pathlib import Path

from generator.build.verify.facts import PageFacts
from generator.build.verify.files import Finding
from generator.build.verify.policy import POLICY

FILE = "_headers"
LONGEST = 2000  # characters of a line, which Cloudflare Pages reads
_EVERY_FILE = "/*"
_POLICY, _NO_FRAMES = "  Content-Security-Policy: ", "; frame-ancestors 'none'"
# In place of hashes for which a line has no room: then the policies of the pages alone have them.
_ANY_STYLE = " 'unsafe-inline'"
_REQUIRED = ("  X-Content-Type-Options: nosniff", "  Referrer-Policy: no-referrer")


def check(folder: Path, pages: Iterable[PageFacts]) -> Iterator[Finding]:
    """Check the last rule of the file of headers, which the build writes for every file of the site."""
    path = folder / FILE
    lines = path.read_text(encoding="utf-8", errors="replace").splitlines() if path.is_file() else []
    start = max((at for at, line in enumerate(lines) if line == _EVERY_FILE), default=len(lines))
    rule = list(takewhile(lambda line: line.startswith("  "), lines[start + 1 :]))
    for header in _REQUIRED:
        if header not in rule:
            yield FILE, start + 1, f"the headers of every file lack this one: {header.strip()}"
    found = [(at, line) for at, line in enumerate(rule, start + 2) if line.startswith(_POLICY)]
    if len(found) != 1:
        yield FILE, start + 1, "the headers of every file must have one Content-Security-Policy"
        return
    number, line = found[0]
    text = line.removeprefix(_POLICY).removesuffix(_NO_FRAMES)
    has_any_style = _ANY_STYLE in text
    policy = POLICY.fullmatch(text.replace(f"style-src 'self'{_ANY_STYLE};", "style-src 'self';"))
    if policy is None or not line.endswith(_NO_FRAMES) or len(line) > LONGEST:
        yield FILE, number, f"the policy differs from the strict policy that the build writes: {line.strip()}"
        return
    for page in pages:
        scripts = set(page.script_hashes.split()) - set((policy["scripts"] or "").split())
        styles = set(page.style_hashes.split()) - set((policy["styles"] or "").split())
        if scripts or (styles and not has_any_style):
            yield FILE, number, f"the policy lacks a hash that {page.uri} needs"
