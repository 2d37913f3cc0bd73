"""The shape of casework: who imports whom, what it costs, how it reads."""

import ast
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.source import (
    MODULES,
    ROOT,
    Definition,
    dotted,
    functions_of,
    imports_of,
    length_of,
    part_of,
    public_of,
    tree_of,
)

# Each part, and the parts that it builds on; what those build on, it may use too.
# `law` and `states` never meet below `journey`: what must be done and what may happen
# are two questions.
BUILDS_ON = {
    "errors": (),
    "alike": (),
    "_days": ("errors",),
    "evolving": (),
    "dates": ("_days",),
    "periods": ("dates",),
    "calendars": ("periods",),
    "events": ("dates",),
    "findings": ("dates",),
    "records": ("dates",),
    "chronology": ("events", "findings", "records"),
    "corrections": ("chronology",),
    "birth": ("chronology",),
    # Who has the case: for caseloads, and for the measures of a report.
    "allocation": ("chronology",),
    "words": ("dates",),
    "version": (),
    # What policy officers and modellers write in TOML: overlays and scenarios.
    "tables": ("alike", "dates"),
    "law": ("alike", "events", "periods", "tables"),
    "states": ("events", "evolving", "findings", "records"),
    "jurisdictions": ("calendars", "law"),
    "timescales": ("calendars", "chronology", "evolving", "law", "version", "words"),
    # Where stages and law meet, a day at a time.
    "standing": ("states", "timescales"),
    "agreeing": ("standing",),
    "unsaid": ("timescales",),
    "covering": ("alike", "chronology"),
    "checking": (
        *("agreeing", "birth", "corrections", "covering", "jurisdictions"),
        "unsaid",
    ),
    "asking": ("timescales",),
    "hindsight": ("checking", "words"),
    "view": ("checking",),
    "journey": ("asking", "hindsight", "view"),
    "testing": ("adapters",),
    "adapters": ("alike", "journey"),
    "timeline": ("journey",),
    "recording": ("journey",),
    "reporting": ("allocation", "journey", "recording", "timeline"),
    "caseload": ("allocation", "journey"),
    "scripting": ("alike", "timeline"),
    "simulation": ("adapters", "reporting", "tables"),
    "cli": ("caseload", "scripting", "simulation"),
    "__main__": ("cli",),
    # The front door loads each name on first use, so it stands outside the order.
    "casework": ("version",),
}

# Every library from elsewhere, and the parts that may import it. A new one is a
# decision, and is written here. None: any part.
USED_BY = {
    "attrs": None,
    "cattrs": None,
    # Its differences between dates are wrong for the law: one module bounds it.
    "pendulum": {"dates"},
    "holidays": {"calendars", "adapters"},
    "transitions": {"states", "adapters"},
    "typer": {"cli"},
    "rich": {"cli"},
    "hypothesis": {"testing"},
    "pytest": {"testing"},
    "svg": {"timeline", "reporting"},
    "jinja2": {"reporting"},
    "icalendar": {"caseload"},
    "simpy": {"simulation"},
}

# A library that opens a socket has no business here.
NETWORK = {
    "asyncio",
    "ftplib",
    "http",
    "imaplib",
    "smtplib",
    "socket",
    "ssl",
    "urllib3",
}
# `today` is always an argument: calls that would read the clock instead.
CLOCK = re.compile(
    r"\b(date|datetime|pendulum|time|DateTime|Date)"
    r"\.(today|now|utcnow|time|time_ns|monotonic|localtime|gmtime)\("
)

LONGEST_MODULE = 300
LONGEST_FUNCTION = 40
# Folders that tools leave behind: what was compiled names where it was compiled.
BY_TOOLS = {"_build", "build", "dist", "__pycache__"}

# Loaded by `import casework`, these would cost every user what only some need.
LOADED_ON_FIRST_USE = (
    "holidays",
    "cattrs",
    "typer",
    "rich",
    "hypothesis",
    "icalendar",
    "jinja2",
    "numpy",
    "simpy",
    "svg",
    "casework.law",
    "casework.events",
    "casework.states",
)

every_module = pytest.mark.parametrize("path", MODULES, ids=dotted)


def below(part: str) -> set[str]:
    """Everything that a part may import, itself included."""
    return {part}.union(*(below(base) for base in BUILDS_ON[part]))


@every_module
def test_every_module_has_a_place_in_the_order(path: Path) -> None:
    """A new part of casework is given its place before it is used."""
    assert part_of(dotted(path)) in BUILDS_ON


@every_module
def test_a_module_imports_only_what_it_builds_on(path: Path) -> None:
    """Imports run one way, inside functions too; nothing but a type may look back."""
    used = {part_of(name) for name in imports_of(path) if _ours(name)}
    assert set() == used - below(part_of(dotted(path)))


@every_module
def test_a_library_is_used_only_where_it_is_declared(path: Path) -> None:
    """Only `dates` has pendulum, only the commands have typer, and so on."""
    part = part_of(dotted(path))
    elsewhere = {_top(name) for name in imports_of(path) if not _ours(name)}
    allowed = {lib for lib, parts in USED_BY.items() if parts is None or part in parts}
    assert set() == elsewhere - sys.stdlib_module_names - allowed


@every_module
def test_no_module_opens_a_socket(path: Path) -> None:
    """Casework never needs a server, and cannot call one."""
    imported = set(imports_of(path))
    assert set() == ({_top(name) for name in imported} & NETWORK)
    assert "urllib.request" not in imported


@every_module
def test_no_module_reads_the_clock(path: Path) -> None:
    """Today is an argument: the same question has the same answer tomorrow."""
    called = (n for n in ast.walk(tree_of(path)) if isinstance(n, ast.Call))
    assert [] == [
        ast.unparse(call) for call in called if CLOCK.match(ast.unparse(call))
    ]


@pytest.mark.parametrize("name", LOADED_ON_FIRST_USE)
def test_importing_casework_loads_nothing_heavy(name: str, loaded: set[str]) -> None:
    """The front door is light: the rest loads when it is first used."""
    assert name not in loaded


@every_module
def test_every_public_name_says_what_it_is(path: Path) -> None:
    """A module, and every public name in it, has a docstring."""
    tree = tree_of(path)
    assert ast.get_docstring(tree), f"{path.name} has no docstring"
    assert [] == [name for name, it in public_of(tree) if not _explained(it)]


@every_module
def test_a_module_can_be_read_in_one_sitting(path: Path) -> None:
    """No module is longer than 300 lines."""
    lines = path.read_text(encoding="utf-8").splitlines()
    assert len(lines) <= LONGEST_MODULE


@every_module
def test_a_function_fits_on_a_screen(path: Path) -> None:
    """No function is longer than 40 lines, its docstring not counted."""
    long = {f.name: length_of(f) for f in functions_of(path)}
    assert {} == {n: lines for n, lines in long.items() if lines > LONGEST_FUNCTION}


def test_no_file_names_a_path_of_somebodys_machine() -> None:
    """What is written here must hold on every machine."""
    # In pieces, or this file would name them.
    places = ("/wor" + "k/", "sha" + "red/", "/ro" + "ot/", "/ho" + "me/", "/tm" + "p/")
    named = re.compile(r"(?<![\w.:-])(" + "|".join(places) + ")")
    assert [] == [str(p.relative_to(ROOT)) for p in _texts() if named.search(_read(p))]


@pytest.fixture(scope="module")
def loaded() -> set[str]:
    """Everything that a fresh interpreter holds after `import casework`."""
    done = subprocess.run(
        [sys.executable, "-c", "import sys, casework; print(*sys.modules)"],
        cwd=ROOT,
        check=True,
        capture_output=True,
        encoding="utf-8",
    )
    return set(done.stdout.split())


def _ours(name: str) -> bool:
    return _top(name) == "casework"


def _top(name: str) -> str:
    return name.partition(".")[0]


def _explained(definition: Definition) -> bool:
    """Whether it has a docstring; an overload or a setter has its function's."""
    decorators = map(ast.unparse, definition.decorator_list)
    elsewhere = any(d == "overload" or d.endswith(".setter") for d in decorators)
    return elsewhere or ast.get_docstring(definition) is not None


def _texts() -> Iterator[Path]:
    """Every file that is written by hand; what tools leave behind is theirs."""
    for folder, folders, names in os.walk(ROOT):
        kept = (f for f in folders if not f.startswith(".") or f == ".ci")
        folders[:] = [f for f in kept if f not in BY_TOOLS]
        by_tools = (".coverage", ".git")
        yield from (Path(folder) / n for n in names if not n.startswith(by_tools))


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8", errors="replace")
