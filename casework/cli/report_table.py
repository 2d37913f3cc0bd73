"""A report on the screen: the figures, their notes, and the children behind them."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from attrs import asdict

from casework.adapters.tables import Column, Format
from casework.cli.output import column, say, say_folded, show
from casework.reporting import Figure, Report
from casework.reporting.masking import LIST
from casework.reporting.notes import heading, is_told, notes_of, notes_on
from casework.reporting.rows import said, said_number

_FIGURES: Final = (
    column("MEASURE", 36, "measure"),
    column("NUMBER", 8, "number", right=True),
    column("OF", 8, "of", right=True),
    column("FIGURE", 9, "said", right=True),
    column("IN WORDS", 14, "words"),
)
_CHILDREN: Final = (
    column("CHILD", 18, "child"),
    column("HOW", 38, "how"),
    column("PART", 16, "part"),
    column("TIMES", 5, "times", right=True),
)

_NO_LIST: Final = (
    "The children behind these are hidden, for a small number could be read from the "
    "lists; --no-suppression shows them"
)


def show_table(report: Report, *, listed: bool) -> None:
    """Write a report as tables that fit a screen.

    Parameters
    ----------
    report
        The figures, with small numbers hidden or not.
    listed
        Whether the children behind each figure are written too.
    """
    say_folded(heading(report))
    say("")
    told = [one for one in report.figures() if is_told(one)]
    _show((row for one in told for row in _lines(one, report)), _FIGURES)
    for figure in told:
        for note in notes_on(figure):
            say_folded(f"{figure.measure.id}: {note}")
    say("")
    _say_untold(one for one in report.figures() if not is_told(one))
    for note in notes_of(report):
        say_folded(note)
    if listed:
        _list(told)


def _show(lines: Iterable[Mapping[str, object]], columns: Iterable[Column]) -> None:
    show(lines, output=Format.TABLE, keys=(), columns=tuple(columns))


def _lines(figure: Figure, report: Report) -> Iterator[Mapping[str, object]]:
    yield _line(figure, figure.measure.id)
    for part in figure.parts:
        count = said_number(part.count, hidden=part.count is None)
        yield {**_EMPTY, "measure": f"  {part.label}", "number": count}
    for month in report.series(figure.measure.id):
        yield _line(month, f"  {month.span.first:%Y-%m}")


_EMPTY: Final = {"of": "", "said": "", "words": ""}


def _line(figure: Figure, name: str) -> Mapping[str, object]:
    return {
        "measure": name,
        "number": said_number(figure.numerator, hidden=figure.is_hidden),
        "of": said_number(figure.denominator, hidden="denominator" in figure.hidden),
        "said": said(figure),
        "words": figure.words,
    }


def _say_untold(figures: Iterable[Figure]) -> None:
    names = ", ".join(one.measure.id for one in figures)
    if names:
        say_folded(f"Of these the files tell nothing: {names}.")


def _list(figures: Iterable[Figure]) -> None:
    hidden = []
    for figure in figures:
        if LIST in figure.hidden:
            hidden.append(figure.measure.id)
        else:
            say("", f"The children behind {figure.measure.id}")
            _show(map(asdict, figure.children), _CHILDREN)
    if hidden:
        say("")
        say_folded(f"{_NO_LIST}: {', '.join(hidden)}.")
