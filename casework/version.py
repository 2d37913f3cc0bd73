"""The version of the library, as a receipt names it."""

from typing import Final

VERSION: Final = "0.1.0"
