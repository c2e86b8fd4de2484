"""Two folders change places in one step, where the system can do it: no moment is without either."""

from __future__ import annotations

import ctypes
import errno
import os
import sys
from pathlib import Path

_HERE = -100  # AT_FDCWD: a path that is not absolute begins in the working directory
_EXCHANGE = 2  # RENAME_EXCHANGE of Linux, RENAME_SWAP of macOS
_CANNOT = frozenset({errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EPERM})  # this kernel, this file system


def exchange(one: Path, other: Path) -> bool:
    """Let two folders of one file system change places at once; False, with nothing done, where the system cannot.

    Raises OSError for any other reason. The calls are `renameat2` of Linux and `renamex_np` of macOS, which Python does not offer.
    """
    first, second = os.fsencode(one), os.fsencode(other)
    if sys.platform not in ("linux", "darwin"):
        return False
    system = ctypes.CDLL(None, use_errno=True)
    if sys.platform == "darwin":
        call, words = getattr(system, "renamex_np", None), (first, second, _EXCHANGE)
    else:
        call, words = getattr(system, "renameat2", None), (_HERE, first, _HERE, second, _EXCHANGE)
    if call is None:  # an old or a small C library
        return False
    if call(*words) == 0:
        return True
    if (fault := ctypes.get_errno()) in _CANNOT:
        return False
    raise OSError(fault, os.strerror(fault), str(one), None, str(other))
