"""The day that is being folded: its events, and the law that they meet."""

from collections.abc import Iterator
from datetime import date
from functools import cached_property
from itertools import takewhile

from attrs import field, frozen

from casework.chronology import Happening
from casework.timescales.fold import Fold, Setting
from casework.timescales.holding import Asked
from casework.timescales.standing import stand_all


@frozen(kw_only=True, eq=False, slots=False)
class Today:
    """One day as it is folded.

    Parameters
    ----------
    day
        The day.
    happenings
        Its events, in order.
    setting
        Law, calendar and zone.
    morning
        The fold as it stood when the day began, or as it stands at its end.
    so_far
        What came before on the day, where what the day brings comes at its end.
    """

    day: date
    happenings: tuple[Happening, ...] = ()
    setting: Setting
    morning: Fold = field(repr=False)
    so_far: tuple[Happening, ...] = ()

    @cached_property
    def evening(self) -> Fold:
        """The states of affairs as they stand at the day's end, where they are asked.

        What holds on a day is what holds at its end.
        """
        return stand_all(self.morning, self.happenings, self.setting)

    def asked(self, episode: str | None, series: date) -> Asked:
        """Ask about a clock in an episode, as at the end of the day."""
        return Asked(
            fold=self.evening,
            setting=self.setting,
            day=self.day,
            episode=episode,
            series=series,
        )

    def before(self, happening: Happening) -> Iterator[Happening]:
        """Give the events of the day that stand before one in its order."""
        return takewhile(lambda one: one is not happening, self.happenings)
