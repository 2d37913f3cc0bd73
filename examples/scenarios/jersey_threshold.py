"""Enquiries as rare as in England, and child in need plans in their place.

Each run of the one scenario is paired with one of the other under the same luck. Three
years are enough for what is compared: two to grow, and the one of the figures.
"""

from pathlib import Path

from casework.simulation import compare, over, read_scenario

RUNS, PROCESSES = 3, 2
HERE = Path(__file__).parent


def main() -> None:
    """Print both scenarios side by side, and what became of the children who waited."""
    names = ("jersey-2019.toml", "jersey-threshold.toml")
    as_it_is, threshold = (
        over(read_scenario(HERE / name), first="2017-01-01") for name in names
    )
    found = compare(as_it_is, threshold, RUNS, processes=PROCESSES)
    line = "{:<60} {:>28} {:>28} {:>24}".format
    print(line("", as_it_is.name, threshold.name, "change"))
    for one in found.differences:
        print(line(one.title, str(one.a), str(one.b), str(one.change)))
    waited = found.waited
    print("\nChildren with an enquiry as it is, who with the other threshold had one")
    print(f"  as early: {waited.sooner}")
    print(f"  later: {waited.later}, half of them {waited.days} days or more")
    print(f"  not at all in the year: {waited.never}")


if __name__ == "__main__":
    main()
