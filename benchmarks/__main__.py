"""Run the benchmarks and print the table: `python -m benchmarks [--tiny] [NAME …]`."""

import sys
from collections.abc import Iterator
from importlib import import_module
from typing import Final

from benchmarks.measure import Row

NAMES: Final = (
    *("cursors", "moves", "working_days", "recording", "importing", "census"),
    "simulation",
)
TINY: Final = "--tiny"
HEADS: Final = ("what", "ours", "peer", "ratio", "target", "")
WIDTHS: Final = (52, 10, 42, 8, 13, 0)


def main(words: list[str]) -> None:
    """Run the benchmarks that are named, or all, and print each line when it is known.

    Parameters
    ----------
    words
        Names of benchmarks; and `--tiny`, to see only that they run: so small, they
        prove nothing, and no verdict is given.
    """
    print(_line(HEADS))
    tiny = TINY in words
    for name in [word for word in words if word != TINY] or NAMES:
        for row in _rows(name, tiny=tiny):
            ratio, target = f"{row.ratio:,.3g}", str(row.target or "")
            verdict = "" if tiny else row.verdict
            cells = (row.what, row.ours, row.peer, ratio, target, verdict)
            print(_line(cells), flush=True)


def _rows(name: str, *, tiny: bool) -> Iterator[Row]:
    try:
        measured: Iterator[Row] = import_module(f"benchmarks.{name}").rows(tiny=tiny)
        yield from measured
    except ModuleNotFoundError as error:
        print(f"{name}: {error}; install the extra `bench`")


def _line(cells: tuple[str, ...]) -> str:
    padded = (cell.ljust(width) for cell, width in zip(cells, WIDTHS, strict=True))
    return " ".join(padded).rstrip()


if __name__ == "__main__":
    main(sys.argv[1:])
