"""The guided run: atheris makes the files, and keeps those that reach new code.

It is a process of its own, because atheris ends the process in which it ran.
"""

import re
import subprocess
import sys
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Final

from tests.fuzz.limits import LONGEST, SLOWEST
from tests.fuzz.mutating import mutate

_TRIED: Final = re.compile(r"^stat::number_of_executed_units:\s*(\d+)", re.MULTILINE)
SAID: Final = "said"


def run(name: str, seconds: int, seed: int) -> tuple[int, list[bytes], bytes | None]:
    """Run over one reader.

    Returns
    -------
    tuple
        How many files were read; those that made the reader say something new; and
        the one on which it failed, if it did.

    Raises
    ------
    RuntimeError
        When the run did not get so far.
    """
    with TemporaryDirectory() as folder:
        words = [sys.executable, "-m", __name__, name, folder, str(seconds), str(seed)]
        done = subprocess.run(words, capture_output=True, check=False)
        told = done.stderr.decode("utf-8", "replace")
        faults = [path.read_bytes() for path in Path(folder).glob("fault-*")]
        tried = _TRIED.search(told)
        if tried is None or bool(done.returncode) != bool(faults):
            raise RuntimeError(told[-4_000:])
        new = [path.read_bytes() for path in sorted(Path(folder, SAID).glob("*"))]
        return int(tried[1]), new, faults[0] if faults else None


def main(name: str, folder: str, seconds: str, seed: str) -> None:
    """Run over one reader in this process, and do not come back."""
    import atheris

    # What was imported before would not be watched.
    assert not [module for module in sys.modules if module.startswith("casework")]
    with atheris.instrument_imports(include=["casework", "tomllib"]):
        from tests.fuzz.running import Run
        from tests.fuzz.targets import TARGETS

    run_ = Run(target=TARGETS[name], rng=Random(seed))
    corpus, said = Path(folder, "corpus"), Path(folder, SAID)
    corpus.mkdir()
    said.mkdir()
    run_.start()
    for number, data in enumerate(run_.pool):
        (corpus / str(number)).write_bytes(data)
    run_.found.write(said)

    def read(data: bytes) -> None:
        if run_.read(data):
            run_.found.write(said)

    def changed(data: bytes, longest: int, luck: int) -> bytes:
        # Half of the files are changed as text, half as atheris thinks best.
        if luck % 2:
            return atheris.Mutate(data, longest)
        return mutate(data, run_.target.words, Random(luck))[:longest]

    options = (
        *(f"-max_total_time={seconds}", f"-seed={seed}", f"-timeout={SLOWEST}"),
        *(f"-max_len={LONGEST}", f"-artifact_prefix={folder}/fault-"),
        # What is slow is no fault until it is too slow.
        f"-report_slow_units={SLOWEST}",
        *("-print_final_stats=1", "-len_control=0", str(corpus)),
    )
    atheris.Setup(["fuzz", *options], read, custom_mutator=changed)
    atheris.Fuzz()


if __name__ == "__main__":
    main(*sys.argv[1:])
