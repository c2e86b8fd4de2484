"""Exchange two files or folders in one step, where the system can: nobody ever finds one of them missing."""

import errno
import os
import sys
from pathlib import Path

_WORKING_FOLDER = -100  # AT_FDCWD of renameat2
_SWAP = 2  # RENAME_EXCHANGE on Linux, RENAME_SWAP on macOS
_UNSUPPORTED = frozenset({errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EPERM})


def exchange(first: Path, second: Path) -> bool:
    """Exchange two files or folders of one file system in one step; return False, with nothing done, if the system cannot.

    Raises OSError for any other failure. Python offers neither `renameat2` of Linux nor `renamex_np` of macOS.
    """
    if sys.platform not in ("linux", "darwin"):
        return False
    import ctypes  # noqa: PLC0415 - commands that only read do not need it

    name, folder = ("renameat2", [_WORKING_FOLDER]) if sys.platform == "linux" else ("renamex_np", [])
    call = getattr(ctypes.CDLL(None, use_errno=True), name, None)
    if call is None:  # an old or small C library
        return False
    if call(*folder, os.fsencode(first), *folder, os.fsencode(second), _SWAP) == 0:
        return True
    if (code := ctypes.get_errno()) in _UNSUPPORTED:
        return False
    raise OSError(code, os.strerror(code), str(first), None, str(second))
