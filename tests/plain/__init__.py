"""A second engine, deliberately plain, to compare the engine with.

It is written from the meanings in the design and the declarations of the law, and
knows nothing of `casework.timescales`. It walks through every day, looks at every
event whenever it asks anything, keeps no index and shares no counting. What it takes
from casework is what it judges by: events, rules, holidays, and which episode follows
which.
"""

from datetime import datetime

from casework.journey import Journey
from tests.plain import passing
from tests.plain.counting import Place, When
from tests.plain.holding import Facts, birth
from tests.plain.judging import Judge, Row
from tests.plain.life import Life
from tests.plain.meeting import ends, meets, moves
from tests.plain.record import Lines, happened_by, in_order, standing
from tests.plain.starting import starts, starts_anew


def rows(journey: Journey, as_at: When, known_at: datetime | None = None) -> list[Row]:
    """Give every deadline of a journey, worked out the plain way."""
    life = _life(journey, as_at, known_at)
    if life.told:
        _walk(life)
    return Judge(life=life, records=journey.chronology.records, as_at=as_at).rows()


def _life(journey: Journey, as_at: When, known_at: datetime | None) -> Life:
    here, records = journey.jurisdiction, journey.chronology.records
    place, seen = Place.of(here), as_at
    if records.end is not None and place.day(as_at) > records.end:
        seen = records.end
    stands = standing(journey.chronology, place, known_at)
    happened = [one for one in stands if happened_by(one, seen, place)]
    told = tuple(in_order(happened, place))
    born = birth(journey.child.born, told)
    lines = Lines.of(journey, as_at, known_at)
    facts = Facts(place=place, lines=lines, born=born)
    return Life(
        law=here.law,
        place=place,
        terms=here.terms,
        facts=facts,
        told=told,
        last=place.day(seen),
    )


def _walk(life: Life) -> None:
    for test in life.law.every_test:
        life.facts.work_out(test, life.told, life.days())
    for day in life.days():
        passing.begins(life, day)
        for told in [one for one in life.told if one.day == day]:
            life.past = (*life.past, told)
            meets(life, told)
            moves(life, told)
            ends(life, told)
            starts_anew(life, told)
            starts(life, told)
        passing.is_over(life, day)
