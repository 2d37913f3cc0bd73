"""Reading a scenario from TOML; what is not an input is an error that names its place.

A scenario may say `extends = "other.toml"`: then it says only what differs. An input
that it says takes the place of the whole input of the other, and is then no longer
published, unless it says so. Figures that the other expects are not expected of it.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from cattrs import Converter

from casework import tables
from casework.alike import like
from casework.errors import BadScenario, BadTable
from casework.jurisdictions import Jurisdiction, jurisdiction
from casework.simulation.distributions import (
    Band,
    Bands,
    Duration,
    Fixed,
    Lognormal,
    Triangular,
    Uniform,
)
from casework.simulation.inputs import Shares, refuse_strange
from casework.simulation.scenario import Scenario
from casework.tables import number

EXTENDS: Final = "extends"

_SHAPES: Final = ("fixed", "uniform", "triangular", "lognormal", "bands")
_CORNERS: Final = {"uniform": (2, Uniform), "triangular": (3, Triangular)}


def read_scenario(path: str | Path) -> Scenario:
    """Read a scenario from a TOML file, and from the one that it extends.

    Parameters
    ----------
    path
        The file.

    Raises
    ------
    BadScenario
        When a file cannot be read, or says what a scenario cannot say; the message
        names the file, the input and what is near.

    Examples
    --------
    >>> read_scenario("examples/scenarios/jersey-2019.toml").jurisdiction.title
    'Jersey'
    """
    try:
        return scenario_of(_told(Path(path)))
    except (BadScenario, BadTable) as problem:
        raise BadScenario(f"{path}: {problem}") from problem


def scenario_of(told: Mapping[str, object]) -> Scenario:
    """Make a scenario of what a TOML file tells.

    Raises
    ------
    BadScenario
        When it says what a scenario cannot say.
    """
    try:
        scenario = tables.made(told, Scenario, _CONVERTER, at="scenario")
    except BadTable as problem:
        raise BadScenario(str(problem)) from problem
    for name in scenario.published:
        _refuse_no_input(name, told)
    return scenario


def inputs_of(path: str | Path) -> dict[str, object]:
    """Give every input of a scenario's file by its name, such as `population.children`.

    Raises
    ------
    BadScenario
        When a file cannot be read.
    """
    try:
        return _by_name(_told(Path(path)))
    except (BadScenario, BadTable) as problem:
        raise BadScenario(f"{path}: {problem}") from problem


def _by_name(told: Mapping[str, object]) -> dict[str, object]:
    sections = {name: one for name, one in told.items() if isinstance(one, dict)}
    return {
        f"{section}.{name}": value
        for section, inputs in sections.items()
        if section != "published"
        for name, value in inputs.items()
    }


def _refuse_no_input(name: str, told: Mapping[str, object]) -> None:
    known = _by_name(told)
    if name not in known:
        hint = like(name, known, "names are written like population.children")
        raise BadScenario(f"published: there is no input {name!r}{hint}")


def _told(path: Path, on_the_way: tuple[Path, ...] = ()) -> dict[str, Any]:
    here = path.resolve()
    if here in on_the_way:
        raise BadScenario(f"{path.name} extends itself; say what differs in one file")
    told = tables.read(path)
    if EXTENDS not in told:
        return told
    name = told.pop(EXTENDS)
    if not isinstance(name, str) or "\0" in name:
        raise BadScenario(f"{EXTENDS} must be the name of a file, not {name!r}")
    try:
        base = _told(path.parent / name, (*on_the_way, here))
    except BadTable as problem:
        raise BadScenario(f"{name}: {problem}") from problem
    base.pop("expected", None)
    for said in _by_name(told):
        base.get("published", {}).pop(said, None)
    return _over(base, told)


def _over(base: dict[str, Any], told: Mapping[str, Any]) -> dict[str, Any]:
    for name, value in told.items():
        both = isinstance(value, dict) and isinstance(base.get(name), dict)
        base[name] = {**base[name], **value} if both else value
    return base


def _place(said: object, _: object) -> Jurisdiction:
    return jurisdiction(str(said))


def _shares(said: object, _: object) -> Shares:
    if not isinstance(said, dict):
        raise BadScenario(f"{said!r} is no table of shares, as {{plan = 0.8, …}}")
    return Shares({word: number(part) for word, part in said.items()})


def _duration(said: object, _: object) -> Duration:
    # 3, or {triangular = [10, 30, 44]}, or another of the five shapes
    if not isinstance(said, dict):
        return Fixed(number(said))
    if len(said) != 1:
        raise BadScenario(f"a duration has one shape, of {', '.join(_SHAPES)}")
    refuse_strange(said, _SHAPES, "a duration")
    [(shape, numbers)] = said.items()
    if shape in _CORNERS:
        return _cornered(shape, numbers)
    if shape == "bands":
        return Bands(tuple(_CONVERTER.structure(numbers, list[Band])))
    if shape == "lognormal":
        return _CONVERTER.structure(numbers, Lognormal)
    return Fixed(number(numbers))


def _cornered(shape: str, numbers: object) -> Duration:
    count, kind = _CORNERS[shape]
    if not isinstance(numbers, list) or len(numbers) != count:
        raise BadScenario(f"{shape} needs {count} numbers in square brackets")
    corners = (number(one) for one in numbers)
    made: Duration = kind(*corners)
    return made


def _is_place(kind: object) -> bool:
    # Not by its type: cattrs would look for the law in it, which loads when it is used.
    return kind is Jurisdiction


def _is_duration(kind: object) -> bool:
    return kind is Duration


def _converter() -> Converter:
    converter = tables.converter()
    converter.register_structure_hook_func(_is_place, _place)
    converter.register_structure_hook(Shares, _shares)
    converter.register_structure_hook_func(_is_duration, _duration)
    return converter


_CONVERTER: Final = _converter()
