"""Whole lives: a child known from a first contact to the end of support at 25.

Each chapter is a stage, begun at an age at which it is likely. In between anything may
happen that the stages allow; at the end everything that is open is brought to an end.
"""

from typing import Final

from hypothesis import strategies as st

from casework.chronology import Child
from casework.dates import birthday, years_after
from casework.events import ChildDied, PregnancyEnded, kinds
from casework.journey import Journey
from casework.jurisdictions import Jurisdiction
from casework.testing.choosing import one_of
from casework.testing.lawful import places
from casework.testing.near import FIRST_DAY
from casework.testing.steps import a_step, into
from casework.testing.telling import Telling

# Each stage, and the ages at which it begins; the likeliest first.
_CHAPTERS: Final = (
    ("contact", (4, 0, 2)),
    ("early_help", (5, 4)),
    ("assessment", (6, 5)),
    ("child_in_need", (7, 6)),
    ("article_42", (9, 8)),
    ("conference", (9, 10)),
    ("looked_after", (11, 13)),
    ("placement", (11, 13)),
    ("missing", (14,)),
    ("pathway_plan", (16, 15)),
    ("leaving_care", (18,)),
)
# A whole life is one that did not end early.
_IN_A_WHOLE_LIFE: Final = kinds().keys() - {ChildDied.name, PregnancyEnded.name}
_STEPS: Final = range(4)
_BORN: Final = years_after(FIRST_DAY, -16)
_ENDS_AT: Final = 25


@st.composite
def lives(draw: st.DrawFn, jurisdiction: Jurisdiction | None = None) -> Journey:
    """Whole lives in care, from the first contact to the end of support at 25.

    Every event is allowed where it stands, and at the end no episode is open. What is
    late, and what is never done, is left to chance.

    Parameters
    ----------
    jurisdiction
        Whose calendar and law; either place, where it is left out.

    Examples
    --------
    >>> from hypothesis import given, settings
    >>> @settings(max_examples=2, database=None)
    ... @given(lives())
    ... def nothing_is_left_open(life):
    ...     assert all(episode.closed for episode in life.episodes())
    >>> nothing_is_left_open()
    """
    telling = _born(draw, jurisdiction or draw(places))
    for stage, ages in _CHAPTERS:
        draw(_chapter(telling, stage, one_of(draw, ages)))
    telling.finish(birthday(_BORN, _ENDS_AT))
    return telling.journey


def _born(draw: st.DrawFn, place: Jurisdiction) -> Telling:
    child = Child(id="C-0001", born=_BORN, disabled=one_of(draw, (None, False, True)))
    last = birthday(_BORN, _ENDS_AT)
    return Telling(
        place=place, child=child, floor=_BORN, ends_by=last, knows=_IN_A_WHOLE_LIFE
    )


@st.composite
def _chapter(draw: st.DrawFn, telling: Telling, stage: str, age: int) -> None:
    telling.floor = max(telling.floor, birthday(_BORN, age))
    if stage == "leaving_care":
        telling.close("looked_after")
    if telling.position.latest(stage) is None:
        draw(into(telling, stage))
    before_long = birthday(_BORN, age + 1)
    for _ in range(one_of(draw, _STEPS)):
        if telling.floor < before_long:
            draw(a_step(telling, (stage,)))
