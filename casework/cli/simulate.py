"""`casework simulate` and `casework compare`: services run forward, and their figures.

What they are built on is imported when they run: it needs an extra of its own.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Final

import typer
from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn

from casework.adapters.tables import Format, Row
from casework.cli.options import End, Listing, Start
from casework.cli.output import column, say, show, warn
from casework.words import plural

if TYPE_CHECKING:
    from casework.simulation.comparing import Difference, Reproduced, Waited
    from casework.simulation.replicating import Interval
    from casework.simulation.running import Progress as Tell
    from casework.simulation.scenario import Scenario

_FIGURES: Final = ("measure", "title", "mean", "lowest", "highest", "runs")
_PUBLISHED: Final = ("published", "near_from", "near_to", "near", "source")
_COMPARED: Final = tuple(
    f"{which}_{what}" for which in ("a", "b", "change") for what in _FIGURES[2:5]
)

ScenarioFile = Annotated[
    Path, typer.Argument(metavar="SCENARIO.toml", help="The scenario.")
]
Seed = Annotated[
    int | None, typer.Option("--seed", help="The seed of all luck, if another.")
]
Processes = Annotated[
    int, typer.Option("--processes", min=1, help="How many work at once.")
]
Measures = Annotated[
    list[str] | None,
    typer.Option("--measure", metavar="ID", help="Which figures; may be repeated."),
]


def simulate(
    *,
    scenario: ScenarioFile,
    out: Annotated[
        Path | None,
        typer.Option("-o", "--output", metavar="OUT.jsonl", help="- for here."),
    ] = None,
    seed: Seed = None,
    processes: Processes = 1,
    years: Annotated[
        int | None, typer.Option("--years", min=1, help="So many from the first day.")
    ] = None,
    start: Start = None,
    end: End = None,
    everyone: Annotated[
        bool,
        typer.Option("--everyone", help="Also children to whom nothing happened."),
    ] = False,
    replications: Annotated[
        int | None,
        typer.Option(min=1, help="Figures of so many runs, beside the published."),
    ] = None,
    output: Listing = Format.TABLE,
) -> None:
    """Run a scenario: write the children's chronologies, or work out its figures."""
    from casework.simulation import read_scenario
    from casework.simulation.scenario import over

    told = over(read_scenario(scenario), seed=seed, first=start, last=end, years=years)
    if (out is None) == (replications is None):
        message = "say where to write with -o, or how many runs with --replications"
        raise typer.BadParameter(message)
    if out is not None:
        _write(told, out, processes, everyone=everyone)
    elif replications is not None:
        _reproduce(told, replications, processes, output)


def compare(
    *,
    a: Annotated[Path, typer.Argument(metavar="A.toml", help="One scenario.")],
    b: Annotated[Path, typer.Argument(metavar="B.toml", help="The other.")],
    replications: Annotated[
        int, typer.Option(min=1, help="How many runs of each.")
    ] = 5,
    seed: Seed = None,
    processes: Processes = 1,
    measure: Measures = None,
    output: Listing = Format.TABLE,
) -> None:
    """Run two scenarios under the same luck, and put their figures side by side."""
    from casework.simulation import read_scenario
    from casework.simulation.comparing import COMPARED
    from casework.simulation.comparing import compare as compared
    from casework.simulation.scenario import over

    one, other = (over(read_scenario(path), seed=seed) for path in (a, b))
    with _progress() as tell:
        made = compared(
            one,
            other,
            replications,
            measure or COMPARED,
            processes=processes,
            tell=tell,
        )
    rows = [_compared(difference) for difference in made.differences]
    columns = [
        column("FIGURE", 30, "title"),
        column(one.name.upper(), 15, "a", right=True),
        column(other.name.upper(), 15, "b", right=True),
        column("CHANGE", 15, "change", right=True),
    ]
    show(rows, output=output, keys=("measure", "title", *_COMPARED), columns=columns)
    if output is Format.TABLE:
        say("", *_told_of(made.waited, one, other), "", *_notes(replications, one))


def _write(told: "Scenario", out: Path, processes: int, *, everyone: bool) -> None:
    from casework.simulation import simulate as run

    with _progress() as tell:
        written = run(told, out, processes=processes, everyone=everyone, tell=tell)
    children = "1 child" if written.children == 1 else f"{written.children} children"
    warn(f"{children}, {plural(written.events, 'event')} in {out}")


def _reproduce(told: "Scenario", runs: int, processes: int, output: Format) -> None:
    from casework.simulation.comparing import reproduce

    if not told.expected:
        message = f"{told.name} expects no figures; see `casework compare`"
        raise typer.BadParameter(message, param_hint="--replications")
    with _progress() as tell:
        found = reproduce(told, runs, processes=processes, tell=tell)
    rows = [_reproduced(one) for one in found]
    columns = [
        column("FIGURE", 30, "title"),
        column("SIMULATED", 16, "mean_in_words", right=True),
        column("PUBLISHED", 9, "published_in_words", right=True),
        column("NEAR ENOUGH", 13, "near_in_words", right=True),
        column("", 4, "verdict"),
    ]
    keys = ("measure", "title", *_FIGURES[2:], *_PUBLISHED)
    show(rows, output=output, keys=keys, columns=columns)
    if output is Format.TABLE:
        say("", *_notes(runs, told))


def _reproduced(one: "Reproduced") -> Row:
    wanted = one.expected
    return {
        "measure": wanted.measure,
        "title": wanted.title,
        **_ends(one.found),
        "runs": None if one.found is None else one.found.runs,
        "mean_in_words": _in_words(one.found),
        "published": wanted.published,
        "published_in_words": f"{wanted.published:g}",
        "near_from": wanted.lowest,
        "near_to": wanted.highest,
        "near_in_words": f"{wanted.lowest:g} to {wanted.highest:g}",
        "near": one.near,
        "verdict": "yes" if one.near else "NO",
        "source": wanted.source,
    }


def _compared(one: "Difference") -> Row:
    figures = {"a": one.a, "b": one.b, "change": one.change}
    return {
        "measure": one.measure,
        "title": one.title,
        **{
            f"{which}_{end}": value
            for which, found in figures.items()
            for end, value in _ends(found).items()
        },
        **{which: _in_words(found) for which, found in figures.items()},
    }


def _ends(found: "Interval | None") -> dict[str, Any]:
    ends = ("mean", "lowest", "highest")
    return {end: None if found is None else getattr(found, end) for end in ends}


def _in_words(found: "Interval | None") -> str:
    return "-" if found is None else str(found)


def _told_of(waited: "Waited", a: "Scenario", b: "Scenario") -> tuple[str, ...]:
    days = _in_words(waited.days)
    return (
        f"Of the children with an enquiry under {a.name}, under {b.name} it came",
        f"  as early       {_in_words(waited.sooner)}",
        f"  later          {_in_words(waited.later)}: half of them {days} days or more",
        f"  not at all     {_in_words(waited.never)}",
    )


def _notes(runs: int, told: "Scenario") -> tuple[str, ...]:
    days = f"Figures from {told.span.measured_from} to {told.span.last}."
    brackets = "In brackets: where the mean lies, with 95 % confidence."
    return (f"{plural(runs, 'run')}. {brackets}", days)


@contextmanager
def _progress() -> Iterator["Tell"]:
    """Show how far it is, where standard error is a screen."""
    columns = TextColumn("{task.description}"), BarColumn()
    console = Console(stderr=True)
    shown = sys.stderr.isatty()
    with Progress(
        *columns, console=console, transient=True, disable=not shown
    ) as progress:
        task = progress.add_task("", total=1.0)

        def tell(what: str, part: float) -> None:
            progress.update(task, description=what, completed=part)

        yield tell
