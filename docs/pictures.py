"""Draw the pictures of the pages from the stories, or say which of them are stale.

`python docs/pictures.py` draws; with `--check` it draws nothing and fails if one is
stale.
"""

import contextlib
import io
import runpy
import sys
from pathlib import Path
from typing import Final

from casework import Story

_DOCS: Final = Path(__file__).parent
# Each picture, and the story that it shows.
_DRAWN: Final = {"police_protection": "09_police_protection"}


def _picture(story: str) -> str:
    """Tell a story, leaving aside what it prints, and draw it."""
    script = _DOCS.parent / "examples" / "stories" / f"{story}.py"
    with contextlib.redirect_stdout(io.StringIO()):
        told = runpy.run_path(str(script))["story"]
    if not isinstance(told, Story):
        raise TypeError(f"{script.name} tells no story")
    return told.svg()


def main(options: list[str]) -> int:
    """Go through the pictures; 1 if one is stale and it was only to be checked."""
    made = {
        _DOCS / "pictures" / f"{name}.svg": _picture(story)
        for name, story in _DRAWN.items()
    }
    there = {path: path.read_text("utf-8") for path in made if path.exists()}
    stale = [path for path, drawn in made.items() if drawn != there.get(path)]
    for path in stale:
        if "--check" not in options:
            path.write_text(made[path], encoding="utf-8")
        print(f"{path.name}: {'stale' if '--check' in options else 'drawn'}")
    return int("--check" in options and bool(stale))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
