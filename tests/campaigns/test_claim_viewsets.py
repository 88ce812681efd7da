"""Causes, partnerships, claims and contestations in the CMS: who writes, who reads."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Group
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from wagtail.models import Locale

from campaigns.claim_viewsets import CauseViewSet
from campaigns.models import Cause, Contestation

pytestmark = pytest.mark.django_db


@pytest.fixture
def writer(make_user):
    user = make_user("edith")
    user.groups.add(Group.objects.get(name="Editors"))
    return user


def test_editors_write_causes_partnerships_and_claims(client, writer):
    client.force_login(writer)
    values = {"name": "Donner", "slug": "donner", "summary": "Un peu.", "colour": "sun"}
    assert client.post(reverse(CauseViewSet().get_url_name("add")), values).status_code == 302
    assert Cause.objects.get().locale == Locale.get_default()
    for name in ("partnerships", "claims"):
        assert client.get(reverse(f"{name}:add")).status_code == 200


def test_editors_do_not_moderate(client, writer, make_contestation):
    contestation = make_contestation()
    client.force_login(writer)
    assert client.get(reverse("contestations:index")).status_code == 302
    claim = contestation.claim
    assert client.get(reverse("claims:inspect", args=[claim.pk])).status_code == 200
    for room, pk, name in (
        ("claims", claim.pk, "accept"),
        ("contestations", contestation.pk, "publish"),
    ):
        assert client.post(reverse(f"{room}:decide", args=[pk, name])).status_code == 302
    contestation.refresh_from_db()
    assert contestation.state == "waiting"


def test_nobody_deletes(client, admin, make_contestation):
    contestation = make_contestation()
    client.force_login(admin)
    for room, pk in (("claims", contestation.claim.pk), ("contestations", contestation.pk)):
        with pytest.raises(NoReverseMatch):
            reverse(f"{room}:delete", args=[pk])
        for page in ("index", *(["edit"] if room == "claims" else [])):
            args = [pk] if page == "edit" else []
            assert client.get(reverse(f"{room}:{page}", args=args)).status_code == 200


def test_what_waits_for_more_than_a_week_is_red(client, moderator, make_contestation):
    old, new = make_contestation(), make_contestation(reason="Et les poireaux, alors ?")
    Contestation.objects.filter(pk=old.pk).update(filed_at=timezone.now() - timedelta(days=8))
    client.force_login(moderator)
    page = client.get(reverse("contestations:index")).text
    assert page.count('class="overdue"') == 1
    assert page.index(old.reason) < page.index(new.reason)
