"""Figures of a simulation: intervals, replications, comparisons and the examples."""

import re
import runpy
from datetime import date
from pathlib import Path

import pytest
from attrs import evolve

from casework.errors import NotFound
from casework.simulation import (
    Scenario,
    compare,
    interval,
    read_scenario,
    replicate,
    reproduce,
)
from casework.simulation.comparing import Reproduced
from casework.simulation.scenario import Expected
from tests.printed import matches
from tests.scenarios import SCENARIOS, busy, island, small

MEASURES = ("referrals.rate", "caseload.average")
SCRIPTS = tuple(sorted(SCENARIOS.glob("*.py")))


def test_a_measure_that_does_not_exist_is_refused_before_the_years_pass(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The first run is not even begun."""
    monkeypatch.setattr("casework.simulation.replicating.run", pytest.fail)
    with pytest.raises(NotFound, match=r"'plans\.rat' here; did you mean plans\.rate"):
        replicate(small(), 1, ["plans.rat"])
    with pytest.raises(NotFound, match=r"'zz' here; docs/measures\.md lists them"):
        replicate(small(), 1, ["zz"])


def test_an_interval_is_student_s() -> None:
    """Ten runs against a table of t (2.262 for nine degrees of freedom)."""
    values = [float(n) for n in range(10)]
    found = interval(values)
    assert found is not None
    # The standard deviation of 0..9 is 3.0277, that of their mean 0.95743.
    assert (4.5, 10) == (found.mean, found.runs)
    assert found.lowest == pytest.approx(4.5 - 2.262 * 0.95743, abs=1e-3)
    assert found.highest == pytest.approx(4.5 + 2.262 * 0.95743, abs=1e-3)
    assert str(found) == "4.5 (2.3 to 6.7)"


def test_one_run_has_no_interval_and_none_no_figure() -> None:
    """One value says nothing of the next; what no run has is not 0."""
    found = interval([1_234.56])
    assert found is not None
    assert (None, None, "1,234.6") == (found.lowest, found.highest, str(found))
    assert interval([]) is None


def test_replications_go_on_from_the_seed() -> None:
    """Run 2 of a seed is run 1 of the next."""
    scenario = small(60)
    two = replicate(scenario, 2, MEASURES)
    one = replicate(evolve(scenario, seed=scenario.seed + 1), 1, MEASURES)
    assert {id_: runs[1:] for id_, runs in two.figures.items()} == one.figures
    assert set(MEASURES) == set(two.titles)


@pytest.mark.slow
def test_replications_are_the_same_in_any_number_of_processes() -> None:
    """One after the other, or two at once."""
    scenario = small(60)
    one, two = (replicate(scenario, 3, MEASURES, processes=n) for n in (1, 2))
    assert one == two


def test_children_who_wait_are_counted_run_by_run() -> None:
    """With no strategy discussions at all, every enquiry of the first never comes."""
    a = busy(25, child_in_need={"concerns": 0}, front_door={"concerns": 0})
    calm = {"assessment": 0.9, "early_help": 0.05, "no_further_action": 0.05}
    b = evolve(
        a,
        assessment=evolve(a.assessment, decision=type(a.assessment.decision)(calm)),
        care=evolve(a.care, concerns=0),
        protection_plan=evolve(a.protection_plan, concerns=0),
    )
    same, none = compare(a, a, 2, MEASURES), compare(a, b, 2, MEASURES)
    assert same.waited.sooner == none.waited.never
    assert same.waited.sooner is not None
    assert same.waited.sooner.mean > 0
    assert none.waited.later is not None
    assert (0, None) == (none.waited.later.mean, none.waited.days)
    assert {0.0} == {one.change.mean for one in same.differences if one.change}


def test_a_figure_is_near_only_between_its_ends() -> None:
    """The ends are near; what no run has is not."""
    wanted = Expected(
        measure="m", title="t", published=2, lowest=1, highest=3, source="s"
    )
    near = [
        Reproduced(expected=wanted, found=interval(values)).near
        for values in ([1.0], [3.0], [0.9], [3.1], [])
    ]
    assert [True, True, False, False, False] == near


def test_a_twentieth_of_the_island_comes_roughly_near_the_published_rates() -> None:
    """Rough, for a twentieth is few children; the whole is compared by the example."""
    scenario = evolve(
        small(1_076),
        service=evolve(
            island().service,
            teams=(evolve(island().service.teams[0], workers=2),),
        ),
        expected=island().expected,
    )
    found = {one.expected.measure: one.found for one in reproduce(scenario, 1)}
    for measure, near in {
        "contacts.decided_24h": (99.9, 100),
        "contacts.to_early_help": (1, 14),
        "referrals.rate": (450, 900),
        "article_42.rate": (130, 400),
        "conversion.enquiry_to_conference": (10, 65),
    }.items():
        figure = found[measure]
        assert figure is not None
        assert near[0] <= figure.mean <= near[1], measure


def test_every_example_has_what_it_prints_beside_it() -> None:
    """A script and its .out; and in that of the island every figure is near."""
    shown = {path.stem for path in SCENARIOS.glob("*.out")}
    assert {script.stem for script in SCRIPTS} == shown
    printed = (SCENARIOS / "jersey_2019.out").read_text("utf-8")
    assert len(island().expected) == printed.count(" near\n")
    assert "NOT NEAR" not in printed


@pytest.mark.island
@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.stem)
def test_an_example_prints_what_is_beside_it(
    script: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The same figures to the last digit: the simulation is repeatable."""
    runpy.run_path(str(script), run_name="__main__")
    printed = capsys.readouterr().out
    assert matches(script.with_suffix(".out").read_text("utf-8"), printed), printed


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.stem)
def test_an_example_prints_the_same_lines_of_a_hamlet(
    script: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Two short runs of sixty children: other figures in the same table."""
    told = runpy.run_path(str(script))
    main = told["main"]
    main.__globals__.update(RUNS=2, PROCESSES=1, read_scenario=_hamlet)
    main()
    printed = capsys.readouterr().out
    expected = script.with_suffix(".out").read_text("utf-8")
    assert _without_figures(expected) == _without_figures(printed)


def _hamlet(path: Path) -> Scenario:
    scenario = read_scenario(path)
    people = evolve(scenario.population, children=60, births=0.6)
    return evolve(scenario, population=people)


def _without_figures(text: str) -> list[str]:
    # What stands before the first figure of each line.
    return [re.split(r"\s{2,}|\d|: ", line.lstrip())[0] for line in text.splitlines()]


@pytest.mark.slow
def test_one_run_of_the_island_is_near_what_was_published() -> None:
    """One of the five runs of the example, so each figure has more room: twice it."""
    for one in reproduce(island(), 1, processes=2):
        room = (one.expected.highest - one.expected.lowest) / 2
        assert one.found is not None
        assert one.expected.lowest - room <= one.found.mean, one.expected.measure
        assert one.found.mean <= one.expected.highest + room, one.expected.measure


def test_the_figures_are_of_the_days_that_are_measured() -> None:
    """What came before `measured_from` is not counted."""
    scenario = busy(10)
    late = evolve(
        scenario, span=evolve(scenario.span, measured_from=date(2023, 12, 31))
    )
    [early] = replicate(scenario, 1, ("contacts.count",)).figures["contacts.count"]
    [last] = replicate(late, 1, ("contacts.count",)).figures["contacts.count"]
    assert early is not None
    assert last is not None
    assert last < early
