"""The steps of a pledge have names in histories."""

import pytest
from django.urls import reverse
from wagtail.log_actions import registry

from campaigns.domain.propose_pledge import propose_pledge


@pytest.mark.parametrize(
    "name",
    [
        *("propose", "countersign", "withdraw", "activate", "amend", "confirm", "reverse"),
        *("expired", "late", "broken", "settled"),
    ],
)
def test_steps_can_be_logged(name):
    registry.scan_for_actions()
    assert registry.action_exists(f"campaigns.pledge.{name}")


@pytest.mark.django_db
def test_the_history_tells_who_did_what(client, admin, make_pledge):
    pledge = propose_pledge(admin, make_pledge(state="draft"), "Léa Martin")
    client.force_login(admin)
    page = client.get(reverse("pledges:history", args=[pledge.pk])).content.decode()
    assert "admin" in page
