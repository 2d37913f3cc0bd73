"""A census as a stream of its parts, a child at a time, with nothing in it obeyed.

What makes XML dangerous is refused where it begins: a document type (and with it every
entity of its own, inside or outside the file), a text or a tag longer than any return
has, and elements nested deeper than any return nests them.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, Final
from xml.parsers import expat

from casework.adapters.cin.element import Element
from casework.errors import BadFile

LONGEST_TEXT: Final = 10_000
"""Characters of one text; the longest of the return is a name of some software."""
LONGEST_TAG: Final = 1_000_000
"""Bytes of one tag or comment, which must be held until it ends."""
DEEPEST: Final = 20
"""Elements in one another; the return nests seven."""
CHUNK: Final = 65_536
"""Bytes read at a time."""

ROOT: Final = "Message"
_TOKEN = expat.errors.codes[expat.errors.XML_ERROR_INVALID_TOKEN]


def parts(source: str | Path | BinaryIO, file: str | None) -> Iterator[Element]:
    """Give the header, each child, and whatever else stands beside them.

    Parameters
    ----------
    source
        A path, or a file opened for bytes.
    file
        The file's name for messages.

    Raises
    ------
    BadFile
        When it cannot be opened, is no census, is cut off, is not well-formed, or
        holds what no return has; with the line, and after all parts before it.
    """
    with _opened(source, file) as stream:
        yield from _parts(stream, file)


@contextmanager
def _opened(source: str | Path | BinaryIO, file: str | None) -> Iterator[BinaryIO]:
    if not isinstance(source, str | Path):
        yield source
        return
    try:
        with Path(source).open("rb") as stream:
            yield stream
    except OSError as error:
        raise BadFile(f"{file} cannot be read: {error.strerror}.") from error


def _parts(stream: BinaryIO, file: str | None) -> Iterator[Element]:
    builder = _Builder(file or "The census")
    more = True
    while more:
        chunk = stream.read(CHUNK)
        more = bool(chunk)
        fault = builder.feed(chunk)
        yield from builder.finished
        builder.finished.clear()
        if fault:
            raise fault


class _Builder:
    """Builds each part as the file is read, and lets go of it when it is whole."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.finished: list[Element] = []
        self.open: list[Element] = []
        self.fault: BadFile | None = None
        self.fed = 0
        self.parser = parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartDoctypeDeclHandler = self._doctype
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        # With a default handler expat expands no entity of the file's own.
        parser.DefaultHandler = _ignore

    def feed(self, chunk: bytes) -> BadFile | None:
        """Read on, and say what is wrong, if anything is, with its line."""
        self.fed += len(chunk)
        try:
            self.parser.Parse(chunk, not chunk)
        except expat.ExpatError as error:
            why = _said(error, at_end=not chunk)
            return self.fault or BadFile(why, self.file, error.lineno)
        # A tag that does not end is held whole: better to stop than to hold it.
        if self.fed - self.parser.CurrentByteIndex > LONGEST_TAG and chunk:
            self._refuse(f"a tag or comment of more than {LONGEST_TAG:,} bytes")
        return self.fault

    def _refuse(self, what: str) -> None:
        if not self.fault:
            why = (
                f"{what} is refused, because no census has one. "
                "Ask whoever made the file for the return as it was submitted."
            )
            self.fault = BadFile(why, self.file, self.parser.CurrentLineNumber)

    def _doctype(self, *_: object) -> None:
        self._refuse("a document type, which can hide other files or endless text,")

    def _start(self, name: str, _: dict[str, str]) -> None:
        if self.fault:
            return
        element = Element(name.rpartition(":")[2], self.parser.CurrentLineNumber)
        if not self.open and element.name != ROOT:
            self._refuse(f"an outermost element {element.name[:40]!r}, not {ROOT!r},")
        elif len(self.open) == DEEPEST:
            self._refuse(f"an element nested more than {DEEPEST} deep")
        self.open.append(element)

    def _end(self, _: str) -> None:
        if self.fault:
            return
        element = self.open.pop()
        element.text = element.text.strip()
        if self._is_part():
            self.finished.append(element)
        else:
            self.open[-1].children.append(element)

    def _is_part(self) -> bool:
        outer = [one.name for one in self.open]
        return len(outer) < len((ROOT, "Children")) or outer == [ROOT, "Children"]

    def _text(self, text: str) -> None:
        if self.fault:
            return
        element = self.open[-1]
        # The space between elements is layout; in a text it may be part of it.
        if text.isspace() and (element.children or not element.text):
            return
        element.text += text
        if len(element.text) > LONGEST_TEXT:
            self._refuse(f"a text of more than {LONGEST_TEXT:,} characters")


def _ignore(_: str) -> None:
    """Pass over what is neither an element nor its text: comments, declarations."""


def _said(error: expat.ExpatError, *, at_end: bool) -> str:
    if at_end:
        return (
            f"the file ends before its end ({ROOT!r} is not closed). The children "
            "before that were read; ask for the whole file."
        )
    words = expat.errors.messages[error.code]
    hint = " (is every byte of it UTF-8?)" if error.code == _TOKEN else ""
    return f"{words}{hint}. The children before that were read."
