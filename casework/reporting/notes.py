"""What must be said beside figures: what was left out, in doubt, adopted, hidden."""

from collections.abc import Iterator, Mapping
from typing import Final

from casework.law.source import ADOPTED_NOTE, Basis
from casework.reporting.figure import Figure
from casework.reporting.report import Report
from casework.reporting.rows import said_number
from casework.words import plural

HIDDEN_NUMBER: Final = "a hidden number"
_BASES: Final = {
    Basis.VERIFIED: "a rule that was read in its source, or in several that quote it",
    Basis.REPORTED: "a rule that somebody reports",
    Basis.ADOPTED: f"an adopted rule ({ADOPTED_NOTE})",
    Basis.UNCONFIRMED: "a rule that is not confirmed",
}


def heading(report: Report) -> str:
    """Say of what days, children and area a report is."""
    places = (f"{name.title()} {number:,}" for name, number in report.children.items())
    population = report.choices.population
    area = f"; {said_number(population)} live in the area" if population else ""
    of = ", ".join(places) or "none"
    return f"{report.span.words}. Children in the files: {of}{area}."


def is_told(figure: Figure) -> bool:
    """Say whether the files tell anything of a measure."""
    return figure.numerator is not None or bool(figure.hidden or figure.left_out)


def notes_on(figure: Figure) -> tuple[str, ...]:
    """Say what a figure leaves out, what may be missing, and on what rules it rests.

    What rests on verified rules needs no note.
    """
    return (
        *_counted("left out", figure.left_out),
        *_counted("in doubt", figure.doubts),
        *_rests_on(figure),
        *_silent(figure),
    )


def _counted(what: str, counts: Mapping[str, int | None]) -> Iterator[str]:
    for reason, number in counts.items():
        yield f"{what}, {_said(number)}: {reason}"


def _rests_on(figure: Figure) -> Iterator[str]:
    for words, number in figure.basis.items():
        bases = [Basis(word) for word in words.split(" and ")]
        if bases != [Basis.VERIFIED]:
            rules = " and ".join(_BASES[one] for one in bases)
            yield f"{_said(number)} rest on {rules}"


def _silent(figure: Figure) -> Iterator[str]:
    if figure.silent and figure.numerator is not None:
        children = "1 child" if figure.silent == 1 else f"{figure.silent:,} children"
        yield f"not counted: {children} of whom the source does not tell it"


def _said(number: int | None) -> str:
    return HIDDEN_NUMBER if number is None else f"{number:,}"


def notes_of(report: Report) -> tuple[str, ...]:
    """Say what holds for the whole report: coverage, findings and what is hidden."""
    return (
        *_coverage(report),
        *_twice(report),
        *_findings(report),
        _suppression(report),
    )


def _coverage(report: Report) -> Iterator[str]:
    for (first, last), children in sorted(report.covers.items(), key=str):
        early = first is not None and first > report.span.first
        late = last is not None and last < report.span.last
        if early or late:
            of = "1 child" if children == 1 else f"{children:,} children"
            days = f"from {first or 'its beginning'} to {last or 'its end'}"
            yield f"Of {of} the source covers only the days {days}."


def _twice(report: Report) -> Iterator[str]:
    if report.twice:
        yield (
            f"{report.twice:,} of the children stood in the files before, and count "
            "again: give each child once."
        )


def _findings(report: Report) -> Iterator[str]:
    total = report.findings.total()
    if total:
        said = ", ".join(plural(n, one) for one, n in sorted(report.findings.items()))
        yield f"Findings on the records: {said}. The command casework check lists them."


def _suppression(report: Report) -> str:
    if report.below is None:
        return "Small numbers are not hidden: keep this where the records are kept."
    return (
        f"Numbers from 1 to {report.below - 1} are hidden, and so are others from "
        "which they could be worked out. 0 is shown."
    )
