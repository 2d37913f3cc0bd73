"""The public holidays of Jersey.

They are appointed under the Public Holidays and Bank Holidays (Jersey) Law 1951. The
Act of 2010 that appoints them was not read: the days agree with every independent piece
of evidence that was found for 2015 to 2027. No source defines "working day" in Jersey's
children's procedures: Monday to Friday less the public holidays is an assumption.
"""

from functools import cache
from importlib.metadata import version
from typing import Final

from casework.calendars.calendar import Calendar

# The package's own tests pin Jersey to gov.je's pages up to 2025; later is projected.
LAST_PROCLAIMED: Final = 2025

ASSUMPTION: Final = (
    "No source defines a working day in Jersey's children's procedures: Monday to "
    "Friday less the public holidays is an assumption."
)


@cache
def jersey_calendar() -> Calendar:
    """Give the working days of Jersey, 2000 to 2044.

    Examples
    --------
    >>> jersey_calendar().holiday("2025-05-09")
    'Liberation Day'
    """
    from holidays.utils import country_holidays

    calendar = Calendar(
        name="Jersey",
        version=f"holidays {version('holidays')}",
        holidays=dict(country_holidays("JE", years=range(2000, 2045))),
        last_proclaimed=LAST_PROCLAIMED,
        assumption=ASSUMPTION,
    )
    return _corrected(calendar)


def _corrected(calendar: Calendar) -> Calendar:
    """Put right the two weekends on which the package and the record disagree.

    Neither moves a working day; a Saturday counts where a rule rolls to noon.
    """
    return calendar.with_day(
        "2009-05-09",
        "Liberation Day",
        reason="The 1952 Act made a Saturday 9 May a public holiday.",
        source="Report to P.18/2010, States Assembly, as told on 25 March 2010",
    ).without_day(
        "2010-05-09",
        reason="The States rejected Sunday 9 May 2010 as a public holiday, 33 to 13.",
        source="The vote of the States Assembly, as reported; report to P.18/2010",
    )
