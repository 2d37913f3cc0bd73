"""Status tests: who qualifies, from which day to which, on what count of days."""

from datetime import date
from enum import StrEnum
from typing import ClassVar

from attrs import field, frozen

from casework.law.conditions import While
from casework.law.source import Authority, Basis, Citation, InForce, in_force_day


class Now(StrEnum):
    """Whether the child must be looked after on the day, or must not be."""

    LOOKED_AFTER = "looked after"
    NOT_LOOKED_AFTER = "no longer looked after"
    EITHER = "looked after or not"


@frozen(kw_only=True)
class Counted:
    """So many days of being looked after, between two ages.

    A day counts if the child was looked after at any time in it, and once only.
    """

    days: int
    from_age: int
    before_age: int

    def __str__(self) -> str:
        """Say it in words."""
        return f"{self.days} days in all from {self.from_age} to {self.before_age}"


@frozen(kw_only=True)
class StatusTest:
    """Who has a status: a derivation from spells of being looked after, and ages.

    Parameters
    ----------
    id, title
        Stable id, and the status in words.
    citation, words, authority, basis, in_force
        As in a rule.
    spells
        What counts as being looked after.
    from_age, before_age
        The ages between which the status can be had.
    counted
        How many days of being looked after it takes; none where this is None.
    between
        Two ages between which the child was looked after on some day; None where
        that is not asked.
    now
        Whether the child must be looked after on the day.
    once
        Another test that the child must have met on an earlier day, or this one.
    """

    kind: ClassVar[str] = "status test"

    id: str
    title: str
    citation: Citation
    words: str
    authority: Authority
    basis: Basis
    in_force: date | InForce = field(converter=in_force_day)
    spells: While
    from_age: int
    before_age: int
    counted: Counted | None = None
    between: tuple[int, int] | None = None
    now: Now = Now.EITHER
    once: "StatusTest | None" = None
    note: str = ""
