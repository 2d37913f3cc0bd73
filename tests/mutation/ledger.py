"""What was found: `results.jsonl`, and `survivors.toml`, with reasons."""

import json
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from attrs import asdict, field, frozen

from tests.mutation.child import Outcome, Verdict
from tests.mutation.making import Change

FOLDER: Final = Path(__file__).parent
RESULTS: Final = FOLDER / "results.jsonl"
SURVIVORS: Final = FOLDER / "survivors.toml"


class BadSurvivor(Exception):
    """A listed survivor does not say what it must."""


@frozen(kw_only=True)
class Entry:
    """What became of the mutants of one definition.

    Parameters
    ----------
    module, definition
        Which, and in which file.
    hash
        What it read like when it was tried.
    killed
        How many mutants each file of tests found out.
    too_slow
        How many never came to an end, and so were found out too.
    stillborn
        How many could not be loaded, and so are no mutants at all.
    survived
        Those that nothing found out.
    """

    module: str
    definition: str
    hash: str
    killed: Mapping[str, int]
    too_slow: int
    stillborn: int
    survived: tuple[Change, ...] = field(converter=tuple)

    @property
    def tried(self) -> int:
        """How many mutants there are."""
        return sum(self.killed.values()) + self.too_slow + len(self.survived)

    def line(self) -> str:
        """Give it as a line of the file."""
        survived = [
            {"line": one.line, "becomes": one.becomes, "nth": one.nth}
            for one in self.survived
        ]
        return json.dumps({**asdict(self), "survived": survived}, ensure_ascii=False)


def entry(
    module: str, definition: str, hash_: str, verdicts: Mapping[Change, Verdict]
) -> Entry:
    """Sum up what became of the mutants of a definition."""
    outcomes = Counter(one.outcome for one in verdicts.values())
    killed = (one.by for one in verdicts.values() if one.outcome is Outcome.KILLED)
    return Entry(
        module=module,
        definition=definition,
        hash=hash_,
        killed=dict(sorted(Counter(by or "itself" for by in killed).items())),
        too_slow=outcomes[Outcome.TOO_SLOW],
        stillborn=outcomes[Outcome.STILLBORN],
        survived=survivors_among(verdicts),
    )


def survivors_among(verdicts: Mapping[Change, Verdict]) -> tuple[Change, ...]:
    """Give the changes that nothing found out."""
    return tuple(
        change
        for change, verdict in verdicts.items()
        if verdict.outcome is Outcome.SURVIVED
    )


def read(path: Path = RESULTS) -> dict[tuple[str, str], Entry]:
    """Give what is known of each definition, by module and name."""
    if not path.exists():
        return {}
    lines = path.read_text(encoding="utf-8").splitlines()
    # What was found last stands last.
    entries = (_entry(json.loads(line)) for line in lines)
    return {(one.module, one.definition): one for one in entries}


def append(new: Entry, path: Path = RESULTS) -> None:
    """Write down what was found, at once, so that a run can be broken off."""
    with path.open("a", encoding="utf-8") as file:
        file.write(new.line() + "\n")


def tidy(known: Iterable[Entry], path: Path = RESULTS) -> None:
    """Keep one line for each definition, in order."""
    ordered = sorted(known, key=lambda one: (one.module, one.definition))
    path.write_text("".join(one.line() + "\n" for one in ordered), encoding="utf-8")


def listed(path: Path = SURVIVORS) -> dict[Change, str]:
    """Give the survivors that are known, each with the reason why nothing can fail.

    Raises
    ------
    BadSurvivor
        When one lacks a part, has one too many, or stands there twice.
    """
    raw = tomllib.loads(path.read_text(encoding="utf-8")).get("survivor", [])
    found: dict[Change, str] = {}
    for change, why in map(_listed, raw):
        if change in found:
            raise BadSurvivor(f"listed twice: {change}")
        found[change] = why
    return found


def _listed(raw: dict[str, Any]) -> tuple[Change, str]:
    why = str(raw.pop("why", "")).strip()
    if not why:
        raise BadSurvivor(f"say why nothing can fail: {raw}")
    try:
        return Change(**raw), why
    except TypeError as problem:
        raise BadSurvivor(f"{problem}: {raw}") from problem


def _entry(raw: dict[str, Any]) -> Entry:
    where = {"module": raw["module"], "definition": raw["definition"]}
    survived = _changes(where, raw["survived"])
    return Entry(**{**raw, "survived": survived})


def _changes(where: dict[str, str], raw: list[dict[str, Any]]) -> Iterator[Change]:
    yield from (Change(**where, **one) for one in raw)
