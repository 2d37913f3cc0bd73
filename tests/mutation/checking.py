"""Compares what was found with what is listed, and both with the code as it stands."""

from collections import Counter
from collections.abc import Iterable, Iterator

from tests.mutation import ledger
from tests.mutation.making import Change
from tests.mutation.proofs import modules
from tests.mutation.running import module


def faults(paths: Iterable[str]) -> Iterator[str]:
    """Say what was not tried, and which survivors are listed wrongly or not at all."""
    paths = list(paths)
    yield from (f"not tried: {path} {name}" for path, name in untried(paths))
    yield from (f"survives: {told(one)}" for one in unlisted(paths))
    found = {one for entry in ledger.read().values() for one in entry.survived}
    for change in ledger.listed():
        if change.module not in paths:
            continue
        if change not in _made(change.module, change.definition):
            yield f"listed, but no such change can be made now: {told(change)}"
        elif change not in found:
            yield f"listed, but it does not survive: {told(change)}"


def untried(paths: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Give the definitions that were not tried as they stand now."""
    known = ledger.read()
    for path in paths:
        for definition, hash_ in module(path).hashes.items():
            entry = known.get((path, definition))
            if entry is None or entry.hash != hash_:
                yield path, definition


def still_standing() -> Iterator[ledger.Entry]:
    """Give what was found of the definitions that are still there."""
    there = {*modules()}
    for entry in ledger.read().values():
        if entry.module in there and entry.definition in module(entry.module).hashes:
            yield entry


def unlisted(paths: Iterable[str]) -> Iterator[Change]:
    """Give the survivors of definitions that still stand which no reason excuses."""
    listed, paths = ledger.listed(), set(paths)
    for entry in ledger.read().values():
        if entry.module not in paths:
            continue
        if module(entry.module).hashes.get(entry.definition) == entry.hash:
            yield from (one for one in entry.survived if one not in listed)


def counted(paths: Iterable[str]) -> Iterator[str]:
    """Count what became of the mutants of each module, and of all."""
    whole: Counter[str] = Counter()
    for path in paths:
        count = _count(path)
        whole += count
        yield _told(path, count)
    yield _told("in all", whole)


def told(change: Change) -> str:
    """Say which change it is, to somebody who has the code before them."""
    becomes = change.becomes or "(nothing)"
    nth = f" ({change.nth})" if change.nth > 1 else ""
    return f"{change.module} {change.definition}{nth}\n  {change.line}\n  {becomes}"


def _count(path: str) -> Counter[str]:
    of_it = [one for one in still_standing() if one.module == path]
    return Counter(
        mutants=sum(one.tried for one in of_it),
        killed=sum(sum(one.killed.values()) for one in of_it),
        too_slow=sum(one.too_slow for one in of_it),
        survived=sum(len(one.survived) for one in of_it),
        stillborn=sum(one.stillborn for one in of_it),
    )


def _told(name: str, count: Counter[str]) -> str:
    parts = ("mutants", "killed", "too_slow", "survived", "stillborn")
    return f"{name:55}" + "".join(f"{count[one]:6} {one}" for one in parts)


def _made(path: str, definition: str) -> set[Change]:
    if definition not in module(path).mutants:
        return set()
    return {change for _, change, _ in module(path).made(definition)}
