"""The trees of refusals: drawn as they are, each with a code of its own."""

import re
from types import ModuleType

import pytest

from campaigns import refusals as campaigns_refusals
from media import refusals as media_refusals
from media.refusals import Refused, TooLarge


def kinds(kind: type[Refused]) -> list[type[Refused]]:
    return [found for child in kind.__subclasses__() for found in (child, *kinds(child))]


@pytest.mark.parametrize("module", [media_refusals, campaigns_refusals])
def test_the_drawing_shows_the_classes(module: ModuleType):
    drawn = re.findall(r"[├└]── (\w+)(?: +([A-Z]{3}-\d{3}))?", module.__doc__ or "")
    assert drawn == [
        (kind.__name__, getattr(kind, "code", ""))
        for kind in kinds(Refused)
        if kind.__module__ == module.__name__
    ]


def test_no_code_is_used_twice():
    codes = [kind.code for kind in kinds(Refused) if hasattr(kind, "code")]
    assert len(codes) == len(set(codes))


def test_the_sentence_names_the_values():
    assert "20 GB" in str(TooLarge(limit="20 GB"))
