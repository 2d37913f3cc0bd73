"""Runs the mutants, shows what survived, and checks that nothing else does."""

import sys
import time
from argparse import ArgumentParser, Namespace, RawDescriptionHelpFormatter
from itertools import count

from tests.mutation import checking, ledger, running
from tests.mutation.proofs import modules
from tests.mutation.running import Found, Task

# One mutant in so many is tried again.
ONE_IN = 80
# Whoever changed more than that many tries them all, and not CI.
MOST = 300
HELP = """\
run    tries what was never tried as it stands now, and what survived and is not listed;
       writes results.jsonl as it goes, so it may be broken off
again  tries a spread of them all again, and what was changed; writes nothing
show   counts by module, and gives the survivors that are not listed
check  fails unless every mutant was tried, and what survives is what is listed
"""


def main(arguments: list[str]) -> int:
    """Do what is asked; 1 if something is wrong."""
    parser = ArgumentParser(
        "python -m tests.mutation",
        epilog=HELP,
        formatter_class=RawDescriptionHelpFormatter,
    )
    parser.add_argument("command", choices=COMMANDS)
    parser.add_argument("module", nargs="*", help="such as casework/periods.py")
    parser.add_argument("--workers", type=int, default=1)
    asked = parser.parse_args(arguments)
    return COMMANDS[asked.command](asked)


def _run(asked: Namespace) -> int:
    tasks = list(running.still_to_do(_paths(asked)))
    number, began = count(1), time.monotonic()

    def found(task: Task, verdicts: Found) -> None:
        entry = running.summed_up(task, verdicts)
        ledger.append(entry)
        done = f"{next(number)}/{len(tasks)} {time.monotonic() - began:.0f} s"
        told = f"{len(verdicts)} tried, {len(entry.survived)} survive"
        print(done, task.module, f"{task.definition}: {told}", flush=True)

    running.run(tasks, asked.workers, found)
    ledger.tidy(list(checking.still_standing()))
    return 0


def _again(asked: Namespace) -> int:
    paths = _paths(asked)
    changed = [Task(*one) for one in checking.untried(paths)]
    if sum(map(running.size, changed)) > MOST:
        print("Much was changed since: `python -m tests.mutation run` first.")
        return 1
    tasks = [*changed, *running.spread(paths, ONE_IN, leave_out=changed)]
    verdicts: Found = {}
    running.run(tasks, asked.workers, lambda _, found: verdicts.update(found))
    survived = set(ledger.survivors_among(verdicts)) - ledger.listed().keys()
    print(*map(checking.told, sorted(survived)), sep="\n")
    said = f"{len(survived)} survive" if survived else "none survives"
    print(f"{len(verdicts)} tried again: {said} that is not listed")
    return int(bool(survived) or not verdicts)


def _show(asked: Namespace) -> int:
    print(*checking.counted(_paths(asked)), sep="\n")
    print(*map(checking.told, checking.unlisted(_paths(asked))), sep="\n")
    return 0


def _check(asked: Namespace) -> int:
    faults = list(checking.faults(_paths(asked)))
    good = ["every mutant was tried, and what survives is what is listed"]
    print(*faults or good, sep="\n")
    return int(bool(faults))


def _paths(asked: Namespace) -> list[str]:
    return asked.module or list(modules())


COMMANDS = {"run": _run, "again": _again, "show": _show, "check": _check}

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
