"""A call of the programme's page on every screen, and off again."""

import pytest

from live.domain.fire_call import calls_to_fire, end_call, fire_call
from live.refusals import NoSuchCall

pytestmark = [pytest.mark.django_db, pytest.mark.databases]


@pytest.fixture
def call_key(run):
    """The programme asks to open a page elsewhere; the key of that call."""
    value = {
        "act": "page",
        "sentence": "Vas-y.",
        "label": "J’y vais",
        "address": "https://a.example/",
    }
    page = run.programme
    page.calls = [("call", {"moment": "end", "audience": "everybody", **value})]
    page.save()
    page.refresh_from_db()
    return str(page.calls[0].id)


def test_fired_and_taken_off(run, caller, call_key):
    assert [call.key for call in calls_to_fire(run.programme)] == [call_key]
    run = fire_call(run, caller, 1, key=call_key)
    since = run.commands.latest("version").at.isoformat()
    assert run.call == {
        "key": call_key,
        "act": "page",
        "sentence": "Vas-y.",
        "label": "J’y vais",
        "address": "https://a.example/",
        "since": since,
    }
    assert end_call(run, caller, 2).call is None


def test_only_a_call_of_its_page(run, caller, call_key):
    for key in ("", "other"):
        with pytest.raises(NoSuchCall):
            fire_call(run, caller, 1, key=key)
