"""How Sphinx builds the documentation: `sphinx-build -W docs docs/_build`."""

import tomllib
from html import escape
from pathlib import Path

from docutils.nodes import Node, raw
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

_PYPROJECT = Path(__file__).parent.parent / "pyproject.toml"

project = "casework"
author = "casework contributors"
copyright = "2026, casework contributors"
release = tomllib.loads(_PYPROJECT.read_text(encoding="utf-8"))["project"]["version"]

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
exclude_patterns = ["_build"]
html_theme = "furo"
html_title = f"casework {release}"
# It draws the pictures in the reader's browser; without it they stand there as text.
html_js_files = ["https://cdn.jsdelivr.net/npm/mermaid@11/dist/mermaid.min.js"]

# A link to a heading of another page is checked like any other link.
myst_heading_anchors = 3
# The same fence is drawn by GitHub and by many editors.
myst_fence_as_directive = ["mermaid"]


class Mermaid(SphinxDirective):
    """A fence of Mermaid, handed to the reader's browser as it is."""

    has_content = True

    def run(self) -> list[Node]:
        """Give the picture's text, which the script draws."""
        text = escape("\n".join(self.content))
        return [raw("", f'<pre class="mermaid">{text}</pre>', format="html")]


def setup(app: Sphinx) -> None:
    """Tell Sphinx of the fence."""
    app.add_directive("mermaid", Mermaid)
