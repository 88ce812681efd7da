"""Events of Stripe's that are believed are read one by one; bodies of all kinds: see the account."""

import json

import pytest

from fundraising.gateways.stripe_events import StripeEvents
from tests.fundraising.gateways.fake_stripe import DATA


def nobody(*args: object, **kwargs: object) -> dict:
    raise AssertionError("nothing is asked about it")


@pytest.mark.parametrize("path", sorted(DATA.glob("*.json")), ids=lambda path: path.stem)
def test_events_of_other_sites_tell_nothing(path, settings):
    settings.PUBLIC_URL = "https://other.example"
    event = json.loads(path.read_text(encoding="utf-8"))
    reads = StripeEvents(lambda *args, **kwargs: {"data": [], "metadata": {}})
    assert reads.read(event) is None


def test_only_what_may_be_ours_is_asked_about():
    for kind in ("payment_intent.created", "checkout.session.expired"):
        event = json.loads((DATA / f"{kind}.json").read_text(encoding="utf-8"))
        StripeEvents(nobody).read(event)
