"""Views are thin: they read the request, call one function of the domain, and render."""

import ast
from statistics import median

from tests.conftest import REPOSITORY

MEDIAN_LINES = 8
MOST_LINES = 25


def lines_of_code(function: ast.FunctionDef) -> int:
    """Count the lines of the body, without its docstring."""
    body = function.body[1:] if ast.get_docstring(function) else function.body
    return body[-1].end_lineno - body[0].lineno + 1 if body else 0


def test_views_are_thin():
    modules = [
        *REPOSITORY.glob("*/views.py"),
        *REPOSITORY.glob("*/views/*.py"),
        REPOSITORY / "portal" / "errors.py",
    ]
    lengths = {
        f"{path.relative_to(REPOSITORY)}: {node.name}": lines_of_code(node)
        for path in modules
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.FunctionDef) and not node.name.startswith("_")
        if any(argument.arg in ("request", "self") for argument in node.args.args)
    }
    assert len(lengths) > 10
    assert median(lengths.values()) <= MEDIAN_LINES
    assert [name for name, length in lengths.items() if length > MOST_LINES] == []
