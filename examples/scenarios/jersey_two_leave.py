"""The caseload at which conferences start to miss 15 working days."""

from pathlib import Path

from attrs import evolve

from casework.simulation import Scenario, read_scenario, replicate

RUNS, PROCESSES = 5, 2
LOAD, IN_TIME = "caseload.average", "conferences.in_time.published"
PATH = Path(__file__).with_name("jersey-two-leave.toml")


def leaving(scenario: Scenario, workers: int) -> Scenario:
    """Give the scenario with so many workers leaving on the day, in place of two."""
    [team] = scenario.service.teams
    gone = tuple(evolve(one, posts=workers) for one in team.vacancies if workers)
    teams = (evolve(team, vacancies=gone),)
    return evolve(scenario, service=evolve(scenario.service, teams=teams))


def main() -> None:
    """Print caseload and timeliness for none to four of the ten workers leaving."""
    scenario = read_scenario(PATH)
    print("Of ten, leave   caseload at the end     conferences in 15 working days, %")
    for workers in range(5):
        told = leaving(scenario, workers)
        found = replicate(told, RUNS, (LOAD, IN_TIME), processes=PROCESSES)
        load, in_time = found.interval(LOAD), found.interval(IN_TIME)
        print(f"{workers:>13}   {load!s:<23} {in_time}")


if __name__ == "__main__":
    main()
