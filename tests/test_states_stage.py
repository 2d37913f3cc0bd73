"""Stages as declarations: what is refused, what they cost, and how they are drawn."""

import sys
import tracemalloc
from itertools import product
from typing import Any

import attrs
import pytest
from transitions import Machine, MachineError

from casework.errors import BadLaw
from casework.events import CinVisitMade, Event, SecureEnded, SecureStarted
from casework.states import STAGES, Stage
from casework.states.drawing import draw
from casework.states.links import happened
from casework.states.moves import (
    NOT_OPEN,
    AtMostOne,
    Move,
    events_of,
    leads,
    opens,
    stays,
)
from casework.states.stage import Cursor

SECURE = STAGES["secure"]
REFERRAL = STAGES["assessment"]


def without(event: str) -> tuple[Move, ...]:
    """The moves of that stage without those of one event."""
    return tuple(move for move in SECURE.moves if move.event.name != event)


@pytest.mark.parametrize(("parts", "says"), [
    ({"states": ("out", "out")}, "declared twice"),
    ({"final": ("gone",)}, "'gone' is not one of its states"),
    ({"moves": (*SECURE.moves, stays(SecureStarted, "lost"))}, "'lost' is not one"),
    (
        {"at_most_one": AtMostOne(states=("inside",), because="of space")},
        "'inside' is not one",
    ),
    ({"superseded": ("out", "far out")}, "'far out' is not one"),
    ({"states": (*SECURE.states, "lost")}, "nothing leads to 'lost'"),
    ({"final": ()}, "nothing leads out of 'out'"),
    (
        {"moves": (*SECURE.moves, stays(SecureEnded, SECURE.states[0]))},
        "no guards that tell them apart",
    ),
    ({"moves": (*SECURE.moves, stays(CinVisitMade, "out"))}, "of another stage"),
    ({"moves": without("secure_review_held")}, "secure_review_held may never happen"),
    (
        {"moves": (*SECURE.moves, opens(SecureEnded, to="out"))},
        "secure_ended opens an episode in one place only",
    ),
])  # fmt: skip
def test_a_stage_that_cannot_work_is_refused(parts: dict[str, Any], says: str) -> None:
    """What transitions accepts and finds out later is refused when it is declared."""
    with pytest.raises(BadLaw, match=says):
        attrs.evolve(SECURE, **parts)


def test_guards_on_one_word_do_not_tell_moves_apart() -> None:
    """Two moves for one decision would leave the choice to their order."""
    move = leads(
        REFERRAL.moves[2].event, "referred", to="concluded", decision="early_help"
    )
    with pytest.raises(BadLaw, match="referral_decided from 'referred'"):
        attrs.evolve(REFERRAL, moves=(*REFERRAL.moves, move))


@pytest.mark.parametrize(("where", "says"), [
    ({"mood": "good"}, "has no field 'mood'"),
    ({"seen": "from afar"}, "seen is never 'from afar'"),
])  # fmt: skip
def test_a_guard_asks_only_what_an_event_can_say(
    where: dict[str, object], says: str
) -> None:
    """A misspelt word is found when the stage is read, not when a child needs it."""
    with pytest.raises(BadLaw, match=says):
        happened(CinVisitMade, **where)


@pytest.mark.parametrize("name", STAGES)
def test_every_stage_passes_its_checks(name: str) -> None:
    """The stages that are shipped can be declared again, and say what may happen."""
    stage = attrs.evolve(STAGES[name])
    openers = {event.name for event in events_of(name) if event.opens}
    assert openers == set(stage.allowed(NOT_OPEN))


@pytest.mark.parametrize("name", STAGES)
def test_every_state_is_reached_and_left_by_events(name: str) -> None:
    """The machine itself says so, event by event, whatever was declared."""
    stage, ways = STAGES[name], {}
    waiting = [NOT_OPEN]
    while waiting:
        here = waiting.pop()
        found = {stage.next(here, event) for event in variants(name)} - {None}
        ways[here] = found
        waiting += found - ways.keys() - set(waiting)
    assert {NOT_OPEN, *stage.states} == ways.keys()
    stuck = {state for state, found in ways.items() if not found - {state}}
    assert stuck <= set(stage.final)


def test_the_states_of_an_event_are_listed() -> None:
    """An officer can be told where an event belongs."""
    assert ("on a plan", "plan ended") == STAGES["conference"].sources(
        "protection_plan_ended"
    )


@pytest.mark.parametrize("name", STAGES)
def test_the_quick_machine_does_what_transitions_does(name: str) -> None:
    """With the stock classes in their place nothing is different."""
    stage = STAGES[name]
    stock = stock_machine(stage)
    states = (NOT_OPEN, *stage.states, "nowhere")
    for state, event in product(states, variants(name)):
        assert tried(stock, state, event) == tried(stage.machine, state, event)


def stock_machine(stage: Stage) -> Machine:
    """The machine of a stage, made of the classes of transitions."""
    return Machine(
        model=None,
        states=[NOT_OPEN, *stage.states],
        initial=None,
        transitions=list(stage.transitions()),
        auto_transitions=False,
    )


def variants(stage: str) -> list[Event]:
    """Each event of a stage with each word that one of its fields may hold."""
    found: list[Event] = []
    for kind in events_of(stage):
        found.append(kind(at="2026-11-23"))
        for field in attrs.fields(kind):
            words = field.metadata.get("words", ())
            found += [kind(at="2026-11-23", **{field.name: word}) for word in words]
    return found


def tried(machine: Machine, state: str, event: Event) -> tuple[object, str]:
    """What a machine answers, and where it leaves an episode."""
    cursor = Cursor(state)
    try:
        answer: object = machine.events[event.name].trigger(cursor, event)
    except (MachineError, ValueError) as error:
        answer = type(error)
    return answer, cursor.state


def test_a_cursor_takes_next_to_nothing() -> None:
    """A machine that held its cases would take 22 kilobytes for each of them."""
    machine = stock_machine(STAGES["conference"])
    tracemalloc.start()
    before = tracemalloc.get_traced_memory()[0]
    for _ in range(20):
        machine.add_model(type("Model", (), {})(), initial="planned")
    bound = (tracemalloc.get_traced_memory()[0] - before) / 20
    tracemalloc.stop()
    assert 100 <= bound / sys.getsizeof(Cursor("planned"))


@pytest.mark.parametrize("name", STAGES)
def test_a_stage_is_drawn_with_every_state_and_way_out(name: str) -> None:
    """A picture shows every state, every move, and where an episode is over."""
    stage, picture = STAGES[name], draw(STAGES[name])
    assert picture.startswith("stateDiagram-v2\n")
    assert [] == [s for s in stage.states if f'state "{s}" as ' not in picture]
    assert len(stage.final) == picture.count("--> [*]\n")
    assert [] == [line for line in picture.splitlines() if line.count(" : ") > 1]


def test_a_picture_shows_what_an_event_must_say() -> None:
    """A guard stands beside the event, as a reader would say it."""
    assert (
        "concern_raised --> no_enquiry : strategy discussion held "
        "(outcome is no_enquiry)" in draw(STAGES["article_42"])
    )
