#!/bin/sh
# Print the path of the Python that $PYTHON names, or of the first on this machine that is new enough for Briefing Book.
if [ -n "$PYTHON" ]; then
    set -- "$PYTHON"
else
    set -- python3 python3.13 python3.12 python3.11 python3.14 python
fi
for name in "$@"; do
    if "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
        command -v "$name"
        exit 0
    fi
done
if [ -n "$PYTHON" ]; then
    echo "PYTHON=$PYTHON is not a Python 3.11 or newer that starts. Name another, or leave PYTHON out." >&2
    exit 1
fi
echo "Briefing Book needs Python 3.11 or newer, and this machine has none." >&2
echo "Install one from python.org, or name yours: make site PYTHON=/path/to/python3.12" >&2
exit 1
