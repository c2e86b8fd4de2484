"""How to call this program."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path


def program() -> str:
    """Return `briefing` if the shell finds this program by that name, else its absolute path."""
    own = Path(sys.argv[0])
    found = shutil.which("briefing")
    if own.stem != "briefing" or (found and Path(found).resolve() == own.resolve()):
        return "briefing"
    return str(own.absolute())
