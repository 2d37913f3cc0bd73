"""The words that a reader sees: days in full, and stages as practice calls them."""

from datetime import date
from typing import Final

from attrs import field, frozen

from casework.dates import When, as_date, day_of, in_zone, is_moment

_WEEKDAYS: Final = (
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
)
_MONTHS: Final = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def spoken(when: When, zone: str) -> str:
    """Say a day or a moment in full.

    Examples
    --------
    >>> from datetime import date
    >>> spoken(date(2025, 5, 9), "Europe/Jersey")
    'Friday 9 May 2025'
    """
    day = day_of(when, zone)
    said = f"{_WEEKDAYS[day.weekday()]} {day.day} {_MONTHS[day.month - 1]} {day.year}"
    if not is_moment(when):
        return said
    return f"{in_zone(when, zone):%H:%M} on {said}"


def plural(count: int, word: str) -> str:
    """Say how many of something there are.

    Examples
    --------
    >>> plural(1, "day"), plural(3, "day")
    ('1 day', '3 days')
    """
    return f"{count} {word}" if count == 1 else f"{count} {word}s"


def _day(value: object) -> date | None:
    return None if value is None else as_date(value)


@frozen(kw_only=True)
class Word:
    """What a place calls a stage, from a day on."""

    jurisdiction: str
    stage: str
    says: str
    since: date | None = field(default=None, converter=_day)


# In order of day. Jersey's hub replaced the multi-agency front door in spring 2020: the
# sources give no day. The Children and Young People (Jersey) Law 2022 took effect on
# 26 March 2024, and "child in need" became "health or development need".
_TABLE: Final = (
    Word(jurisdiction="jersey", stage="contact", says="MASH enquiry"),
    Word(
        jurisdiction="jersey",
        stage="contact",
        says="request for support",
        since="2020-04-01",
    ),
    Word(jurisdiction="jersey", stage="child_in_need", says="child in need"),
    Word(
        jurisdiction="jersey",
        stage="child_in_need",
        says="health or development need",
        since="2024-03-26",
    ),
    Word(jurisdiction="jersey", stage="article_42", says="Article 42 enquiry"),
    Word(jurisdiction="england", stage="article_42", says="section 47 enquiry"),
)


def stage_words(stage: str, jurisdiction: str, day: date) -> str:
    """Say a stage as a place called it on a day.

    Examples
    --------
    >>> from datetime import date
    >>> stage_words("child_in_need", "jersey", date(2025, 1, 1))
    'health or development need'
    >>> stage_words("child_in_need", "england", date(2025, 1, 1))
    'child in need'
    """
    says = stage.replace("_", " ")
    for word in _TABLE:
        if (word.jurisdiction, word.stage) == (jurisdiction, stage):
            says = says if word.since and day < word.since else word.says
    return says
