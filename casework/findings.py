"""A finding: something in a record that does not fit, kept and said, never dropped."""

from enum import StrEnum

from attrs import frozen


class Severity(StrEnum):
    """How much a finding matters to whoever keeps the record."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@frozen(kw_only=True)
class Finding:
    """Something in a child's record that does not fit, and what was expected.

    Parameters
    ----------
    code
        A short stable name, for counting: `not_allowed`, `link_inferred`, ...
    severity
        How much it matters.
    what
        What was found, in words.
    expected
        What was expected instead, in words.
    child
        The child's opaque id.
    event
        The id of the event it is about, if it is about one.
    file, line
        Where it stands in a file, if it came from one.

    Examples
    --------
    >>> print(Finding(code="not_allowed", severity=Severity.WARNING,
    ...               what="a review after the plan ended", expected="an open plan"))
    warning not_allowed: a review after the plan ended (expected an open plan)
    """

    code: str
    severity: Severity
    what: str
    expected: str
    child: str = ""
    event: str | None = None
    file: str | None = None
    line: int | None = None

    def __str__(self) -> str:
        """Say it in a line."""
        return f"{self.severity} {self.code}: {self.what} (expected {self.expected})"
