"""A service run forward: lawful, repeatable, and each child by its own luck."""

from collections import Counter, defaultdict
from datetime import date
from pathlib import Path

import pytest
from attrs import evolve
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from casework import Child, Chronology, Journey, Records, england, jersey, read_jsonl
from casework.dates import day_of
from casework.events import (
    BecameLookedAfter,
    CaseHeldOnDuty,
    Event,
    WorkerAllocated,
    WorkerUnallocated,
    kinds,
)
from casework.simulation import journeys, simulate
from casework.simulation.inputs import Shares
from casework.simulation.modelled import MODELLED, records_of
from casework.simulation.place import Service, Vacancy
from casework.simulation.running import run
from tests.scenarios import busy, island, small


def events_of(journey: Journey) -> list[Event]:
    """The events of a journey, all of which can be read."""
    return [one for one in journey.chronology.events if isinstance(one, Event)]


def posts(scenario_service: Service, **changes: object) -> Service:
    """A service whose only team is changed."""
    [team] = scenario_service.teams
    return evolve(scenario_service, teams=(evolve(team, **changes),))


def unlimited() -> Service:
    """A service in which there is always a worker free."""
    return evolve(island().service, unlimited=True)


@pytest.mark.parametrize("place", [jersey, england], ids=lambda place: place.name)
def test_what_is_simulated_is_lawful_and_leaves_no_finding(place: object) -> None:
    """Everything that the model can do happens, and `check` has nothing to say."""
    scenario = busy(jurisdiction=place)
    made, found = set[str](), list[object]()
    for journey in journeys(scenario):
        found += journey.findings(as_at=scenario.span.last)
        made |= {event.name for event in events_of(journey)}
    assert [] == found
    assert records_of(scenario).events == made | RARE


# Not in every small run: it needs a wait, a second team, or a birthday at the time.
RARE = {"case_held_on_duty", "case_transferred", "conference_stood_down"}


def test_everything_that_is_modelled_is_said_to_be_recorded() -> None:
    """The list of what a simulated service records has each kind of event once."""
    assert len(MODELLED) == len(set(MODELLED))
    assert "personal_adviser_appointed" not in (records_of(small()).events or ())


def test_the_same_seed_gives_the_same_bytes_in_any_number_of_processes(
    tmp_path: Path,
) -> None:
    """One process or two: the file is the same, to the byte; another seed's is not."""
    scenario = small(80)
    for name, processes in (("one", 1), ("two", 2)):
        simulate(scenario, tmp_path / name, processes=processes)
    simulate(evolve(scenario, seed=scenario.seed + 1), tmp_path / "other")
    one = (tmp_path / "one").read_bytes()
    assert one == (tmp_path / "two").read_bytes()
    assert one != (tmp_path / "other").read_bytes()


def test_without_limits_a_child_does_not_depend_on_the_others() -> None:
    """Alone, among a few or among many: a child's whole story is the same."""
    scenario = small(service=unlimited())
    among_many = {one.child.id: one for one in journeys(scenario)}
    busiest = max(among_many.values(), key=lambda one: len(one.chronology.events))
    [alone] = journeys(scenario, only={busiest.child.id})
    larger = evolve(
        scenario, population=evolve(scenario.population, children=170, births=20)
    )
    among_more = {one.child.id: one for one in journeys(larger)}
    assert alone == busiest
    assert among_many == {id_: among_more[id_] for id_ in among_many}
    assert len(among_more) > len(among_many)


def test_with_limits_children_wait_and_without_them_nobody_does() -> None:
    """One worker for a busy place: cases wait, and are held on duty meanwhile."""
    few = posts(island().service, workers=1, caseload_limit=5)
    waiting = [one.kind for told in run(busy(service=few)) for one in told.steps]
    at_once = [
        one.kind for told in run(busy(service=unlimited())) for one in told.steps
    ]
    assert waiting.count(CaseHeldOnDuty) > 0
    assert CaseHeldOnDuty not in at_once


def test_no_worker_holds_more_cases_than_the_limit() -> None:
    """Counted from the events: at no time more than the team's limit."""
    service = posts(island().service, workers=4, caseload_limit=6)
    steps = [one for told in run(busy(service=service)) for one in told.steps]
    changes = defaultdict(list)
    for step in steps:
        if step.kind in (WorkerAllocated, WorkerUnallocated):
            change = 1 if step.kind is WorkerAllocated else -1
            changes[step.said["worker"]].append((step.at, change))
    for worker, told in changes.items():
        held = 0
        # On one day cases end before others begin.
        for _, change in sorted(told):
            held += change
            assert held <= 6, worker
    assert len(changes) == 4


def test_the_cases_of_those_who_leave_pass_to_those_who_stay() -> None:
    """From the day on nobody is given to those who left; their cases find others."""
    left = date(2023, 3, 6)
    vacancy = Vacancy(posts=2, first=left)
    service = posts(
        island().service, workers=4, caseload_limit=100, vacancies=(vacancy,)
    )
    later, gone = set[str](), Counter[str]()
    for told in run(busy(service=service)):
        for step in told.steps:
            if step.kind is WorkerAllocated and step.at > left:
                later.add(step.said["worker"])
            if step.said.get("reason") == "left":
                gone[step.said["worker"]] += 1
    assert set() == later & gone.keys()
    assert 2 == len(gone) == len(later)


def test_posts_that_are_filled_again_are_filled_by_other_people() -> None:
    """After the last day of a vacancy somebody new holds the post."""
    vacancy = Vacancy(posts=2, first=date(2022, 6, 6), last=date(2022, 12, 30))
    service = posts(island().service, workers=2, vacancies=(vacancy,))
    workers = defaultdict(set)
    for told in run(busy(service=service)):
        for step in told.steps:
            if step.kind is WorkerAllocated:
                workers[step.at < date(2022, 6, 6), step.at.year].add(
                    step.said["worker"]
                )
    assert set() == workers[True, 2022] & workers[False, 2023]
    assert 2 == len(workers[False, 2023])


def test_a_case_passes_to_the_team_of_its_stage() -> None:
    """A child who comes on a plan is handed from one team to the other."""
    [team] = island().service.teams
    first = evolve(team, name="referral_and_assessment", takes=("assessment",))
    second = evolve(
        team, name="long_term", takes=("child_in_need", "conference", "looked_after")
    )
    service = evolve(island().service, teams=(first, second))
    found = list(journeys(busy(20, service=service)))
    kinds = Counter(one.name for journey in found for one in events_of(journey))
    assert kinds["case_transferred"] > 0
    assert [] == [one for journey in found for one in journey.findings()]


def test_nothing_is_written_down_before_it_happened() -> None:
    """Each event has its delay; without any, nothing is said of the record."""
    silent = small(recording=None)
    for journey in journeys(small()):
        for event in events_of(journey):
            assert event.recorded is not None
            zone = journey.jurisdiction.zone
            assert day_of(event.recorded, zone) >= day_of(event.at, zone)
    assert {None} == {
        event.recorded for one in journeys(silent) for event in events_of(one)
    }


def test_everyone_has_a_line_where_that_is_asked(tmp_path: Path) -> None:
    """By default only children to whom something happened; or all, in order of id."""
    scenario = small(children=40)
    simulate(scenario, tmp_path / "some.jsonl")
    simulate(scenario, tmp_path / "all.jsonl", everyone=True)
    some = list(read_jsonl(tmp_path / "some.jsonl"))
    everyone = list(read_jsonl(tmp_path / "all.jsonl"))
    assert some == [one for one in everyone if one.chronology.events]
    assert 40 + 4 == len(everyone) > len(some)


def test_nothing_happens_outside_the_years() -> None:
    """From the first day to the last, and no contact about who is 18."""
    scenario = busy()
    for told in run(scenario):
        days = [day_of(step.at, "Europe/Jersey") for step in told.steps]
        assert scenario.span.first <= min(days)
        contacts = [s.at for s in told.steps if s.kind.name == "contact_received"]
        adult = told.person.reaches(18)
        assert all(day_of(at, "Europe/Jersey") < adult for at in contacts)


def test_who_runs_it_is_told_how_far_it_is(tmp_path: Path) -> None:
    """First the years pass, then the journeys are written; both to their end."""
    told = list[tuple[str, float]]()
    simulate(small(20), tmp_path / "out", tell=lambda *how_far: told.append(how_far))
    whats = list(dict.fromkeys(what for what, _ in told))
    assert ["the years pass", "journeys are written"] == whats
    for what in whats:
        parts = [part for which, part in told if which == what]
        assert parts == sorted(parts)
        assert 1 == parts[-1]


@pytest.mark.parametrize(
    ("silent_on", "codes"),
    [
        ({"education_plan_reviewed", "personal_adviser_appointed"}, set()),
        ({"education_plan_reviewed"}, {"law_not_known"}),
        ({"personal_adviser_appointed"}, {"terms_not_known"}),
    ],
)
def test_a_source_that_is_silent_on_a_rule_brings_no_finding_of_its_law(
    silent_on: set[str], codes: set[str]
) -> None:
    """Terms that nobody supplied, and law that is not known, for what is not told."""
    looked_after = BecameLookedAfter(
        at="2019-03-04", basis="care_order", episode="care-1", follows=None
    )
    chronology = Chronology(
        # Turning 14 in care, a year before anything was known of advisers.
        child=Child(id="C-1", born="2005-06-01"),
        events=(looked_after,),
        records=Records(events=kinds().keys() - silent_on),
    )
    journey = Journey(jurisdiction=jersey, chronology=chronology)
    assert codes == {one.code for one in journey.findings(as_at="2019-12-31")}


@settings(max_examples=6, suppress_health_check=[HealthCheck.too_slow])
@given(
    seed=st.integers(0, 10**6),
    workers=st.integers(1, 6),
    limit=st.integers(1, 30),
    plan=st.floats(0, 1),
    conference=st.floats(0, 1),
    place=st.sampled_from([jersey, england]),
)
def test_any_scenario_gives_lawful_journeys(
    *,
    seed: int,
    workers: int,
    limit: int,
    plan: float,
    conference: float,
    place: object,
) -> None:
    """Whatever is decided, and however few there are to do it: no finding."""
    scenario = busy(
        10,
        seed=seed,
        jurisdiction=place,
        service=posts(island().service, workers=workers, caseload_limit=limit),
        conference={"decision": Shares({"plan": plan, "no_plan": 1 - plan})},
        enquiry={
            "outcome": Shares(
                {"conference": conference, "not_substantiated": 1 - conference}
            )
        },
    )
    for journey in journeys(scenario):
        assert () == journey.findings(as_at=scenario.span.last)
