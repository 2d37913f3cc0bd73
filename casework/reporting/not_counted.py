"""What published reports count, and no event of the vocabulary can carry; with why."""

from typing import Final

from attrs import frozen

from casework.reporting.measures.sources import (
    ADVISER_2019,
    ADVISER_2020,
    DFE_CLA,
    FOI,
    INSPECTORATE_2011,
)


@frozen
class NotCounted:
    """A published measure that is not computed.

    Parameters
    ----------
    what
        The measure.
    source
        Who publishes it.
    why
        What the record would need.
    """

    what: str
    source: str
    why: str


_SURVEY: Final = "an answer to a survey is not an event of a child's journey"
_STAFF: Final = "staff, their training and their posts are not on a child's record"
_JUDGED: Final = "an inspector's judgement of a file; only the day and a grade are held"
DEVON: Final = "Devon children's social work review, 2017"
WEST_SUSSEX: Final = "West Sussex Children First update, September 2020"

NOT_COUNTED: Final = (
    NotCounted(
        "Placements within 20 miles of home",
        DFE_CLA,
        "no place or distance is held; out of the area is (placements.out_of_area)",
    ),
    NotCounted(
        "Dental checks, immunisations, development assessments under 5",
        DFE_CLA,
        "health_assessed does not say what was assessed",
    ),
    NotCounted(
        "Care leavers in suitable accommodation; in education, training or employment",
        DFE_CLA,
        "accommodation has no suitability, and a programme of education is held only "
        "where the service agreed it",
    ),
    NotCounted(
        "Care leavers in touch around their birthday",
        DFE_CLA,
        "the days around it were not read in a source; care_leavers.in_touch is as at "
        "the last day",
    ),
    NotCounted(
        "Placed with the same carer for 2 years, the time before adoption with them "
        "included",
        DFE_CLA,
        "carers have no id; placements.same_two_years counts the placement",
    ),
    NotCounted(
        "New starters: newly qualified, experienced; turnover", ADVISER_2019, _STAFF
    ),
    NotCounted(
        "A personal education plan of good quality", ADVISER_2019, "no quality is held"
    ),
    NotCounted("Intensive foster families", ADVISER_2020, "carers have no record here"),
    NotCounted(
        "Files with improved outcomes, and improvements that matched expectation",
        INSPECTORATE_2011,
        _JUDGED,
    ),
    NotCounted(
        "SMART care plans, scrutiny by the first-line manager, impact of supervision",
        INSPECTORATE_2011,
        _JUDGED,
    ),
    NotCounted(
        "Files with a chronology",
        INSPECTORATE_2011,
        "the record is the chronology",
    ),
    NotCounted(
        "Response rates, and what staff, foster carers and partners said",
        INSPECTORATE_2011,
        _SURVEY,
    ),
    NotCounted(
        "Foster carers with regular reviews",
        INSPECTORATE_2011,
        "carers have no record here",
    ),
    NotCounted(
        "The out-of-hours rota, visits of the board, evaluation on a 6-point scale, "
        "sampling for a review",
        INSPECTORATE_2011,
        "not of a child's journey",
    ),
    NotCounted("Qualified post holders", f"{FOI} (FOI 4101)", _STAFF),
    NotCounted(
        "Brought into care for abuse or neglect",
        f"{FOI} (FOI 5223)",
        "becoming looked after has a legal basis and no category of need",
    ),
    NotCounted(
        "National judgements, a self-assessment in six colours, a target for caseloads",
        DEVON,
        "judgements and targets are not events",
    ),
    NotCounted("Vacancies; fewer children in care", WEST_SUSSEX, _STAFF),
)
