"""Reading a scenario from TOML; what is not an input is an error that names its place.

A scenario may say `extends = "other.toml"`: then it says only what differs. An input
that it says takes the place of the whole input of the other, and is then no longer
published, unless it says so. Figures that the other expects are not expected of it.
"""

import tomllib
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from types import GenericAlias
from typing import Any, Final, cast, get_args, get_origin

from attrs import fields
from cattrs import BaseConverter, BaseValidationError, Converter, transform_error
from cattrs.errors import ForbiddenExtraKeysError
from cattrs.v import format_exception

from casework.dates import as_date
from casework.errors import BadScenario, CaseworkError
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
from casework.simulation.inputs import Shares, nearest, refuse_strange
from casework.simulation.scenario import Scenario

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
    except BadScenario as problem:
        raise BadScenario(f"{path}: {problem}") from problem


def scenario_of(told: Mapping[str, object]) -> Scenario:
    """Make a scenario of what a TOML file tells.

    Raises
    ------
    BadScenario
        When it says what a scenario cannot say.
    """
    try:
        scenario = _CONVERTER.structure(dict(told), Scenario)
    except BaseValidationError as problem:
        found = transform_error(problem, path="scenario", format_exception=_said)
        raise BadScenario("; ".join(found)) from problem
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
    return _by_name(_told(Path(path)))


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
        hint = nearest(name, known) or "names are written like population.children"
        raise BadScenario(f"published: there is no input {name!r}; {hint}")


def _told(path: Path, on_the_way: tuple[Path, ...] = ()) -> dict[str, Any]:
    here = path.resolve()
    if here in on_the_way:
        raise BadScenario(f"{path.name} extends itself; say what differs in one file")
    told = _toml(path)
    if EXTENDS not in told:
        return told
    name = told.pop(EXTENDS)
    if not isinstance(name, str) or "\0" in name:
        raise BadScenario(f"{EXTENDS} must be the name of a file, not {name!r}")
    base = _told(path.parent / name, (*on_the_way, here))
    base.pop("expected", None)
    for said in _by_name(told):
        base.get("published", {}).pop(said, None)
    return _over(base, told)


def _toml(path: Path) -> dict[str, Any]:
    try:
        # Some editors begin a file with a byte order mark, which TOML does not know.
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except UnicodeDecodeError as problem:
        message = f"{path.name}: byte {problem.start} is not UTF-8"
        raise BadScenario(message) from problem
    except OSError as problem:
        message = f"{path.name} cannot be read: {problem.strerror}"
        raise BadScenario(message) from problem
    except RecursionError as problem:
        message = f"{path.name} is no scenario: lists within lists"
        raise BadScenario(message) from problem
    except ValueError as problem:
        # Also a number with more digits than Python reads.
        raise BadScenario(f"{path.name} is not TOML: {problem}") from problem


def _over(base: dict[str, Any], told: Mapping[str, Any]) -> dict[str, Any]:
    for name, value in told.items():
        both = isinstance(value, dict) and isinstance(base.get(name), dict)
        base[name] = {**base[name], **value} if both else value
    return base


def _text(said: object, _: object) -> str:
    if not isinstance(said, str):
        raise BadScenario(f"{said!r} is not text; put it in quotation marks")
    return said


def _number(said: object, _: object) -> float:
    if isinstance(said, bool) or not isinstance(said, int | float):
        raise BadScenario(f"{said!r} is not a number")
    try:
        return float(said)
    except OverflowError as problem:
        raise BadScenario("the number is too large") from problem


def _whole(said: object, _: object) -> int:
    if isinstance(said, bool) or not isinstance(said, int):
        raise BadScenario(f"{said!r} is not a whole number")
    return said


def _true_or_false(said: object, _: object) -> bool:
    if not isinstance(said, bool):
        raise BadScenario(f"{said!r} is neither true nor false")
    return said


def _day(said: object, _: object) -> date:
    return as_date(said)


def _place(said: object, _: object) -> Jurisdiction:
    return jurisdiction(str(said))


def _shares(said: object, _: object) -> Shares:
    if not isinstance(said, dict):
        raise BadScenario(f"{said!r} is no table of shares, as {{plan = 0.8, …}}")
    return Shares({word: _number(part, None) for word, part in said.items()})


def _duration(said: object, _: object) -> Duration:
    # 3, or {triangular = [10, 30, 44]}, or another of the five shapes
    if not isinstance(said, dict):
        return Fixed(_number(said, None))
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
    return Fixed(_number(numbers, None))


def _cornered(shape: str, numbers: object) -> Duration:
    count, kind = _CORNERS[shape]
    if not isinstance(numbers, list) or len(numbers) != count:
        raise BadScenario(f"{shape} needs {count} numbers in square brackets")
    corners = (_number(number, None) for number in numbers)
    made: Duration = kind(*corners)
    return made


def _is_place(kind: object) -> bool:
    # Not by its type: cattrs would look for the law in it, which loads when it is used.
    return kind is Jurisdiction


def _is_duration(kind: object) -> bool:
    return kind is Duration


def _is_tuple(kind: object) -> bool:
    return get_origin(kind) is tuple


def _list_of(
    kind: object, converter: BaseConverter
) -> Callable[[object, object], tuple[object, ...]]:
    listed = cast("type[list[object]]", GenericAlias(list, get_args(kind)[:1]))

    def structure(said: object, _: object) -> tuple[object, ...]:
        if not isinstance(said, list):
            raise BadScenario(f"{said!r} is not a list; put it in square brackets")
        return tuple(converter.structure(said, listed))

    return structure


def _said(problem: BaseException, kind: type | None) -> str:
    if isinstance(problem, ForbiddenExtraKeysError):
        return "; ".join(_strange(problem, key) for key in sorted(problem.extra_fields))
    if isinstance(problem, KeyError):
        return f"{problem.args[0]} is missing"
    if isinstance(problem, CaseworkError):
        return str(problem)
    if isinstance(problem, AttributeError | TypeError):
        return "a table was expected"
    return format_exception(problem, kind)


def _strange(problem: ForbiddenExtraKeysError, key: str) -> str:
    known = [one.name for one in fields(cast("type[Any]", problem.cl))]
    hint = nearest(key, known) or f"it has {', '.join(known)}"
    return f"unknown key {key!r}; {hint}"


def _converter() -> Converter:
    converter = Converter(forbid_extra_keys=True)
    converter.register_structure_hook(str, _text)
    converter.register_structure_hook(float, _number)
    converter.register_structure_hook(int, _whole)
    converter.register_structure_hook(bool, _true_or_false)
    converter.register_structure_hook(date, _day)
    converter.register_structure_hook_func(_is_place, _place)
    converter.register_structure_hook(Shares, _shares)
    converter.register_structure_hook_func(_is_duration, _duration)
    converter.register_structure_hook_factory(_is_tuple, _list_of)
    return converter


_CONVERTER: Final = _converter()
