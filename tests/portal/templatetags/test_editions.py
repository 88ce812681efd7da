"""Templates keep their parts under the edition; a preview keeps nothing for others."""

from types import SimpleNamespace

from media.edition import edition
from portal.templatetags.editions import current_edition


def test_the_edition():
    assert current_edition({}) == edition()
    assert current_edition({"request": SimpleNamespace()}) == edition()


def test_a_preview_is_an_edition_of_its_own():
    request = SimpleNamespace(is_preview=True)
    shown = current_edition({"request": request})
    assert shown != edition()
    assert shown != current_edition({"request": request})
