"""The trees of exceptions drawn at the head of their modules show the classes as they are."""

import re
from types import ModuleType

import pytest

from ambassadors import refusals as ambassador_refusals
from campaigns import refusals as campaign_refusals
from episodes import refusals as rating_refusals
from fundraising import refusals as fundraising_refusals
from live import feed_refusals, outside_refusals, replay_refusals, rundown_refusals
from live import refusals as run_refusals
from media import errors, refusals
from projects import refusals as project_refusals
from qa import refusals as qa_refusals
from users import errors as users_errors

MODULES = (
    errors,
    refusals,
    ambassador_refusals,
    rating_refusals,
    campaign_refusals,
    qa_refusals,
    fundraising_refusals,
    project_refusals,
    feed_refusals,
    outside_refusals,
    run_refusals,
    rundown_refusals,
    replay_refusals,
    users_errors,
)
LINE = re.compile(
    r"(?P<stem>[│├└─ ]*)(?P<name>[A-Z]\w+)(?: +(?P<code>[A-Z]{3}-\d{3}))?"
    r"(?: \((?P<origin>[a-z_.]+)\))?(?: .*)?"
)
STEP = 4


def drawn_tree(module: ModuleType) -> dict[str, tuple[str, str]]:
    """Return name → (parent, code) as the docstring draws it."""
    drawing = (module.__doc__ or "").split("\n\n", 1)[1]
    tree: dict[str, tuple[str, str]] = {}
    above: list[str] = []
    for line in drawing.splitlines():
        match = LINE.fullmatch(line)
        if match is None:
            continue
        del above[len(match["stem"]) // STEP :]
        if match["origin"]:
            # A root that comes from elsewhere is drawn there.
            above.append(match["name"])
            continue
        tree[match["name"]] = (above[-1] if above else "Exception", match["code"] or "")
        above.append(match["name"])
    return tree


def real_tree(module: ModuleType) -> dict[str, tuple[str, str]]:
    return {
        name: (kind.__base__.__name__, kind.__dict__.get("code", ""))
        for name, kind in vars(module).items()
        if isinstance(kind, type)
        and issubclass(kind, Exception)
        and f"{kind.__module__}.".startswith(f"{module.__name__}.")
    }


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.__name__)
def test_the_drawing_shows_the_classes(module):
    tree = real_tree(module)
    assert len(tree) >= 4
    assert drawn_tree(module) == tree


def test_no_code_is_used_twice():
    codes = [code for m in MODULES for _, code in real_tree(m).values() if code]
    assert len(codes) == len(set(codes))
