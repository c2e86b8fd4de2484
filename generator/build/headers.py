"""The file `_headers` of a site: hosts such as Netlify and Cloudflare Pages send the headers in it with every file.

A browser obeys the policy of a page and that of the headers, so the latter allows what any page allows. What only headers can do is
forbid other sites to show a page in a frame.
"""

from collections.abc import Iterable
from pathlib import Path

from generator.build.csp import policy_with
from generator.build.verify import PageFacts
from generator.build.verify.headers import FILE, LONGEST

_START = "# Written by the build. The lines of docs/_headers, if there are any, come before this one.\n"
# Nothing of the site needs what is refused here. Pages may copy a quote and share a link.
_OTHERS = """\
  Cross-Origin-Opener-Policy: same-origin
  Permissions-Policy: camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()
  Referrer-Policy: no-referrer
  X-Content-Type-Options: nosniff
"""


def write_headers(site: Path, pages: Iterable[PageFacts]) -> None:
    """Write the headers for finished `pages` after those that an editor has written in docs/_headers."""
    path = site / FILE
    own = path.read_bytes().partition(_START.encode())[0] if path.is_file() else b""
    path.unlink(missing_ok=True)  # it may be linked with the file of the last site
    if own and not own.endswith(b"\n"):
        own += b"\n"
    path.write_bytes(own + headers(pages).encode())


def headers(pages: Iterable[PageFacts]) -> str:
    """Return the headers for pages.

    A policy that is too long for a line leaves the style attributes to the policies of the pages.
    """
    scripts: set[str] = set()
    styles: set[str] = set()
    for page in pages:
        scripts.update(page.script_hashes.split())
        styles.update(page.style_hashes.split())
    line = _policy_line(policy_with(sorted(scripts), sorted(styles)))
    if len(line) > LONGEST:
        plain = policy_with(sorted(scripts), ())
        line = _policy_line(plain.replace("style-src 'self'", "style-src 'self' 'unsafe-inline'"))
    return f"{_START}/*\n{line}\n{_OTHERS}"


def _policy_line(policy: str) -> str:
    return f"  Content-Security-Policy: {policy}; frame-ancestors 'none'"
