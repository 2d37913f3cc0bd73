"""What a host asks of the kit, looked at before anything is tried.

A misspelt name would leave nothing to compare, and a test of nothing passes.
"""

from collections.abc import Collection, Iterable, Sequence
from datetime import date
from typing import Final

from casework.alike import like
from casework.errors import CaseworkError, NotFound
from casework.events import kinds
from casework.states import STAGES
from casework.states.moves import events_of
from casework.testing.near import FIRST_DAY
from casework.testing.ways import Leg, ways_into
from casework.timescales import Deadline

BESIDE: Final = (*events_of("oversight"), *events_of("child"))
"""Events that belong to no stage."""


class BadMachine(CaseworkError, ValueError):
    """A machine is set up so that nothing could ever happen in it."""


def stages_of(stages: Sequence[str] | None) -> tuple[str, ...]:
    """Give the names of stages; all, where none are named.

    Raises
    ------
    NotFound
        When there is no such stage.
    BadMachine
        When the names are none, or one text.
    """
    if stages is None:
        return tuple(STAGES)
    if isinstance(stages, str) or not stages:
        raise BadMachine(f"stages are a list of names, not {stages!r}")
    refuse_unknown(stages, STAGES, "there is no stage")
    return tuple(stages)


def refuse_what_tests_nothing(
    stages: Sequence[str] | None, knows: Collection[str] | None, ends_by: date
) -> None:
    """Refuse stages and events of which no history could be told.

    Parameters
    ----------
    stages, knows, ends_by
        As in `JourneyMachine`.

    Raises
    ------
    NotFound
        When there is no such stage or event.
    BadMachine
        When nothing could happen.
    """
    named = stages_of(stages)
    if ends_by < FIRST_DAY:
        raise BadMachine(
            f"nothing can happen: histories begin on {FIRST_DAY}, and ends_by is "
            f"{ends_by}"
        )
    if knows is None:
        return
    if isinstance(knows, str):
        raise BadMachine(f"knows is a list of names of events, not {knows!r}")
    refuse_unknown(knows, kinds(), "there is no event")
    if not any(_all_known(way, knows) for way in _ways(named)) and not _beside(knows):
        openers = ", ".join(_shortest(named))
        raise BadMachine(
            f"nothing can happen: no event of `knows` begins anything in "
            f"{', '.join(named)}; add what leads there, such as {openers}"
        )


def refuse_other_columns(names: Iterable[str]) -> None:
    """Refuse a column that no deadline has.

    Raises
    ------
    NotFound
        Naming it, and what may have been meant.
    """
    there = [name for name in dir(Deadline) if not name.startswith("_")]
    refuse_unknown(names, there, "no deadline has")


def refuse_unknown(names: Iterable[str], there: Iterable[str], none: str) -> None:
    """Refuse a name that is not there, in words that begin with `none`.

    Raises
    ------
    NotFound
        Naming it, and what may have been meant.
    """
    there = tuple(there)
    for name in names:
        if name not in there:
            raise NotFound(f"{none} {name!r}{like(name, there)}")


def _ways(stages: Iterable[str]) -> Iterable[tuple[Leg, ...]]:
    for stage in stages:
        for unborn in (False, True):
            for ways in ways_into(stage, unborn=unborn):
                yield from ways


def _all_known(way: tuple[Leg, ...], knows: Collection[str]) -> bool:
    return all(one.kind.name in knows for leg in way for one in leg.events)


def _beside(knows: Collection[str]) -> bool:
    return any(kind.name in knows for kind in BESIDE)


def _shortest(stages: Iterable[str]) -> tuple[str, ...]:
    way = min(_ways(stages), key=lambda legs: sum(len(leg.events) for leg in legs))
    return tuple(one.kind.name for leg in way for one in leg.events)
