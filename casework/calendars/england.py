"""The bank holidays of England and Wales.

Working day: "any day other than a Saturday, a Sunday, Christmas Day, Good Friday or a
day which is a bank holiday in England and Wales under the Banking and Financial
Dealings Act 1971": Children Act 2004 (Joint Area Reviews) Regulations 2005 reg. 1(3).
Other instruments define it in nearly the same words; each rule cites its own.
"""

from functools import cache
from importlib.metadata import version
from typing import Final

from casework.calendars.calendar import Calendar

# The official list of gov.uk reached 2028 when it was read on 2026-11-21.
LAST_PROCLAIMED: Final = 2028


@cache
def england_calendar() -> Calendar:
    """Give the working days of England and Wales, 2000 to 2044.

    Examples
    --------
    >>> england_calendar().add("2026-03-02", 45)
    datetime.date(2026, 5, 7)
    """
    from holidays.utils import country_holidays

    # Without the subdivision, Easter Monday and the August holiday are missing.
    days = country_holidays("GB", subdiv="ENG", years=range(2000, 2045))
    return Calendar(
        name="England and Wales",
        version=f"holidays {version('holidays')}",
        holidays=dict(days),
        last_proclaimed=LAST_PROCLAIMED,
    )
