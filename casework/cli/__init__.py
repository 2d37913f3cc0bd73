"""The command line: `casework`, which is also `python -m casework`."""

import os
import sys
from collections.abc import Sequence
from io import TextIOWrapper
from typing import Final

from casework.errors import (
    Ambiguous,
    BadDate,
    BadOverlay,
    BadPeriod,
    BadReport,
    BadScenario,
    CaseworkError,
    NotFound,
)

# What is wrong is what was asked for, and not what a file holds.
_WRONG_USAGE: Final = (
    Ambiguous,
    BadDate,
    BadOverlay,
    BadPeriod,
    BadReport,
    BadScenario,
    NotFound,
)
# What only some commands need, and the extra that brings it.
_EXTRAS: Final = {
    "icalendar": "calendar",
    "jinja2": "report",
    "rich": "cli",
    "simpy": "simulate",
    "svg": "draw",
    "typer": "cli",
}


def main(arguments: Sequence[str] | None = None) -> None:
    """Run a command, and leave with 0, 1 for what could not be read, 2 for wrong usage.

    Parameters
    ----------
    arguments
        What stands after `casework`; by default, what the shell passed.

    Raises
    ------
    SystemExit
        Always, with the code.
    """
    try:
        from casework.cli.app import app

        _write_what_cannot_be_encoded_as_escapes()
        try:
            app(arguments, prog_name="casework")
        finally:
            # What a full disk does not take is told here, and not as Python ends.
            sys.stdout.flush()
    except ModuleNotFoundError as error:
        if error.name not in _EXTRAS:
            raise
        extra = _EXTRAS[error.name]
        _leave(f"it needs {error.name}: pip install 'casework[{extra}]'", 2)
    except CaseworkError as error:
        _leave(str(error), 2 if isinstance(error, _WRONG_USAGE) else 1)
    except BrokenPipeError:
        # Whoever reads has read enough, as `head` does.
        _drop_what_was_not_written()
        sys.exit(1)
    except OSError as error:
        _drop_what_was_not_written()
        _leave(f"reading or writing failed: {error.strerror}", 1)


def _leave(why: str, code: int) -> None:
    sys.stderr.write(f"casework: {why}\n")
    sys.exit(code)


def _drop_what_was_not_written() -> None:
    # Python would try to write it again as it ends, and fail again.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _write_what_cannot_be_encoded_as_escapes() -> None:
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")
