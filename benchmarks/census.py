"""A census of any size: imported and evaluated with the memory of one child.

The sample's 590 children are repeated with new ids. Each size is read in an interpreter
of its own, which says how much memory it took at most.
"""

import resource
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time
from typing import Final

from benchmarks.measure import Row, at_most, duration, size
from casework.adapters.cin import read_cin
from casework.adapters.reading import Read

ROOT: Final = Path(__file__).resolve().parents[1]
SAMPLE: Final = ROOT / "examples" / "data" / "cin_2025_whole.xml"
STATUS: Final = Path("/proc/self/status")
AS_AT: Final = "2025-03-31"
CHILDREN: Final = b"<Children>"
END: Final = b"</Children>"
ID: Final = b"<LAchildID>"
TIMES: Final = (1, 10, 34)


def rows(*, tiny: bool = False) -> Iterator[Row]:
    """Measure the memory at each size, and the time at the largest."""
    sizes = (1, 2) if tiny else TIMES
    read = {times: _in_its_own_process(times) for times in sizes}
    fewest, _, once = read[1]
    for children, _, most in (read[times] for times in sizes[1:]):
        yield Row(
            what=f"memory of {children:,} children of a census",
            ours=size(most),
            peer=f"{size(once)} for {fewest:,}",
            ratio=most / once,
            target=at_most(1.2),
        )
    children, seconds, _ = read[sizes[-1]]
    yield Row(
        what=f"importing and evaluating {children:,} children, seconds",
        ours=duration(seconds),
        peer=f"{duration(seconds / children)} a child",
        ratio=seconds,
        target=at_most(30),
    )


def repeat(times: int, to: Path) -> None:
    """Write the sample with its children many times over, each time with new ids."""
    head, rest = SAMPLE.read_bytes().split(CHILDREN, 1)
    children, foot = rest.split(END, 1)
    with to.open("wb") as file:
        file.write(head + CHILDREN)
        for number in range(times):
            file.write(children.replace(ID, b"%s%d-" % (ID, number)))
        file.write(END + foot)


def measure(path: str) -> tuple[int, float, int]:
    """Read and evaluate a census; give its children, the seconds and the bytes.

    The seconds are the processor's, and not those that other processes took from it.
    """
    begun, children = process_time(), 0
    for read in read_cin(path):
        if isinstance(read, Read):
            read.journey.deadlines(as_at=AS_AT)
            children += 1
    return children, process_time() - begun, most_memory()


def most_memory() -> int:
    """Give the most bytes that this process held at any time."""
    # Linux counts into `ru_maxrss` what the process that started this one held.
    if STATUS.exists():
        lines = (line.split() for line in STATUS.read_text().splitlines())
        return next(int(words[1]) * 1024 for words in lines if words[0] == "VmHWM:")
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most if sys.platform == "darwin" else most * 1024


def _in_its_own_process(times: int) -> tuple[int, float, int]:
    code = (
        "import sys; from benchmarks.census import measure as m; print(*m(sys.argv[1]))"
    )
    with TemporaryDirectory() as folder:
        path = Path(folder) / "census.xml"
        repeat(times, path)
        done = subprocess.run(
            [sys.executable, "-c", code, str(path)],
            cwd=ROOT,
            check=True,
            capture_output=True,
            encoding="utf-8",
        )
    children, seconds, most = done.stdout.split()
    return int(children), float(seconds), int(most)
