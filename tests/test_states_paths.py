"""The shortest path to each state: lawful, leading there, and none is shorter."""

import subprocess
import sys
from collections.abc import Iterator

import attrs
import pytest

from casework.adapters.jsonlines import read_jsonl
from casework.errors import Ambiguous, NotAllowed
from casework.events import Event
from casework.journey import Journey
from casework.jurisdictions import jersey
from casework.states import STAGES
from tests.journeys import TERMS
from tests.source import ROOT
from tests.stage_tables import variants_of

EXAMPLES = ROOT / "examples" / "paths.jsonl"
JERSEY = jersey.with_terms(TERMS)
STATES = [(name, state) for name, stage in STAGES.items() for state in stage.states]
CHILDREN = list(read_jsonl(EXAMPLES, strict=True))
DAYS = ("2026-03-02", "2026-06-10")


def test_the_examples_are_those_that_the_search_finds() -> None:
    """Whoever changes a stage writes them anew: python docs/paths.py --examples."""
    command = [sys.executable, "docs/paths.py", "--examples"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=True)
    assert EXAMPLES.read_bytes() == done.stdout.replace(b"\r\n", b"\n")


@pytest.mark.parametrize(
    ("child", "place"), [*zip(CHILDREN, STATES, strict=True)], ids=map(str, STATES)
)
def test_a_path_leads_to_its_state_and_nothing_in_it_is_wrong(
    child: Journey, place: tuple[str, str]
) -> None:
    """One child for each state; nothing is found but that more could be said."""
    stage, state = place
    episode = {one.id: one for one in child.episodes()}[f"{stage}-1"]
    assert (stage, state) == (episode.stage, episode.state)
    assert all(verdict.allowed for verdict in child.verdicts())
    assert {"not_said", "terms_not_known"} >= {
        one.code for one in child.findings("2027-12-31")
    }
    with_terms = child.under(JERSEY).findings("2027-12-31")
    assert {"not_said"} >= {one.code for one in with_terms}


def after(journey: Journey, day: str) -> Iterator[Journey]:
    """Give a journey with each event that it allows on a day, whatever it says."""
    for stage in STAGES:
        for event in variants_of(stage):
            if speaks(event):
                try:
                    yield journey.record(attrs.evolve(event, at=day))
                except (Ambiguous, NotAllowed):
                    continue


def speaks(event: Event) -> bool:
    """Say whether an event says what moves ask, and no more; or of what kind it is.

    A conference of which nobody knows the kind may have been any.
    """
    moves = STAGES[event.stage_name].moves
    asked = {guard.field for move in moves for guard in move.guards}
    if event.name == "conference_held":
        return event.kind is not None and event.category is None
    coded = (one.name for one in attrs.fields(type(event)) if "words" in one.metadata)
    return all(getattr(event, name) is None for name in coded if name not in asked)


@pytest.mark.slow
def test_no_path_is_shorter() -> None:
    """Whatever may be recorded in one event, and in two, leads to no other state."""
    nobody = Journey.open(JERSEY, child="C-0001", born="2010-05-14")
    first = list(after(nobody, DAYS[0]))
    second = [further for one in first for further in after(one, DAYS[1])]
    told = {1: states_of(first), 2: states_of(second) - states_of(first)}
    assert told == {number: paths_of(number) for number in told}


def states_of(journeys: list[Journey]) -> set[tuple[str, str]]:
    """Give the states in which any episode stands."""
    return {(one.stage, one.state) for child in journeys for one in child.episodes()}


def paths_of(length: int) -> set[tuple[str, str]]:
    """Give the states whose shortest path has so many events."""
    pairs = zip(CHILDREN, STATES, strict=True)
    return {place for one, place in pairs if len(one.chronology.events) == length}
