"""Tells Hypothesis how journeys, children and events are made.

Hypothesis calls it when it is imported, so that `st.from_type(Journey)` works, and so
does a test whose arguments are typed, without anything being imported by hand.
"""

from collections.abc import Callable
from typing import Any, TypeAlias

from hypothesis import strategies as st

from casework.chronology import Child, Chronology
from casework.events import Event, kinds
from casework.journey import Journey
from casework.jurisdictions import JURISDICTIONS, Jurisdiction
from casework.law.overlay import Overlay
from casework.periods import Period, Unit
from casework.records import Records

Making: TypeAlias = Callable[[Any], st.SearchStrategy[Any]]


def register() -> None:
    """Register every type of which a host may want examples.

    A `Journey` and a `Chronology` are lawful; an event says anything that its kind may.

    Examples
    --------
    >>> from casework import Journey
    >>> st.from_type(Journey)
    lawful_journeys()
    """
    from casework import testing

    # Made when they are asked for: every run that imports Hypothesis comes by here.
    made: dict[type, Making] = {
        Journey: lambda _: testing.lawful_journeys(),
        Chronology: lambda _: testing.lawful_journeys().map(lambda it: it.chronology),
        Child: lambda _: testing.children(),
        Records: lambda _: testing.any_records(),
        Overlay: lambda _: testing.law_overlays(),
        Event: lambda _: testing.any_events(),
        Jurisdiction: lambda _: st.sampled_from(list(JURISDICTIONS.values())),
        Period: lambda _: st.builds(Period, st.integers(1, 60), st.sampled_from(Unit)),
        **dict.fromkeys(kinds().values(), testing.any_events),
    }
    for kind, making in made.items():
        st.register_type_strategy(kind, making)
