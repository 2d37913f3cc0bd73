"""Reads the source of casework, for the tests of its shape."""

import ast
from collections.abc import Iterable, Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "casework"
MODULES = tuple(sorted(PACKAGE.rglob("*.py")))

Definition = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef


def dotted(path: Path) -> str:
    """Give the name under which a module is imported."""
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(part for part in parts if part != "__init__")


def part_of(module: str) -> str:
    """Give the part of casework to which a module belongs, as `law` or `dates`.

    The front door, `casework` itself, is its own part.
    """
    return (module.split(".")[1:] or ["casework"])[0]


def tree_of(path: Path) -> ast.Module:
    """Parse a module."""
    return ast.parse(path.read_text(encoding="utf-8"))


def imports_of(path: Path) -> Iterator[str]:
    """Give what a module imports when it runs, wherever in it the import stands."""
    for node in _running(tree_of(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from _imported_from(node.module, node)


def _imported_from(module: str, node: ast.ImportFrom) -> Iterator[str]:
    # `from casework import dates` is an import of casework.dates.
    for alias in node.names:
        inner = PACKAGE / alias.name
        is_part = inner.is_dir() or inner.with_suffix(".py").exists()
        yield f"{module}.{alias.name}" if module == "casework" and is_part else module


def _running(node: ast.AST) -> Iterator[ast.AST]:
    """Walk a tree, leaving out what only a type checker reads."""
    yield node
    for child in _run_by(node):
        yield from _running(child)


def _run_by(node: ast.AST) -> Iterable[ast.AST]:
    if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test):
        return node.orelse
    return ast.iter_child_nodes(node)


def functions_of(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Give every function and method of a module."""
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def length_of(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Count the lines of a function, its docstring left out."""
    lines = (function.end_lineno or function.lineno) - function.lineno + 1
    if ast.get_docstring(function) is None:
        return lines
    docstring = function.body[0]
    return lines - ((docstring.end_lineno or 0) - docstring.lineno + 1)


def public_of(node: ast.AST, owner: str = "") -> Iterator[tuple[str, Definition]]:
    """Give the public classes, functions and methods under a node, with their names."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, Definition) and not child.name.startswith("_"):
            yield f"{owner}{child.name}", child
            if isinstance(child, ast.ClassDef):
                yield from public_of(child, f"{owner}{child.name}.")
