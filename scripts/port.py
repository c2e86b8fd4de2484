"""Say in plain words that the preview's address is taken: `python -m scripts.port 127.0.0.1:8000`."""

from __future__ import annotations

import socket
import sys


def main(arguments: list[str]) -> int:
    """Give 0 where a server can answer at the address `host:port`, else 1 after saying what to do."""
    host, _, port = arguments[0].rpartition(":")
    try:
        with socket.socket() as probe:
            # As the server does: an address that was just left may be taken at once.
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind((host, int(port)))
    except (OSError, OverflowError, ValueError):
        print(f"Nothing can answer at {arguments[0]}: another program may hold that port.", file=sys.stderr)
        print("Take another one: make serve ADDR=127.0.0.1:8001", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
