"""`python -m tests.fuzz READER`: read files made wrong, for some minutes.

With atheris (`pip install atheris`) the run is guided by what each file reaches in the
code; without it, or with `--plain`, by what the reader says. The exit code is 1 if a
file crashed the reader, hung it or lost something.
"""

import argparse
import faulthandler
import sys
import time
import traceback
from importlib.util import find_spec
from random import Random

from tests.fuzz import guided
from tests.fuzz.corpus import FOLDER, Found, found_for
from tests.fuzz.limits import SLOWEST
from tests.fuzz.running import Failed, Run, fails, smallest
from tests.fuzz.target import Target
from tests.fuzz.targets import TARGETS


def main() -> int:
    """Run over one reader, and say how it went."""
    asked = _asked()
    target, seconds = TARGETS[asked.reader], int(60 * asked.minutes)
    plain = asked.plain or not find_spec("atheris")
    how = "plain" if plain else "guided by atheris"
    run = _plainly if plain else guided.run
    tried, new, fault = run(target.name, seconds, asked.seed)
    went = "no crash, no hang, nothing lost" if fault is None else "FAILED"
    print(
        f"{target.name}: {tried:,} files in {asked.minutes:g} minutes, {how}, ", end=""
    )
    print(f"seed {asked.seed}: {went}")
    if fault is not None:
        _show(target, fault)
        return 1
    _sum_up(target, new, keep=asked.keep)
    return 0


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("reader", choices=TARGETS)
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--plain", action="store_true", help="without atheris")
    parser.add_argument("--keep", action="store_true", help="add to the corpus")
    return parser.parse_args()


def _plainly(
    name: str, seconds: int, seed: int
) -> tuple[int, list[bytes], bytes | None]:
    run = Run(target=TARGETS[name], rng=Random(seed))
    end, fault = time.monotonic() + seconds, None

    def more() -> bool:
        # Whatever takes longer than this hangs: the run ends, and shows where.
        faulthandler.dump_traceback_later(SLOWEST, exit=True, file=sys.__stderr__)
        return time.monotonic() < end

    try:
        run.start()
        run.go_on(more)
    except Failed as failed:
        fault = failed.data
    faulthandler.cancel_dump_traceback_later()
    return run.tried, run.found.files(), fault


def _show(target: Target, fault: bytes) -> None:
    """Show the smallest file on which a reader fails, and how it does."""
    if not fails(target, fault):
        print(f"It takes more than {SLOWEST} s, when it is watched, to read\n{fault!r}")
        return
    data = smallest(target, fault)
    print(f"It fails on these {len(data):,} bytes:\n{data!r}\n")
    try:
        target.check(data)
    except Exception:  # noqa: BLE001 - whatever it is, it should not be
        traceback.print_exc(file=sys.stdout)


def _sum_up(target: Target, new: list[bytes], *, keep: bool) -> None:
    """Say what the reader was seen to say, and add it to the corpus if asked."""
    found = Found()
    for data in (*target.seeds, *found_for(target)):
        found.take(data, target.check(data))
    known = len(found.smallest)
    for data in new:
        found.take(data, target.check(data))
    print(f"{len(found.smallest)} kinds of answers, {len(found.smallest) - known} new")
    if keep:
        found.write(FOLDER / target.name)


if __name__ == "__main__":
    sys.exit(main())
