"""The simulated island beside the figures of the report of November 2019.

Five runs of five years take some minutes; `--help` of `casework simulate` says more.
"""

from pathlib import Path

from casework.simulation import read_scenario, reproduce
from casework.simulation.reading import inputs_of

RUNS, PROCESSES = 5, 2
PATH = Path(__file__).with_name("jersey-2019.toml")


def main() -> None:
    """Print each published figure beside the simulated one, and what is assumed."""
    scenario = read_scenario(PATH)
    line = "{:<54} {:>9} {:>24} {:>13} {}".format
    print(line("Figure", "published", f"mean of {RUNS} runs", "near enough", ""))
    for one in reproduce(scenario, RUNS, processes=PROCESSES):
        wanted = one.expected
        near = f"{wanted.lowest:g} to {wanted.highest:g}"
        verdict = "near" if one.near else "NOT NEAR"
        print(
            line(wanted.title, f"{wanted.published:g}", str(one.found), near, verdict)
        )
        print(f"  {wanted.source}")
    inputs, published = inputs_of(PATH), scenario.published
    print(f"\nOf {len(inputs)} inputs these {len(published)} were published:")
    for name, source in published.items():
        print(f"  {name}: {source}")
    print("All others are assumed, and stand in the file with their units.")


if __name__ == "__main__":
    main()
