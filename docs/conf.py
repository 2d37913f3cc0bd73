"""How Sphinx builds the documentation: `sphinx-build -W docs docs/_build`."""

import tomllib
from pathlib import Path

_PYPROJECT = Path(__file__).parent.parent / "pyproject.toml"

project = "casework"
author = "casework contributors"
copyright = "2026, casework contributors"
release = tomllib.loads(_PYPROJECT.read_text(encoding="utf-8"))["project"]["version"]

extensions = ["myst_parser"]
exclude_patterns = ["_build"]
html_theme = "furo"
html_title = f"casework {release}"

# A link to a heading of another page is checked like any other link.
myst_heading_anchors = 3
