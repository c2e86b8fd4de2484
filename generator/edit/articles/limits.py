"""How large a file may be, and how much time and memory its conversion may take."""

MB = 1_000_000
LARGEST_FILE = 100 * MB
"""Bytes of a PDF, which may hold pictures of each page."""
LARGEST_TEXT_FILE = 25 * MB
"""Bytes of any other file."""
LARGEST_RESULT = 64 * MB
"""Bytes of a converted file as JSON."""
SECONDS = 120
CPU_SECONDS = 120
MEMORY = 2_000 * MB
OPEN_FILES = 64
