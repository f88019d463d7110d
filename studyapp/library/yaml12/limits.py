"""How much of anything a pack may hold, so that no pack can stall or exhaust the program."""

from __future__ import annotations

from typing import Final

MAX_FILES: Final = 2_000
"""Files in a pack."""
MAX_PACK_BYTES: Final = 64_000_000
"""Bytes of all YAML files of a pack together."""
MAX_FILE_BYTES: Final = 2_000_000
"""Bytes of one file."""
MAX_FILE_BYTES_WITHOUT_LIBYAML: Final = 256_000
"""Bytes of one file where PyYAML was built without libyaml and is ten times slower."""
MAX_NODES: Final = 100_000
"""Mappings, lists and texts in one file."""
MAX_DEPTH: Final = 16
"""Mappings and lists inside each other."""
MAX_TEXT: Final = 65_536
"""Code points of one text."""
MAX_MARKS: Final = 30
"""Combining marks in a row, the bound of Unicode's Stream-Safe Text Format.

Sorting them for NFC takes quadratic time: 65,536 in one text cost ten seconds.
"""
MAX_DIAGNOSTICS: Final = 50
"""Diagnostics about one file."""
