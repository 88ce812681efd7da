"""The rooms of the house import one way: down. The check itself is tested with planted faults."""

import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from django.apps import apps

from tests.conftest import REPOSITORY

CONTRACT = tomllib.loads((REPOSITORY / "pyproject.toml").read_text())["tool"]["importlinter"]
STOREYS = [layer.split(" | ") for layer in CONTRACT["contracts"][0]["layers"]]
LAYERS = [room for storey in STOREYS for room in storey]
LINTER = Path(sys.executable).with_name("lint-imports")


def lint(folder: Path) -> tuple[bool, str]:
    done = subprocess.run(
        [LINTER, "--no-cache"], cwd=folder, capture_output=True, text=True, check=False, timeout=60
    )
    return done.returncode == 0, done.stdout + done.stderr


@pytest.fixture(scope="module")
def copy(tmp_path_factory) -> Path:
    """The Python files of all rooms, to be spoiled."""
    folder = tmp_path_factory.mktemp("house")
    shutil.copy(REPOSITORY / "pyproject.toml", folder)
    for room in LAYERS:
        for source in (REPOSITORY / room).rglob("*.py"):
            target = folder / source.relative_to(REPOSITORY)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(source, target)
    return folder


def test_the_house_keeps_its_contract():
    is_kept, report = lint(REPOSITORY)
    assert is_kept, report
    assert re.search(r"Contracts: 2 kept, 0 broken", report)


def test_every_room_is_in_the_contract():
    rooms = {path.parent.name for path in REPOSITORY.glob("*/apps.py")}
    assert rooms == set(LAYERS) == set(CONTRACT["root_packages"])


@pytest.mark.parametrize(
    ("victim", "fault", "broken"),
    [
        ("media/timecode.py", "import home.views", "media is not allowed to import home"),
        (
            "episodes/domain/list_episodes.py",
            "def planted() -> object:\n    from portal import clock\n\n    return clock",
            "episodes is not allowed to import portal",
        ),
        (
            "media/models/encoding.py",
            "def planted() -> object:\n    from media.domain import player\n\n    return player",
            "No circles BROKEN",
        ),
    ],
    ids=["at the top", "inline", "circle"],
)
def test_a_planted_fault_is_found(copy, victim, fault, broken):
    path = copy / victim
    sound = path.read_text()
    path.write_text(f"{sound}\n\n{fault}\n")
    try:
        is_kept, report = lint(copy)
    finally:
        path.write_text(sound)
    assert not is_kept
    assert broken in report


def test_foreign_keys_point_down():
    height = {room: -number for number, storey in enumerate(STOREYS) for room in storey}
    upwards = [
        f"{model._meta.label}.{field.name} → {field.related_model._meta.label}"
        for room in LAYERS
        for model in apps.get_app_config(room).get_models()
        for field in model._meta.get_fields()
        if field.is_relation and field.concrete and field.related_model
        if (other := field.related_model._meta.app_label) in height
        if other != room and height[other] >= height[room]
    ]
    assert upwards == []
