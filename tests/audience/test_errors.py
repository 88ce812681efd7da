"""Why a heartbeat is not taken: each refusal has its code, its status and its sentence."""

import re

import pytest

from audience import errors
from audience.errors import FollowRefused, PlayRefused

REFUSALS = PlayRefused.__subclasses__()
WISHES = FollowRefused.__subclasses__()


def test_the_drawing_shows_the_classes():
    drawn = re.findall(r"── (\w+) +(PLY-\d{3})", errors.__doc__)
    assert drawn == [(kind.__name__, kind.code) for kind in REFUSALS]
    assert len({code for _, code in drawn}) == len(REFUSALS) == 8


def test_the_drawing_shows_the_refusals_of_wishes():
    drawn = re.findall(r"── (\w+) +(FLW-\d{3})", errors.__doc__)
    assert drawn == [(kind.__name__, kind.code) for kind in WISHES]


@pytest.mark.parametrize("kind", REFUSALS + WISHES)
def test_a_refusal_says_what_to_do(kind):
    assert 400 <= kind().status < 600
    assert str(kind.sentence).endswith(".")
