"""Errors that say in which line of the story they happened."""

import inspect
import linecache
from pathlib import Path
from types import FrameType, TracebackType
from typing import Self

from casework.errors import CaseworkError

_HERE = __name__.rpartition(".")[0]


class StoryError(CaseworkError):
    """A line of a story that cannot be, with what is wrong about it.

    What raised it, such as `NotAllowed`, is its `__context__`; it is not printed again.

    Parameters
    ----------
    why
        What is wrong, in words.
    file, line, source
        The line of the story, and what stands there.
    """

    def __init__(self, why: str, file: str, line: int, source: str) -> None:
        """Keep the parts, so that a host can show them in its own way."""
        self.why = why
        self.file = file
        self.line = line
        self.source = source
        super().__init__(why, file, line, source)

    def __str__(self) -> str:
        """Say where, what stands there, and what is wrong."""
        said = f": {self.source}" if self.source else ""
        return f"{self.file}, line {self.line}{said}\n{self.why}"


class NotAsExpected(StoryError, AssertionError):
    """Something in a story is not as the script expects it."""


class Unexpected(CaseworkError):
    """What is not as expected, in words, before its line is known."""


class Line:
    """A line of the story: what goes wrong in it says where."""

    def __enter__(self) -> Self:
        """Begin the line."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Say in which line it went wrong, once.

        Raises
        ------
        StoryError
            When anything did that casework says in words.
        """
        if not isinstance(error, CaseworkError) or isinstance(error, StoryError):
            return
        told = NotAsExpected if isinstance(error, Unexpected) else StoryError
        raise told(str(error), *_line_of_the_story()) from None


def _line_of_the_story() -> tuple[str, int, str]:
    """Give the file, the line and the text of the nearest caller outside this part."""
    frame = inspect.currentframe()
    while frame is not None and _is_ours(frame):
        frame = frame.f_back
    if frame is None:
        return "<story>", 0, ""
    file, line = frame.f_code.co_filename, frame.f_lineno
    return _named(file), line, linecache.getline(file, line).strip()


def _is_ours(frame: FrameType) -> bool:
    name = str(frame.f_globals.get("__name__"))
    return name == _HERE or name.startswith(f"{_HERE}.")


def _named(file: str) -> str:
    """Name a file as seen from where the script runs, if it is below."""
    path, here = Path(file), Path.cwd()
    return str(path.relative_to(here)) if path.is_relative_to(here) else file
