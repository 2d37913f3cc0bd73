"""Files for a reader to read, gone again when it has."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory


@contextmanager
def written(data: bytes, name: str) -> Iterator[Path]:
    """Write a file of that name into a folder of its own."""
    with TemporaryDirectory() as folder:
        path = Path(folder, name)
        path.write_bytes(data)
        yield path
