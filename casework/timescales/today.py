"""The day that is being folded: its events, where their episodes stand, and the law."""

from collections.abc import Iterator
from datetime import date

from attrs import frozen

from casework.chronology import Happening
from casework.timescales.fold import Setting
from casework.timescales.scope import Lineage


@frozen(kw_only=True, eq=False)
class Today:
    """One day as it is folded.

    Parameters
    ----------
    day
        The day.
    happenings
        Its events, in order.
    lineage
        Where every episode stands.
    setting
        Law, calendar and zone.
    """

    day: date
    happenings: tuple[Happening, ...]
    lineage: Lineage
    setting: Setting

    def before(self, happening: Happening) -> Iterator[Happening]:
        """Give the events of the day that stand before one in its order."""
        for one in self.happenings:
            if one is happening:
                return
            yield one
