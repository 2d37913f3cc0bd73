"""Every example that a reader may copy is run: README, pages and docstrings.

How to write one is in docs/contributing.md.
"""

import doctest
import importlib
import os
import re
import shlex
import shutil
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path
from unittest.mock import patch

import pytest

from casework.cli import main
from tests.printed import matches
from tests.source import MODULES, ROOT, dotted

PAGES = tuple(sorted([*ROOT.glob("README.md"), *ROOT.glob("docs/*.md")]))
BLOCK = re.compile(
    r"^```(?P<language>\w+)\n(?P<body>.*?)^```$", re.DOTALL | re.MULTILINE
)
COMMAND = re.compile(
    r"^\$ (?P<command>(?:head .* \| )?casework .*)\n(?P<output>(?:(?!\$ ).*\n)*)",
    re.MULTILINE,
)
LIKE_A_PIPE = {"NO_COLOR": "1", "COLUMNS": "100"}
# `casework` as this interpreter has it, whatever is on the PATH.
SHELL = f'set -o pipefail; casework() {{ "{sys.executable}" -m casework "$@"; }}; '

every_page = pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)


@pytest.fixture
def place_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Examples read `examples/`, and what they write is nowhere else."""
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    monkeypatch.chdir(tmp_path)


@pytest.fixture(scope="session")
def examples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Copy `examples/` once: hundreds of modules read it, and few write anything."""
    folder = tmp_path_factory.mktemp("modules")
    shutil.copytree(ROOT / "examples", folder / "examples")
    return folder


on_its_own = pytest.mark.usefixtures("place_of_its_own")


@on_its_own
@every_page
def test_the_python_of_a_page_runs(page: Path) -> None:
    """The Python blocks of a page run from top to bottom, and answer as shown."""
    names: dict[str, object] = {"__name__": page.stem}
    for number, code in enumerate(blocks(page, "python"), start=1):
        label = f"{page.name}, python block {number}"
        if ">>>" in code:
            assert "" == differences(code, names, label)
        else:
            exec(compile(code, label, "exec"), names)


@on_its_own
@every_page
def test_the_commands_of_a_page_answer_as_shown(page: Path) -> None:
    """The commands of a page run from top to bottom, and print what is shown."""
    for block in blocks(page, "console"):
        for shown in COMMAND.finditer(block):
            assert_prints(shown["command"], shown["output"])


@pytest.mark.parametrize("module", [dotted(path) for path in MODULES])
def test_the_examples_of_a_module_run(
    module: str, examples: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The examples in the docstrings of a module answer as shown."""
    monkeypatch.chdir(examples)
    if module.endswith("__main__"):
        return
    told = importlib.import_module(module)
    assert 0 == doctest.testmod(told, optionflags=doctest.ELLIPSIS).failed


def test_every_generated_page_is_fresh() -> None:
    """What a page shows of the code is what the code says now."""
    done = subprocess.run(
        [sys.executable, ROOT / "docs" / "generated.py", "--check"],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        check=False,
        stdout=subprocess.PIPE,
        encoding="utf-8",
    )
    assert 0 == done.returncode, done.stdout


def blocks(page: Path, language: str) -> list[str]:
    """Give the fenced blocks of one language, in their order."""
    found = BLOCK.finditer(page.read_text(encoding="utf-8"))
    return [block["body"] for block in found if block["language"] == language]


def differences(code: str, names: dict[str, object], label: str) -> str:
    """Run `>>>` lines; give what differs from what is shown, or nothing."""
    test = doctest.DocTestParser().get_doctest(code, {}, label, label, 0)
    test.globs = names
    told: list[str] = []
    runner = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS)
    runner.run(test, out=told.append, clear_globs=False)
    return "".join(told)


def assert_prints(command: str, shown: str) -> None:
    """Run a command; it must succeed, and print what is shown if anything is."""
    # To start an interpreter costs a second: only what needs a shell has one.
    run = in_a_shell if set(command) & set("|;<>") else in_this_interpreter
    code, printed = run(command)
    assert 0 == code, f"$ {command}\n{printed}"
    if shown.strip():
        assert matches(shown, printed), f"$ {command}\n{printed}"


def in_this_interpreter(command: str) -> tuple[object, str]:
    """Run `casework …`; give its exit code and what it printed."""
    printed = StringIO()
    with (
        patch.dict(os.environ, LIKE_A_PIPE),
        redirect_stdout(printed),
        redirect_stderr(printed),
        pytest.raises(SystemExit) as left,
    ):
        main(shlex.split(command)[1:])
    return left.value.code or 0, printed.getvalue()


def in_a_shell(command: str) -> tuple[object, str]:
    """Run a line of bash; give its exit code and what it printed."""
    bash = shutil.which("bash") or "bash"
    # Unbuffered, what is written first would come first whatever the command does.
    asked = {"PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": ""}
    done = subprocess.run(
        [bash, "-c", SHELL + command],
        env={**os.environ, **LIKE_A_PIPE, **asked},
        check=False,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
    )
    return done.returncode, done.stdout
