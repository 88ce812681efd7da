"""Each module has its twin among the tests, at the same place under the same name."""

from tests.architecture.test_layers import LAYERS
from tests.conftest import REPOSITORY

# They declare and decide nothing: the pages' tests pass through them.
DECLARATIONS = {"__init__.py", "admin_urls.py", "apps.py", "enums.py", "urls.py"}
# One machine of many small parts: its tests put films in and look at what comes out.
MACHINES = ("media/gateways/ffmpeg/",)
# Sentences by subject: one test reads all of them.
SENTENCES = ("campaigns/refusals/",)


def test_every_module_has_its_twin():
    orphans = [
        str(module.relative_to(REPOSITORY))
        for room in LAYERS
        for module in sorted((REPOSITORY / room).rglob("*.py"))
        if module.name not in DECLARATIONS and "migrations" not in module.parts
        if not str(module.relative_to(REPOSITORY)).startswith(MACHINES + SENTENCES)
        if not (
            REPOSITORY / "tests" / module.parent.relative_to(REPOSITORY) / f"test_{module.name}"
        ).exists()
    ]
    assert orphans == []
