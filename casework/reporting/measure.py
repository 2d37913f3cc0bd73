"""A measure: what is counted, out of what, what is left out, and who says so."""

from collections.abc import Callable, Iterable
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

from attrs import field, frozen

from casework.errors import BadLaw

if TYPE_CHECKING:
    from casework.events import Event
    from casework.reporting.case import Case
    from casework.reporting.evening import Evening


class Unit(StrEnum):
    """What kind of figure a measure gives."""

    COUNT = "count"
    PERCENT = "percent"
    RATE = "per 10,000 children"
    PER_100 = "for every 100"
    AVERAGE = "average"
    DAILY = "on an average day"
    MEDIAN = "median"


class Counts(StrEnum):
    """What one of a measure is: children of one family or meeting are counted apart."""

    CHILDREN = "children"
    EPISODES = "episodes"
    EVENTS = "events"
    DEADLINES = "deadlines"
    MEETINGS = "meetings"
    FAMILIES = "families"
    WORKERS = "workers"


@frozen
class Counted:
    """One thing that a measure counts.

    Parameters
    ----------
    met
        Whether it is in the numerator, and not in the denominator alone.
    size
        Its length or number, where the measure has a median, an average or a sum.
    part
        Its band or its kind, where the measure has parts.
    key
        The meeting, the family or the worker that it stands for.
    left_out
        Why it is in neither; empty where it is counted.
    doubt
        What may be missing from the record, where it is counted all the same.
    basis
        The basis of the rule that it rests on, if it rests on one.
    """

    met: bool = True
    size: float | None = None
    part: str = ""
    key: str = ""
    left_out: str = ""
    doubt: str = ""
    basis: str = ""


IN = Counted()
OUT = Counted(met=False)

Found: TypeAlias = tuple[date, Counted]
During: TypeAlias = Callable[["Case"], Iterable[Found]]
OnDay: TypeAlias = Callable[["Case", "Evening"], Iterable[Counted]]


@frozen(kw_only=True)
class Measure:
    """One measure, as a policy officer would review it.

    Parameters
    ----------
    id
        Stable, such as `assessments.in_time.published`.
    title
        What it says, in a few words.
    unit
        What kind of figure it gives.
    counts
        What one of it is.
    numerator, denominator
        What is counted, and out of what. Measures that say the same words count the
        same things.
    left_out
        What is in neither.
    source
        Who publishes it, or defined it so.
    needs
        The events without which a source says nothing of it.
    during, on_day
        How it is counted: in the days of the report, or as things stand at the end of
        its last day. One of the two.
    parts
        The bands or kinds into which the denominator falls, in their order.
    met_parts
        How many of the parts, from the first, are the numerator; None where the
        numerator is something else.
    sizes
        What `size` is measured in, for medians and averages.
    rests_on
        The rule whose number it uses, without the place, such as `conference.initial`.
    rule
        The rule that it is about, where it is one of the three figures of a rule.
    once
        Whether a child counts once in some days, however often it happened in them: in
        all the days of the report, and in each of its months.

    Raises
    ------
    BadLaw
        When words or ways of counting are missing.
    """

    id: str
    title: str
    unit: Unit
    counts: Counts
    numerator: str
    denominator: str = ""
    left_out: str = ""
    source: str
    needs: tuple[type["Event"], ...]
    during: During | None = field(default=None, eq=False, repr=False)
    on_day: OnDay | None = field(default=None, eq=False, repr=False)
    parts: tuple[str, ...] = ()
    met_parts: int | None = None
    sizes: str = ""
    rests_on: str = ""
    rule: str = ""
    once: bool = False

    def __attrs_post_init__(self) -> None:
        """Refuse a measure of which a reader could not say what it counts."""
        said = self.id and self.title and self.numerator and self.source
        divided = self.unit in (Unit.PERCENT, Unit.PER_100)
        if not said or (divided and not self.denominator):
            raise BadLaw(f"measure {self.id!r} needs a title, words and a source")
        if (self.during is None) == (self.on_day is None):
            raise BadLaw(f"measure {self.id!r}: counted in the days, or on the last?")

    @property
    def subject(self) -> str:
        """What it is about: the first word of its id."""
        return self.id.partition(".")[0]
