"""What a report may be asked to count in another way, each choice with its default."""

from typing import Literal

from attrs import field, frozen, validators

from casework.errors import BadPeriod

AssessmentStart = Literal["assessment_started", "referral_received"]
Months = Literal["calendar", "days"]


def _positive(_choices: object, attribute: object, value: float | None) -> None:
    name = getattr(attribute, "name", "a choice")
    # A word may come from the command line, whatever the types say.
    if not isinstance(value, int | float | None):
        raise BadPeriod(f"{name} must be a number, not {value!r}.")
    if value is not None and value <= 0:
        raise BadPeriod(f"{name} must be more than 0, not {value}.")


@frozen(kw_only=True)
class Choices:
    """How some things are counted, where sources differ or give no number.

    Parameters
    ----------
    population
        How many children live in the area; without it there are no rates.
    assessment_starts
        From which event the length of an assessment is counted. The Department for
        Education counts from the actual start of the assessment.
    months
        Whether 3 and 6 months between reviews are calendar months, or 91 and 183 days:
        which of them the Department uses was not found.
    referred_again_within
        Within how many months a second referral is a re-referral.
    placements_at_least, placements_within
        How many placements are many, and in how many years before the day. Older
        tables say "in the year"; one Jersey report says both "three or more
        placements" and "more than 3 moves", which are five placements.
    supervised_within, audited_within
        In how many months before the day supervision and audit count as recent: no
        source that was read gives a number.
    transferred_within
        Within how many months a case is handed to its long-term team.

    Raises
    ------
    BadPeriod
        When a number is none, or not more than 0.
    ValueError
        When a word is not one of those that may be said.

    Examples
    --------
    >>> Choices(population=21_519).placements_at_least
    3
    """

    population: float | None = field(default=None, validator=_positive)
    assessment_starts: AssessmentStart = field(
        default="assessment_started",
        validator=validators.in_(("assessment_started", "referral_received")),
    )
    months: Months = field(
        default="calendar", validator=validators.in_(("calendar", "days"))
    )
    referred_again_within: int = field(default=12, validator=_positive)
    placements_at_least: int = field(default=3, validator=_positive)
    placements_within: int = field(default=2, validator=_positive)
    supervised_within: int = field(default=1, validator=_positive)
    audited_within: int = field(default=12, validator=_positive)
    transferred_within: int = field(default=3, validator=_positive)
