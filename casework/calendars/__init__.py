"""Whose working days count: calendars over known years, and school terms.

No holiday is loaded until a calendar is first asked for.
"""

from casework.calendars._table import LeftOut
from casework.calendars.calendar import Calendar, Change
from casework.calendars.england import england_calendar
from casework.calendars.jersey import jersey_calendar
from casework.calendars.terms import SchoolTerms, Term

__all__ = [
    "Calendar",
    "Change",
    "LeftOut",
    "SchoolTerms",
    "Term",
    "england_calendar",
    "jersey_calendar",
]
