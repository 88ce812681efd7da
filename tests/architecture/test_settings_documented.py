"""Every variable that the settings read is explained to hosts, and nothing else is."""

import ast
import re

from tests.conftest import REPOSITORY


def variables_read() -> set[str]:
    """Return the names passed to `env.…("NAME")` anywhere in the settings."""
    found = set()
    for path in (REPOSITORY / "portal" / "settings").glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text())):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Attribute)
                and getattr(node.func.value, "id", "") == "env"
            ):
                found.add(ast.literal_eval(node.args[0]))
    return found


def test_documentation_and_settings_name_the_same_variables():
    page = (REPOSITORY / "docs" / "hosts" / "settings.md").read_text()
    first_cells = " ".join(re.findall(r"^\| (`.*?) \|", page, re.MULTILINE))
    explained = set(re.findall(r"`([A-Z][A-Z0-9_]+)`", first_cells))
    assert explained == variables_read()


def test_only_the_settings_read_the_environment():
    allowed = {
        "manage.py",
        "portal/asgi.py",
        "portal/wsgi.py",
        "portal/management/commands/serve.py",
    }
    readers = {
        str(path.relative_to(REPOSITORY))
        for room in REPOSITORY.glob("*/apps.py")
        for path in room.parent.rglob("*.py")
        if re.search(r"os\.(environ|getenv)", path.read_text())
    }
    assert readers <= allowed
