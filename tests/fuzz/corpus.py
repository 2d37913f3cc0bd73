"""What the runs have found: for each thing that a reader can say, the smallest file."""

import hashlib
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from attrs import Factory, define

from tests.fuzz.target import Target

FOLDER: Final = Path(__file__).parent / "corpus"
LARGEST: Final = 3_000
"""Bytes of a file that is kept."""


def found_for(target: Target) -> tuple[bytes, ...]:
    """Give the files that earlier runs have kept for a reader."""
    paths = sorted((FOLDER / target.name).glob("*"))
    return tuple(path.read_bytes() for path in paths)


@define
class Found:
    """The smallest file for each thing that a reader was seen to say.

    Parameters
    ----------
    smallest
        The files, by what was said.
    """

    smallest: dict[str, bytes] = Factory(dict)

    def take(self, data: bytes, seen: Iterable[str]) -> bool:
        """Keep a file that makes the reader say something new, or in fewer bytes."""
        new = [one for one in seen if self._smaller(data, self.smallest.get(one))]
        self.smallest |= dict.fromkeys(new, data)
        return bool(new)

    def files(self) -> list[bytes]:
        """Give as few files as say it all, as far as that is easily told."""
        chosen, said = [], set[str]()
        by_file: dict[bytes, set[str]] = {}
        for one, data in self.smallest.items():
            if len(data) <= LARGEST:
                by_file.setdefault(data, set()).add(one)
        for data in sorted(by_file, key=lambda data: (-len(by_file[data]), len(data))):
            if by_file[data] - said:
                chosen.append(data)
                said |= by_file[data]
        return chosen

    def write(self, folder: Path) -> None:
        """Write the files, each named by what is in it, and no others."""
        folder.mkdir(parents=True, exist_ok=True)
        kept = {hashlib.sha256(data).hexdigest()[:12]: data for data in self.files()}
        for path in folder.iterdir():
            if path.name not in kept:
                path.unlink()
        for name, data in kept.items():
            (folder / name).write_bytes(data)

    @staticmethod
    def _smaller(data: bytes, known: bytes | None) -> bool:
        return known is None or len(data) < len(known)
