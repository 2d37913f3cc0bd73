"""Every example that a reader may copy is run: README, pages and docstrings.

How to write one is in docs/contributing.md.
"""

import doctest
import importlib
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.printed import matches
from tests.source import MODULES, ROOT, dotted

PAGES = tuple(sorted([*ROOT.glob("README.md"), *ROOT.glob("docs/*.md")]))
BLOCK = re.compile(
    r"^```(?P<language>\w+)\n(?P<body>.*?)^```$", re.DOTALL | re.MULTILINE
)
COMMAND = re.compile(
    r"^\$ (?P<command>casework .*)\n(?P<output>(?:(?!\$ ).*\n)*)", re.MULTILINE
)
# `casework` as this interpreter has it, whatever is on the PATH.
SHELL = f'set -o pipefail; casework() {{ "{sys.executable}" -m casework "$@"; }}; '

every_page = pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)


@pytest.fixture(autouse=True)
def place_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Examples read `examples/`, and what they write is nowhere else."""
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    monkeypatch.chdir(tmp_path)


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


@every_page
def test_the_commands_of_a_page_answer_as_shown(page: Path) -> None:
    """The commands of a page run from top to bottom, and print what is shown."""
    for block in blocks(page, "console"):
        for shown in COMMAND.finditer(block):
            assert_prints(shown["command"], shown["output"])


@pytest.mark.parametrize("module", [dotted(path) for path in MODULES])
def test_the_examples_of_a_module_run(module: str) -> None:
    """The examples in the docstrings of a module answer as shown."""
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
    bash = shutil.which("bash") or "bash"
    asked = {"PYTHONPATH": str(ROOT), "NO_COLOR": "1", "COLUMNS": "100"}
    # Unbuffered, what is written first would come first whatever the command does.
    env = {**os.environ, **asked, "PYTHONUNBUFFERED": ""}
    done = subprocess.run(
        [bash, "-c", SHELL + command],
        env=env,
        check=False,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
    )
    assert 0 == done.returncode, f"$ {command}\n{done.stdout}"
    if shown.strip():
        assert matches(shown, done.stdout), f"$ {command}\n{done.stdout}"
