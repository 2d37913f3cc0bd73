"""What a reader of files hands over: a journey read, or a piece that it could not."""

from attrs import field, frozen

from casework.findings import Finding
from casework.journey import Journey


@frozen(kw_only=True)
class Read:
    """One child's journey as a file told it, with what did not fit.

    Parameters
    ----------
    journey
        The child's journey, every event of the file in it.
    findings
        What the reader found; what the stages and the law say of the journey is in
        `journey.findings()`.
    file, line
        Where the child stands in the file.

    Examples
    --------
    >>> from casework import Journey, jersey
    >>> Read(journey=Journey.open(jersey, child="C-0001"), line=3).line
    3
    """

    journey: Journey
    findings: tuple[Finding, ...] = ()
    file: str | None = None
    line: int | None = None


@frozen(kw_only=True)
class Unread:
    """A piece of a file that could not be read, kept as it came.

    Parameters
    ----------
    text
        The piece, word for word; never shown in a log, as it may name a child.
    file, line
        Where it stands.
    why
        What is wrong with it, and what to do, in words.

    Examples
    --------
    >>> Unread(text="{", file="a.jsonl", line=7, why="The line is cut off.")
    Unread(file='a.jsonl', line=7, why='The line is cut off.')
    """

    text: str = field(repr=False)
    file: str | None = None
    line: int | None = None
    why: str
