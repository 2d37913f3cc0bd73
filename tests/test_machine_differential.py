"""The quick machine beside the stock one, over whole records and not one move alone."""

from datetime import date, timedelta

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from transitions import Machine

from casework.events import Event
from casework.states import STAGES, Stage
from casework.states.machine import QuickMachine
from casework.states.moves import events_of
from casework.states.walk import Walk, walk
from casework.testing import any_events

FIRST = date(2026, 3, 2)


def with_stock_machine(stage: Stage) -> Stage:
    """The same stage, its machine made of the classes that transitions brings."""
    stock = attrs.evolve(stage)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("casework.states.stage.QuickMachine", _stock)
        assert not isinstance(stock.machine, QuickMachine)
    return stock


def _stock(states: list[str], transitions: list[dict[str, object]]) -> Machine:
    return Machine(
        model=None,
        states=states,
        initial=None,
        transitions=list(transitions),
        auto_transitions=False,
    )


STOCK = {name: with_stock_machine(stage) for name, stage in STAGES.items()}


@st.composite
def records(draw: st.DrawFn, stage: str) -> list[Event]:
    """What may be told of two episodes of a stage, in any order, a day or so apart."""
    told, day = [], FIRST
    openers = [kind for kind in events_of(stage) if kind.opens]
    kinds = st.sampled_from(openers) | st.sampled_from(events_of(stage))
    for event in draw(st.lists(kinds.flatmap(any_events), min_size=2, max_size=8)):
        day += timedelta(days=draw(st.integers(0, 1)))
        episode = draw(st.sampled_from([f"{stage}-1", f"{stage}-2"]))
        told.append(attrs.evolve(event, at=day, episode=episode, recorded=None))
    return told


@pytest.mark.parametrize("stage", STAGES)
@settings(max_examples=25)
@given(data=st.data())
def test_the_stock_machine_gives_the_same_journey(
    stage: str, data: st.DataObject
) -> None:
    """Where the stock classes are put in, every verdict and every state is the same."""
    told = data.draw(records(stage))
    ours = _walked(told)
    with pytest.MonkeyPatch.context() as patch:
        for name, same in STOCK.items():
            patch.setitem(STAGES, name, same)
        stock = _walked(told)
    assert ours == stock


def _walked(told: list[Event]) -> Walk:
    return walk(told, zone="Europe/Jersey")
