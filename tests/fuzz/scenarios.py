"""Scenarios of the simulation in TOML: taken as a whole, or refused with the reason."""

import tomllib
from pathlib import Path
from shutil import copy
from tempfile import TemporaryDirectory
from typing import Final

import attrs

from casework.errors import BadScenario
from casework.simulation.reading import EXTENDS, inputs_of, read_scenario
from casework.simulation.scenario import Scenario
from tests.fuzz.overlays import EXAMPLES
from tests.fuzz.target import Target, kind_of

FILES: Final = sorted((EXAMPLES / "scenarios").glob("*.toml"))


def check(data: bytes) -> set[str]:
    """Read a scenario beside those that it may extend; see that no input is lost."""
    with TemporaryDirectory() as folder:
        for path in FILES:
            copy(path, folder)
        path = Path(folder, "ours.toml")
        path.write_bytes(data)
        try:
            scenario = read_scenario(path)
        except BadScenario as refused:
            assert str(refused).startswith(f"{path}: ")
            return {f"refused {kind_of(str(refused).removeprefix(str(path)))}"}
        _kept(data, scenario, inputs_of(path))
    return {f"taken {len(scenario.published) > 0}"}


def _kept(data: bytes, scenario: Scenario, inputs: dict[str, object]) -> None:
    text = data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    said = tomllib.loads(text)
    assert said.keys() - {EXTENDS} <= attrs.fields_dict(Scenario).keys()
    for section, values in said.items():
        if isinstance(values, dict) and section != "published":
            for name, value in values.items():
                # Not a number is not equal to itself.
                assert repr(value) == repr(inputs[f"{section}.{name}"])
                assert hasattr(getattr(scenario, section), name)


def _words() -> tuple[bytes, ...]:
    sections = [f"[{field.name}]\n" for field in attrs.fields(Scenario)]
    said = (
        *('extends = "jersey-2019.toml"\n', 'extends = "ours.toml"\n', "extends = 1\n"),
        *('"jersey"', '"england"', "{fixed = 3}", "{triangular = [10, 30, 44]}"),
        *("{uniform = [1, 2]}", "{lognormal = {median = 3}}", "{bands = []}", "{}"),
        *("inf", "nan", "-1", "1e308", "true", "[]", "[[", "0.5", "2026-01-01", '"""'),
    )
    return tuple(one.encode() for one in (*sections, *said))


TARGET: Final = Target(
    name="scenario",
    seeds=tuple(path.read_bytes() for path in FILES),
    words=_words(),
    check=check,
)
