"""Children of every age that a rule looks at, born and unborn; all invented."""

from datetime import date, timedelta
from typing import Final

from attrs import frozen
from hypothesis import strategies as st

from casework.chronology import Child
from casework.dates import as_date, years_after
from casework.testing.near import FIRST_DAY

flags: Final = st.sampled_from([None, False, True])

# Ages at which something changes, and one at which nothing does, which comes first.
_AGES: Final = (10, 0, 1, 4, 5, 12, 13, 14, 15, 16, 17)
# Before birth a child may be on the record for 280 days; these are well within them.
_BEFORE_BIRTH: Final = 200


def children(
    on: date | str = FIRST_DAY, *, unborn: bool = True
) -> st.SearchStrategy[Child]:
    """Children, most of them at an age at which a rule changes.

    Parameters
    ----------
    on
        The day on which they have that age.
    unborn
        Whether some of them are not yet born on that day.

    Examples
    --------
    >>> from hypothesis import find
    >>> find(children(), lambda child: child.born is not None)
    Child(id='C-0001')
    """
    day = as_date(on)
    facts = _born | _unborn if unborn else _born
    return facts.map(lambda one: one.as_child(day))


@frozen
class _Facts:
    """A child as seen from a day: how old, or how long before birth."""

    family: str | None
    disabled: bool | None
    unaccompanied: bool | None
    years: int = 0
    days: int = 0
    expected: bool = False

    def as_child(self, on: date) -> Child:
        day = years_after(on, -self.years) - timedelta(days=self.days)
        return Child(
            id="C-0001",
            born=None if self.expected else day,
            expected=day if self.expected else None,
            family=self.family,
            disabled=self.disabled,
            unaccompanied=self.unaccompanied,
        )


_families: Final = st.sampled_from([None, "F-1", "F-2"])
_born: Final = st.builds(
    _Facts, _families, flags, flags, st.sampled_from(_AGES), st.integers(0, 365)
)
# Some are on the record only after their birth, which then lies ahead.
_unborn: Final = st.builds(
    _Facts,
    *(_families, flags, flags, st.just(0)),
    st.integers(1, _BEFORE_BIRTH).map(lambda days: -days),
    st.booleans(),
)
