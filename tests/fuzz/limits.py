"""How long a file may be, and how long its reading may take.

They stand alone, because whoever watches which code is reached must come before it.
"""

from typing import Final

LONGEST: Final = 4_500
"""Bytes of a mutated file; what only shows in longer ones has tests of its own."""
SLOWEST: Final = 20
"""Seconds that one file may take; then the run ends and shows where it hung."""
