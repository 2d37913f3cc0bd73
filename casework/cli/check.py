"""`casework check`: what does not fit, in the files and in the journeys they tell."""

from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime
from typing import Final

from casework.adapters.reading import Read, Unread
from casework.adapters.tables import Column, Format, Row
from casework.cli.options import AsAt, Files, KnownAt, Listing, Overlays
from casework.cli.output import coloured, column, counted, say, show
from casework.cli.source import Source
from casework.findings import Finding, Severity
from casework.words import plural

KEYS: Final = (
    "child",
    "jurisdiction",
    "code",
    "severity",
    "event",
    "what",
    "expected",
    "file",
    "line",
)


def check(
    *,
    files: Files,
    as_at: AsAt,
    known_at: KnownAt = None,
    overlay: Overlays = None,
    output: Listing = Format.TABLE,
) -> None:
    """List what does not fit; leave with 1 if any of it is an error.

    What happened after the day of --as-at is not looked at; what could not be read is
    listed whatever its day.
    """
    source, totals = Source(files, overlay), Counter[tuple[str, str]]()

    def count(row: Row) -> None:
        totals[row["severity"], row["code"]] += 1

    rows = counted(_rows(source, as_at, known_at), count)
    show(rows, output=output, keys=KEYS, columns=finding_columns())
    if output is Format.TABLE:
        _say(totals)
    source.leave(otherwise=any(severity == "error" for severity, _ in totals))


def finding_row(finding: Finding, read: Read) -> dict[str, object]:
    """Give a finding about a child as plain values, with its place in the file."""
    return {
        "child": read.journey.child.id,
        "jurisdiction": read.journey.jurisdiction.name,
        "code": finding.code,
        "severity": finding.severity.value,
        "event": finding.event,
        "what": finding.what,
        "expected": finding.expected,
        "file": finding.file or read.file,
        "line": finding.line or read.line,
    }


def finding_columns() -> list[Column]:
    """Give the columns of a table of findings."""
    return [
        coloured(column("SEVERITY", 8, "severity")),
        column("CHILD", 15, "child"),
        Column(title="EVENT", width=9, of=_where),
        Column(title="WHAT, AND WHAT WAS EXPECTED", width=45, of=_what),
    ]


def _rows(
    source: Source, as_at: date, known_at: datetime | None
) -> Iterator[dict[str, object]]:
    first: dict[str, Read] = {}
    for line in source.lines():
        if isinstance(line, Unread):
            yield _unread(line)
            continue
        before = first.setdefault(line.journey.child.id, line)
        twice = () if before is line else (_twice(line, before),)
        stages_and_law = line.journey.findings(as_at, known_at)
        for finding in (*twice, *line.findings, *stages_and_law):
            yield finding_row(finding, line)


def _twice(line: Read, before: Read) -> Finding:
    return Finding(
        code="child_twice",
        severity=Severity.WARNING,
        what=f"the child stands in {before.file}, line {before.line}, too: each is "
        "taken for a child of its own, and figures count both",
        expected="all that is known of a child in one place",
        child=line.journey.child.id,
        file=line.file,
        line=line.line,
    )


def _unread(line: Unread) -> dict[str, object]:
    return {
        "child": None,
        "jurisdiction": None,
        "code": "not_read",
        "severity": Severity.ERROR.value,
        "event": None,
        "what": line.why,
        "expected": "what can be read",
        "file": line.file,
        "line": line.line,
    }


def _where(row: Row) -> str:
    # Of what could not be read, only the line is known.
    return str(row["event"] or (f"line {row['line']}" if row["line"] else ""))


def _what(row: Row) -> str:
    return f"{row['code']}: {row['what']} (expected: {row['expected']})"


def _say(totals: Counter[tuple[str, str]]) -> None:
    say("", plural(totals.total(), "finding"))
    for (severity, code), number in sorted(totals.items()):
        say(f"{number:>8} {severity:8} {code}")
