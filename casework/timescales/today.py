"""The day that is being folded: its events, and the law that they meet."""

from collections.abc import Iterator
from datetime import date

from attrs import field, frozen

from casework.chronology import Happening
from casework.timescales.fold import Fold, Setting
from casework.timescales.holding import Asked


@frozen(kw_only=True, eq=False)
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
    evening
        The fold with every state of affairs as it stands at the end of the day: what
        holds on a day is asked there.
    """

    day: date
    happenings: tuple[Happening, ...] = ()
    setting: Setting
    evening: Fold = field(repr=False)

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
        for one in self.happenings:
            if one is happening:
                return
            yield one
