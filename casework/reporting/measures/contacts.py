"""The front door: contacts, what was decided on them, and how soon."""

from collections.abc import Callable, Iterator
from typing import Final, TypeAlias

from casework.chronology import Happening
from casework.dates import hours_between, is_moment
from casework.events import ContactDecided, ContactReceived
from casework.reporting.case import Case
from casework.reporting.measure import Counted, Counts, Found, Measure, Unit
from casework.reporting.measures.sources import ADVISER_2019, ADVISER_2020, AREA, HERE
from casework.reporting.measures.telling import (
    by_word,
    each,
    first,
    share,
    yes_or_no,
)

RECEIVED: Final = "contacts received in the period"
DECIDED: Final = "contacts decided in the period"
NOT_SAID: Final = "contacts of which the record does not say what was decided"
NOT_YET: Final = "received on the last day, not decided"

HOURS: Final = 24

Says: TypeAlias = Callable[[Happening], bool | None]


def _received(case: Case) -> Iterator[Found]:
    return each(case.during(ContactReceived))


def _decided(case: Case) -> Iterator[Found]:
    return by_word(case.during(ContactDecided), "decision")


def _rated(case: Case) -> Iterator[Found]:
    return by_word(case.during(ContactDecided), "rag")


def _to_early_help(case: Case) -> Iterator[Found]:
    return share(case.during(ContactDecided), _says("early_help"))


def _ended_there(case: Case) -> Iterator[Found]:
    return share(case.during(ContactDecided), _says("no_further_action", "advice"))


def _says(*decisions: str) -> Says:
    def says(one: Happening) -> bool | None:
        decision = getattr(one.event, "decision", None)
        return None if decision is None else decision in decisions

    return says


def _in_24_hours(case: Case) -> Iterator[Found]:
    for one in case.during(ContactReceived):
        decided = first(case.story(one), ContactDecided)
        if decided is None and one.day == case.span.last:
            yield one.day, Counted(left_out=NOT_YET)
        else:
            yield one.day, yes_or_no(decided is not None and _soon(one, decided))


def _soon(received: Happening, decided: Happening) -> bool:
    start, end = received.when, decided.when
    if is_moment(start) and is_moment(end):
        return hours_between(start, end) <= HOURS
    # Where either is known only by its day, it is judged by days.
    return (decided.day - received.day).days <= 1


MEASURES: Final = (
    Measure(
        id="contacts.count",
        title="Contacts received",
        unit=Unit.COUNT,
        counts=Counts.EVENTS,
        numerator=RECEIVED,
        source=f"{ADVISER_2020}: the trend of contacts against the start of the year",
        needs=(ContactReceived,),
        during=_received,
    ),
    Measure(
        id="contacts.rate",
        title="Contacts per 10,000 children a year",
        unit=Unit.RATE,
        counts=Counts.EVENTS,
        numerator=RECEIVED,
        denominator=AREA,
        source=HERE,
        needs=(ContactReceived,),
        during=_received,
    ),
    Measure(
        id="contacts.decisions",
        title="What was decided on contacts",
        unit=Unit.COUNT,
        counts=Counts.EVENTS,
        numerator=DECIDED,
        left_out=NOT_SAID,
        source=HERE,
        needs=(ContactDecided,),
        during=_decided,
        parts=(
            "no further action",
            "advice",
            "early help",
            "referral",
            "passed to allocated worker",
        ),
    ),
    Measure(
        id="contacts.to_early_help",
        title="Contacts sent to early help",
        unit=Unit.PERCENT,
        counts=Counts.EVENTS,
        numerator="contacts on which early help was decided in the period",
        denominator=DECIDED,
        left_out=NOT_SAID,
        source=ADVISER_2019,
        needs=(ContactDecided,),
        during=_to_early_help,
    ),
    Measure(
        id="contacts.no_intervention",
        title="Contacts that led to no intervention",
        unit=Unit.PERCENT,
        counts=Counts.EVENTS,
        numerator="contacts that ended in the period with no further action or advice",
        denominator=DECIDED,
        left_out=NOT_SAID,
        source="Devon children's social work review, 2017 (the kind of measure)",
        needs=(ContactDecided,),
        during=_ended_there,
    ),
    Measure(
        id="contacts.decided_24h",
        title="Contacts decided in 24 hours",
        unit=Unit.PERCENT,
        counts=Counts.EVENTS,
        numerator="contacts received in the period and decided within 24 hours",
        denominator=RECEIVED,
        left_out="contacts received on the last day and not yet decided",
        source=ADVISER_2019,
        needs=(ContactReceived, ContactDecided),
        during=_in_24_hours,
    ),
    Measure(
        id="contacts.rag",
        title="Contacts by their rating",
        unit=Unit.COUNT,
        counts=Counts.EVENTS,
        numerator="contacts decided in the period and rated red, amber or green",
        left_out="contacts that were not rated",
        source=ADVISER_2020,
        needs=(ContactDecided,),
        during=_rated,
        parts=("red", "amber", "green"),
    ),
)
