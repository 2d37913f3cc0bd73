"""Scenarios: what may be said in them, and what an error says of what may not."""

from datetime import date, datetime
from functools import partial
from pathlib import Path

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from casework import jersey
from casework.dates import day_of
from casework.errors import BadScenario, CalendarNotKnown
from casework.simulation import Scenario, over, read_scenario
from casework.simulation.arrivals import Arrivals
from casework.simulation.distributions import (
    Band,
    Bands,
    Duration,
    Exponential,
    Fixed,
    Lognormal,
    Triangular,
    Uniform,
)
from casework.simulation.draws import Draws
from casework.simulation.inputs import Shares
from casework.simulation.office import Office
from casework.simulation.place import Holidays, Source
from casework.simulation.population import people
from casework.simulation.reading import inputs_of
from tests.scenarios import SCENARIOS, island, small

BASE = f'extends = "{(SCENARIOS / "jersey-2019.toml").as_posix()}"\n'


def read(folder: Path, text: str) -> Scenario:
    """Read a scenario that says what differs from the island of the examples."""
    path = folder / "changed.toml"
    path.write_text(BASE + text, encoding="utf-8")
    return read_scenario(path)


TEAM = """[[service.teams]]
name = "a"
takes = ["assessment", "child_in_need", "conference", "looked_after"]
workers = 2
caseload_limit = 20
"""
EMPTY = f"""{TEAM}hours_a_day = 6
leave = 25
[[service.teams.vacancies]]
"""
FIGURE = """[[expected]]
measure = "plans.rate"
title = "Plans"
published = 47.4
source = "a report"
"""
FILES = tuple(sorted(SCENARIOS.glob("*.toml")))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_scenarios_of_the_examples_can_be_read(path: Path) -> None:
    """Each has its file's name, says what it asks, and marks inputs that it has."""
    scenario = read_scenario(path)
    assert path.stem == scenario.name
    assert scenario.about.endswith(".")
    assert scenario.published.keys() <= inputs_of(path).keys()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[populaton]\nchildren = 3", "unknown key 'populaton'; did you mean popu"),
        ("[population]\nchildern = 3", "unknown key 'childern'; did you mean child"),
        ("[population]\nchildren = 3.5", "3.5 is not a whole number"),
        ("[population]\nchildren = -3", "children is -3: it cannot be below 0"),
        ("[population]\nages = {'0-9' = 1}", "must cover the ages from 0 to 17"),
        ("[population]\nages = {'0 to 17' = 1}", "is not a band of ages"),
        ("[population]\nbirths = true", "True is not a number"),
        ("[population]\nbirths = inf", "inf is not a number that can be counted"),
        ("[contacts]\nper_1000 = nan", "nan is not a number that can be counted"),
        ("[visits]\nseen = {alone = nan}", "nan is not a number that can be counted"),
        ("[early_help]\nlength = {uniform = [0, inf]}", "inf is not a number that"),
        ("[front_door]\nconcerns = 1.5", "concerns is 1.5: a share is from 0 to 1"),
        ("[front_door]\nrag = {red = 1, blue = 0}", "rag has no 'blue'; it has red"),
        ("[front_door]\nrag = {red = 1, grene = 0}", "did you mean green"),
        ("[front_door]\nrag = {red = 0.5}", "the shares are 0.5 together, not 1"),
        ("[front_door]\nrag = {red = 1.5, green = -0.5}", "red is 1.5: a share is"),
        ("[front_door]\nrag = 3", "3 is no table of shares"),
        ("[visits]\nseen = {alone = '1'}", "'1' is not a number"),
        ("[early_help]\nlength = {normal = 3}", "a duration has no 'normal'"),
        ("[early_help]\nlength = {trianglar = 3}", "did you mean triangular"),
        ("[early_help]\nlength = {fixed = 3, uniform = [1, 2]}", "has one shape"),
        ("[early_help]\nlength = {uniform = [1, 2, 3]}", "uniform needs 2 numbers"),
        ("[early_help]\nlength = {uniform = [3, 2]}", "3, 2 must go from the short"),
        ("[early_help]\nlength = -1", "none < 0"),
        ("[early_help]\nlength = {lognormal = {median = 0, spread = 2}}", "above 0"),
        (
            "[[early_help.length.bands]]\nshortest = 0\nlongest = 1\nshare = 2",
            "the shares of the bands are 2, not 1",
        ),
        ("[span]\nlast = 2010-01-01", "first, measured_from and last in this order"),
        ("[span]\nlast = 'soon'", "soon"),
        ("jurisdiction = 'guernsey'", "'guernsey' is not a jurisdiction"),
        ("seed = 'luck'", "'luck' is not a whole number"),
        ("name = 3", "3 is not text"),
        ("population = 3", "a table was expected"),
        ("[service]\nunlimited = 1", "1 is neither true nor false"),
        ("[service]\nduty_workers = 0", "the duty desk needs at least one worker"),
        ("[service]\nteams = 3", "3 is not a list"),
        ("[service]\nteams = []", "must be taken by one team"),
        (f"{TEAM}hours_a_day = 6\nleave = 250", "team a is on leave all year"),
        (f"{TEAM}hours_a_day = 25\nleave = 25", "team a has 25 hours a day"),
        (f"{EMPTY}posts = 3\nfirst = 2019-01-01", "2 posts, and cannot leave 3 empty"),
        (
            f"{EMPTY}posts = 1\nfirst = 2019-01-01\nlast = 2018-12-31",
            "a vacancy's last day, 2018-12-31, is before its first, 2019-01-01",
        ),
        ("[contacts]\nsources = []", "the shares of the sources are 0 together"),
        ("[[contacts.holidays]]\nfirst = '31-12'\nlast = '01-05'", "no day"),
        (
            "[published]\n'population.childen' = 'me'",
            "there is no input 'population.ch",
        ),
        ("[[expected]]\nmeasure = 'plans.rate'", "title is missing"),
        (f"{FIGURE}lowest = 50\nhighest = 40", "plans.rate is near from 50 to 40"),
    ],
)
def test_what_a_scenario_cannot_say_is_an_error_with_its_place(
    tmp_path: Path, text: str, said: str
) -> None:
    """The message names the file, what is wrong, and what is near."""
    if said == "no day":
        said = "'31-12' is not a month and a day"
    with pytest.raises(BadScenario) as caught:
        read(tmp_path, text)
    message = str(caught.value)
    assert message.startswith(f"{tmp_path / 'changed.toml'}: ")
    assert said in message


def test_an_error_says_in_which_input_it_is(tmp_path: Path) -> None:
    """Of many inputs the one that is wrong is named, by section and key."""
    with pytest.raises(BadScenario, match=r"scenario\.care\.first_visit"):
        read(tmp_path, "[care]\nfirst_visit = {uniform = [2, 1]}")


def test_a_file_that_cannot_be_read_says_why(tmp_path: Path) -> None:
    """Not there, not TOML, not UTF-8, or extending itself."""
    path = tmp_path / "one.toml"
    for raw, said in (
        (b"name = ", "not TOML"),
        (b"name = '\xff'", "one.toml: byte 8 is not UTF-8"),
        (b"extends = 'one.toml'", "one.toml extends itself"),
        (b"extends = 3", "extends must be the name of a file"),
        (b"extends = 'none.toml'", "none.toml: it cannot be read"),
        (b"", "jurisdiction is missing"),
    ):
        path.write_bytes(raw)
        with pytest.raises(BadScenario, match=said):
            read_scenario(path)


def test_an_input_takes_the_place_of_the_whole_input_of_the_other(
    tmp_path: Path,
) -> None:
    """The other inputs of its section stay; it is no longer published or expected."""
    changed = read(
        tmp_path, "[population]\nchildren = 100\n[visits]\nseen = {alone = 1}"
    )
    assert (100, island().population.births) == (
        changed.population.children,
        changed.population.births,
    )
    assert Shares({"alone": 1}) == changed.visits.seen
    still = island().published.keys() - {"population.children"}
    assert (0, still) == (len(changed.expected), changed.published.keys())
    assert island().care == changed.care


def test_a_scenario_may_run_over_other_years() -> None:
    """By a number of years or a last day; the figures are of days that are left."""
    assert over(island(), years=1).span.last == date(2015, 12, 31)
    assert over(island(), years=1).span.measured_from == date(2015, 1, 1)
    later = over(island(), first="2016-02-29", years=4, seed=7)
    assert (later.span.last, later.seed) == (date(2020, 2, 28), 7)
    assert later.span.measured_from == island().span.measured_from
    with pytest.raises(BadScenario, match="not both"):
        over(island(), years=1, last=date(2016, 1, 1))
    with pytest.raises(BadScenario, match="is before the first"):
        over(island(), last=date(2014, 1, 1))


durations: st.SearchStrategy[Duration] = st.one_of(
    st.builds(Fixed, st.floats(0, 99)),
    st.lists(st.floats(0, 99), min_size=2, max_size=2).map(
        lambda ends: Uniform(*sorted(ends))
    ),
    st.lists(st.floats(0, 99), min_size=3, max_size=3).map(
        lambda corners: Triangular(*sorted(corners))
    ),
    st.builds(
        Lognormal,
        median=st.floats(0.1, 99),
        spread=st.floats(1, 5),
        at_most=st.none() | st.floats(1, 99),
    ),
    st.builds(Exponential, st.floats(0.1, 99)),
    st.floats(0, 1).map(
        lambda share: Bands(
            (
                Band(shortest=0, longest=5, share=share),
                Band(shortest=5, longest=9, share=1 - share),
            )
        )
    ),
)
parts = st.floats(0, 1, exclude_max=True)


@given(length=durations, a=parts, b=parts)
def test_a_larger_part_is_never_shorter(length: Duration, a: float, b: float) -> None:
    """Each shape goes from its shortest to its longest, and is never below 0."""
    shorter, longer = length.at(min(a, b)), length.at(max(a, b))
    assert 0 <= shorter <= longer + 1e-9


@pytest.mark.parametrize(
    ("length", "mean"),
    [
        (Fixed(3), 3),
        (Uniform(2, 6), 4),
        (Triangular(1, 2, 6), 3),
        (Lognormal(median=10, spread=1.5), 10.857),
        (Exponential(5), 5),
        (Bands((Band(shortest=0, longest=2, share=1),)), 1),
    ],
    ids=lambda value: type(value).__name__,
)
def test_the_shapes_have_the_means_that_they_should(
    length: Duration, mean: float
) -> None:
    """Over evenly spread parts the mean is that of the distribution."""
    count = 20_000
    found = sum(length.at((n + 0.5) / count) for n in range(count)) / count
    assert found == pytest.approx(mean, rel=0.002)


@given(part=parts)
def test_shares_give_each_word_its_share(part: float) -> None:
    """A word ends where the shares before it and its own end."""
    word = Shares({"a": 0.25, "b": 0.5, "c": 0.25}).at(part)
    assert word == ("a" if part < 0.25 else "b" if part < 0.75 else "c")


def test_luck_is_even_and_differs_by_seed_child_and_purpose() -> None:
    """A number for a purpose says nothing of that for another."""
    drawn = [Draws(1, f"C-{n}").of("age") for n in range(2_000)]
    assert sum(drawn) / len(drawn) == pytest.approx(0.5, abs=0.02)
    assert len(drawn) == len(set(drawn))
    assert 3 == len({Draws(*one).of("age") for one in ((1, "a"), (2, "a"), (1, "b"))})


def test_the_office_counts_working_days_alone() -> None:
    """Liberation Day, nights and week-ends take no time."""
    office = Office(
        calendar=jersey.calendar,
        zone=jersey.zone,
        first=date(2019, 5, 8),
        last=date(2019, 5, 14),
    )
    assert [date(2019, 5, 8), date(2019, 5, 10), date(2019, 5, 13)] == [
        office.day(time) for time in (0, 1.9, 2)
    ]
    at_noon = datetime.fromisoformat("2019-05-10T13:00+01:00")
    assert (1.5, 2.0, 1.0) == (
        office.time(at_noon),
        office.time(datetime.fromisoformat("2019-05-10T17:01+01:00")),
        office.time(datetime.fromisoformat("2019-05-09T12:00+01:00")),
    )
    assert office.moment(1.5) == at_noon
    assert office.end == 4.0
    assert 248 < office.working_days(365) < 256


def test_years_that_the_calendar_does_not_know_are_refused() -> None:
    """The run would end with the calendar, and look as if nothing happened later."""
    office = partial(
        Office, calendar=jersey.calendar, zone=jersey.zone, first=date(2044, 1, 1)
    )
    assert date(2044, 12, 30) == office(last=date(2044, 12, 31)).days[-1]
    with pytest.raises(CalendarNotKnown, match="2045-01-01 is outside the calendar"):
        office(last=date(9999, 12, 31))


def test_contacts_come_as_often_as_the_scenario_says() -> None:
    """By the year, by source and by season; a child of another age is another rate."""
    school = Source(name="school", share=0.5, in_holidays=0.0)
    police = Source(name="police", share=0.5, in_holidays=1.0)
    summer = Holidays(first="06-01", last="08-31")
    scenario = small(
        3_000,
        contacts={
            "sources": (school, police),
            "holidays": (summer,),
            "by_age": {"0-8": 3, "9-17": 1},
        },
    )
    arrivals, found = Arrivals(scenario=scenario), list[tuple[date, str, int]]()
    for person in people(scenario):
        for at, source in arrivals.of(person):
            day = day_of(at, "Europe/Jersey")
            found.append((day, source, person.age(day)))
    expected = 3_000 * 2 * scenario.contacts.per_1000 / 1_000
    assert len(found) == pytest.approx(expected, rel=0.15)
    by_school = [day for day, source, _ in found if source == "school"]
    assert len(by_school) / len(found) == pytest.approx(0.5, abs=0.06)
    assert not [day for day in by_school if summer.covers(day)]
    young = sum(age < 9 for _, _, age in found)
    assert young / len(found) == pytest.approx(0.75, abs=0.06)


def test_holidays_may_go_over_the_end_of_a_year() -> None:
    """From 20 December to 5 January, and no day of summer."""
    winter = Holidays(first="12-20", last="01-05")
    days = [date(2019, 12, 19), date(2019, 12, 20), date(2020, 1, 5), date(2020, 7, 1)]
    assert [False, True, True, False] == [winter.covers(day) for day in days]


def test_the_same_children_live_in_a_larger_place() -> None:
    """How many children there are changes no child, nor when worries come."""
    few, many = small(50), small(80)
    larger = {one.id: one for one in people(many)}
    assert all(larger[one.id] == one for one in people(few))
    assert len(larger) > len(list(people(few)))
    one = next(iter(people(few)))
    assert list(Arrivals(scenario=few).of(one)) == list(Arrivals(scenario=many).of(one))


def test_where_nobody_is_contacted_about_an_age_there_is_none() -> None:
    """A weight of 0 for an age, or no contacts at all."""
    young = small(300, contacts={"by_age": {"0-8": 0, "9-17": 1}, "unevenness": 0})
    silent = evolve(young, contacts=evolve(young.contacts, per_1000=0))
    some, none = Arrivals(scenario=young), Arrivals(scenario=silent)
    everyone = tuple(people(young))
    ages = [
        one.age(day_of(at, "Europe/Jersey"))
        for one in everyone
        for at, _ in some.of(one)
    ]
    assert min(ages) >= 9
    assert [] == [contact for one in everyone for contact in none.of(one)]
