"""Files opened by their name, whole or not at all; `-` is a standard stream."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, Final, Literal

from casework.errors import BadFile

STANDARD_STREAM: Final = "-"


@contextmanager
def reading(path: str | Path) -> Iterator[BinaryIO]:
    """Open a file to read; `-` is standard input.

    Raises
    ------
    BadFile
        When it cannot be opened.
    """
    if str(path) == STANDARD_STREAM:
        yield sys.stdin.buffer
        return
    with _opened(Path(path), "rb") as file:
        yield file


@contextmanager
def writing(path: str | Path) -> Iterator[BinaryIO]:
    """Open a file to write; `-` is standard output.

    The file takes its name only when all of it is written: until then what was there
    stands, and where writing fails it still stands.

    Raises
    ------
    BadFile
        When it cannot be opened.
    """
    if str(path) == STANDARD_STREAM:
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    place = Path(path).resolve()
    if place.exists() and not place.is_file():
        # A pipe or a device has no name to take.
        with _opened(place, "wb") as file:
            yield file
        return
    part = place.with_name(f"{place.name}.part")
    try:
        with _opened(part, "wb", called=place) as file:
            yield file
        part.replace(place)
    finally:
        part.unlink(missing_ok=True)


def _opened(
    place: Path, mode: Literal["rb", "wb"], called: Path | None = None
) -> BinaryIO:
    try:
        return place.open(mode)
    except OSError as error:
        doing = "read" if mode == "rb" else "written"
        raise BadFile(
            f"{called or place} cannot be {doing}: {error.strerror}"
        ) from error
