"""What can be asked for is a registry: higher rooms add to it."""

import pytest

from campaigns import call_acts
from campaigns.call_acts import Asked, CallAct, act_choices, act_named, register_act


@pytest.fixture
def own_acts(monkeypatch):
    monkeypatch.setattr(call_acts, "_acts", dict(call_acts._acts))


def test_the_acts_of_the_house():
    assert {"give", "click", "share", "follow", "page", "rebuttal"} <= dict(act_choices()).keys()


def test_one_more(own_acts):
    knit = CallAct(
        "knit", "knit", "A scarf keeps a leek warm.", "Knit", lambda place: Asked("/knit/")
    )
    register_act(knit)
    assert act_named("knit") is knit
    assert ("knit", "knit") in act_choices()


def test_an_act_that_is_gone():
    assert act_named("dance") is None
