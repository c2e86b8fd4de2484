#!/bin/sh
# Print the first Python on this machine that is new enough for Briefing Book, or say that there is none.
for name in "${PYTHON:-python3}" python3 python3.13 python3.12 python3.11 python3.14 python; do
    if "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
        command -v "$name"
        exit 0
    fi
done
echo "Briefing Book needs Python 3.11 or newer, and none was found on this machine." >&2
echo "Install one (python.org has it for every system), or name yours: make site PYTHON=/path/to/python3.12" >&2
exit 1
