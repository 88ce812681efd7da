"""Why a heartbeat is not taken: each refusal has its code, its status and its sentence."""

import re

import pytest
from django.utils import timezone

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


def kinds_below(kind):
    return [leaf for one in kind.__subclasses__() for leaf in (kinds_below(one) or [one])]


OFFSITE = kinds_below(errors.OffsiteRefused)


def test_the_drawing_of_acts_elsewhere():
    tree = errors.__doc__.split("OffsiteRefused", 1)[1]
    drawn = re.findall(r"── (\w+) +([A-Z]{3}-\d{3})", tree)
    assert sorted(drawn) == sorted((kind.__name__, kind.code) for kind in OFFSITE)
    assert len({code for _, code in drawn}) == len(OFFSITE)


@pytest.mark.parametrize("kind", OFFSITE)
def test_acts_elsewhere_are_refused_with_a_sentence(kind):
    needed = re.findall(r"%\((\w+)\)s", str(kind.sentence))
    refusal = kind(**{name: timezone.now() for name in needed})
    assert 400 <= refusal.status < 600
    assert str(refusal).endswith(".")
    assert "%(" not in str(refusal)
