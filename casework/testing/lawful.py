"""Lawful histories: journeys in which every event is allowed where it stands.

They are told through the stages themselves. What may happen next, what must have
happened before, and what an event may say is read from the declarations, so that a new
stage, a new link or a new word is tried as soon as it is declared. Lawful is not the
same as in time: a history may miss every deadline.
"""

from collections.abc import Collection
from datetime import date, timedelta
from typing import Final

from hypothesis import reject
from hypothesis import strategies as st

from casework.dates import as_date
from casework.journey import Journey
from casework.jurisdictions import Jurisdiction, england, jersey
from casework.records import EVERYTHING, Records
from casework.states import STAGES
from casework.testing.ages import children
from casework.testing.near import FIRST_DAY, LATEST
from casework.testing.settings import refuse_unknown
from casework.testing.steps import a_step, all_the_way_into
from casework.testing.telling import Telling

MAX_EVENTS: Final = 12

_TRIES: Final = 4

places: Final = st.sampled_from([england, jersey])
# Which events are written down late, and how many days after they happened.
_late: Final = st.dictionaries(
    st.integers(0, MAX_EVENTS - 1), st.sampled_from([1, 9, 40]), max_size=2
)
_first_days: Final = st.integers(0, 1200) | st.integers(-4300, 3000)


@st.composite
def lawful_journeys(
    draw: st.DrawFn,
    jurisdiction: Jurisdiction | None = None,
    stages: Collection[str] | None = None,
    *,
    max_events: int = MAX_EVENTS,
    records: Records = EVERYTHING,
    ends_by: date | str = LATEST,
) -> Journey:
    """Journeys in which every event is allowed where it stands.

    Parameters
    ----------
    jurisdiction
        Whose calendar and law; either place, where it is left out.
    stages
        Names of stages, such as `("secure",)`. The history has an episode of each,
        with what that comes out of, and goes on in these alone. Left out, it goes
        anywhere.
    max_events
        How many events there are at most, unless the way into a stage needs more.
    records
        What the source records: the rest of the history is left out.
    ends_by
        The last day on which anything happens.

    Raises
    ------
    NotFound
        When a stage is not one of the seventeen.

    Examples
    --------
    >>> from hypothesis import given, settings
    >>> @settings(max_examples=5, database=None)
    ... @given(lawful_journeys(stages=["secure"]))
    ... def a_child_in_secure_accommodation_is_looked_after(journey):
    ...     stages = {episode.stage for episode in journey.episodes()}
    ...     assert {"looked_after", "secure"} <= stages
    >>> a_child_in_secure_accommodation_is_looked_after()
    """
    wanted = _in_order(stages)
    telling = draw(_begun(jurisdiction, as_date(ends_by)))
    for stage in wanted:
        _go_into(draw, telling, stage)
    among = None if stages is None else tuple(telling.position.by_stage)
    for _ in range(len(telling.events), max_events):
        if not draw(a_step(telling, among)):
            break
    telling.late(draw(_late))
    return telling.recorded(records)


@st.composite
def _begun(
    draw: st.DrawFn, jurisdiction: Jurisdiction | None, ends_by: date
) -> Telling:
    place = jurisdiction or draw(places)
    day = min(FIRST_DAY + timedelta(draw(_first_days)), ends_by)
    return Telling(place=place, child=draw(children(day)), floor=day, ends_by=ends_by)


def _go_into(draw: st.DrawFn, telling: Telling, stage: str) -> None:
    # One way may be barred by what stands already, such as a plan that goes on.
    for _ in range(_TRIES):
        if telling.position.latest(stage) is not None:
            return
        draw(all_the_way_into(telling, stage))
    reject()


def _in_order(stages: Collection[str] | None) -> tuple[str, ...]:
    asked = tuple(stages or ())
    refuse_unknown(asked, STAGES, "there is no stage")
    return tuple(stage for stage in STAGES if stage in asked)
