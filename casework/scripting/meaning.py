"""Which deadline and which episode a line of a story means."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TypedDict

from casework.alike import like
from casework.asking import the_one
from casework.dates import day_of
from casework.errors import Ambiguous, NotFound
from casework.jurisdictions import Jurisdiction
from casework.states import STAGES
from casework.states.walk import Episode
from casework.timescales import Deadline


class Which(TypedDict, total=False):
    """Which deadline of a rule: in which episode it started, and its number there."""

    episode: str
    occurrence: int


def rule_id(rule: str, place: Jurisdiction) -> str:
    """Give a rule's whole id; a story may leave out the place.

    Raises
    ------
    NotFound
        When the place has no such rule; the message names some that are alike.

    Examples
    --------
    >>> from casework import england
    >>> rule_id("assessment.conclude", england)
    'england.assessment.conclude'
    """
    rules = place.law.rules
    for whole in (rule, f"{place.name}.{rule}"):
        if whole in rules:
            return whole
    raise NotFound(f"the law of {place.title} has no rule {rule!r}{like(rule, rules)}")


def the_deadline(
    deadlines: Sequence[Deadline], rule: str, which: Which, *, finished: bool
) -> Deadline:
    """Give the deadline of a rule that is meant: of several, the one that began last.

    Parameters
    ----------
    deadlines, rule, which
        All of the child, the whole id of the rule, and which of its deadlines.
    finished
        Whether one of which nothing more can come is meant, if there is one; or one of
        which something must.

    Raises
    ------
    NotFound
        When the rule has none.
    Ambiguous
        When several began on one day.
    """
    episode, number = which.get("episode"), which.get("occurrence")
    found = [
        one
        for one in deadlines
        if one.rule == rule
        and episode in (None, one.episode)
        and number in (None, one.occurrence)
    ]
    if not found:
        there = ", ".join(dict.fromkeys(one.rule for one in deadlines)) or "none"
        raise NotFound(f"there is no such deadline {rule} now; there are: {there}")
    preferred = [one for one in found if one.status.finished is finished] or found
    last = max(map(_began, preferred))
    return the_one((o for o in preferred if _began(o) == last), rule, episode, number)


def _began(deadline: Deadline) -> tuple[date, int]:
    zone = deadline.grounds.setting.zone
    return day_of(deadline.starts, zone), deadline.occurrence


def the_episode(
    episodes: Iterable[Episode], stage: str, episode: str | None
) -> Episode:
    """Give the episode of a stage that is meant: the open one, else the last.

    Raises
    ------
    NotFound
        When there is none, or no such stage.
    Ambiguous
        When several are open.
    """
    if stage not in STAGES:
        raise NotFound(f"there is no stage {stage!r}{like(stage, STAGES)}")
    found = [o for o in episodes if o.stage == stage and episode in (None, o.id)]
    still_open = [one for one in found if not one.closed]
    if len(still_open) > 1:
        names = " and ".join(one.id for one in still_open)
        raise Ambiguous(f"{names} are open; say which with episode=")
    if not found:
        raise NotFound(f"there is no such episode of the stage {stage} yet")
    return (still_open or found)[-1]
