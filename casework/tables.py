"""Tables of TOML made into what they describe; what is wrong is said with its place."""

import tomllib
from collections.abc import Callable, Mapping
from datetime import date
from math import isfinite
from pathlib import Path
from types import GenericAlias
from typing import Any, TypeVar, cast, get_args, get_origin

from attrs import fields
from cattrs import BaseConverter, BaseValidationError, Converter, transform_error
from cattrs.errors import ForbiddenExtraKeysError
from cattrs.v import format_exception

from casework.alike import like
from casework.dates import as_date
from casework.errors import BadTable, CaseworkError

T = TypeVar("T")


def read(path: Path) -> dict[str, Any]:
    """Read a TOML file.

    Raises
    ------
    BadTable
        When it cannot be read, or is not TOML.
    """
    try:
        # Some editors begin a file with a byte order mark, which TOML does not know.
        return loads(path.read_text(encoding="utf-8-sig"))
    except UnicodeDecodeError as problem:
        message = f"byte {problem.start} is not UTF-8; save it as UTF-8 text"
        raise BadTable(message) from problem
    except OSError as problem:
        raise BadTable(f"it cannot be read: {problem.strerror}") from problem


def loads(text: str) -> dict[str, Any]:
    """Read the text of a TOML file.

    Raises
    ------
    BadTable
        When it is not TOML.
    """
    try:
        return tomllib.loads(text)
    except RecursionError as problem:
        raise BadTable("lists within lists, too deep to read") from problem
    except ValueError as problem:
        # Also a number with more digits than Python reads.
        raise BadTable(f"not TOML: {problem}") from problem


def made(told: Mapping[str, Any], kind: type[T], converter: Converter, at: str) -> T:
    """Make what a table describes.

    Parameters
    ----------
    told
        The table.
    kind
        What it describes: a class of `attrs`.
    converter
        What `converter` gives, with hooks for what else there is.
    at
        What to call the table where something in it is wrong.

    Raises
    ------
    BadTable
        When something in it cannot be; the message names every place.
    """
    try:
        return converter.structure(dict(told), kind)
    except BaseValidationError as problem:
        found = transform_error(problem, path=at, format_exception=_said)
        raise BadTable("; ".join(found)) from problem


def converter() -> Converter:
    """Give what reads text, numbers, days and lists, and takes no one for another."""
    made = Converter(forbid_extra_keys=True)
    made.register_structure_hook(str, _text)
    made.register_structure_hook(float, number)
    made.register_structure_hook(int, _whole)
    made.register_structure_hook(bool, _true_or_false)
    made.register_structure_hook(date, lambda said, _: as_date(said))
    made.register_structure_hook_factory(_is_tuple, _list_of)
    return made


def number(said: object, _: object = None) -> float:
    """Take a number for a number, and nothing else.

    Raises
    ------
    BadTable
        When it is none.
    """
    if isinstance(said, bool) or not isinstance(said, int | float):
        raise BadTable(f"{said!r} is not a number")
    try:
        found = float(said)
    except OverflowError as problem:
        raise BadTable("the number is too large") from problem
    # TOML has words for what no number is: nan, and inf.
    if not isfinite(found):
        raise BadTable(f"{found} is not a number that can be counted with")
    return found


def _text(said: object, _: object) -> str:
    # A number would lose its noughts: 4.10 is not 4.1.
    if not isinstance(said, str):
        raise BadTable(f"{said!r} is not text; put it in quotation marks")
    return said


def _whole(said: object, _: object) -> int:
    if isinstance(said, bool) or not isinstance(said, int):
        raise BadTable(f"{said!r} is not a whole number")
    return said


def _true_or_false(said: object, _: object) -> bool:
    if not isinstance(said, bool):
        raise BadTable(f"{said!r} is neither true nor false")
    return said


def _is_tuple(kind: object) -> bool:
    return get_origin(kind) is tuple


def _list_of(
    kind: object, converter: BaseConverter
) -> Callable[[object, object], tuple[object, ...]]:
    listed = cast("type[list[object]]", GenericAlias(list, get_args(kind)[:1]))

    def structure(said: object, _: object) -> tuple[object, ...]:
        if not isinstance(said, list):
            raise BadTable(f"{said!r} is not a list; put it in square brackets")
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
        return 'a table was expected, such as {name = "…"}'
    return format_exception(problem, kind)


def _strange(problem: ForbiddenExtraKeysError, key: str) -> str:
    known = [one.name for one in fields(cast("type[Any]", problem.cl))]
    there = f"it has {', '.join(known)}"
    return f"unknown key {key!r}{like(key, known, there)}"
