"""What nobody proved is forgotten in a week, an answered offer in a year."""

from datetime import timedelta

import pytest
from django.core.files.storage import default_storage
from django.utils import timezone

from projects.domain.end_project import withdraw_project
from projects.domain.forget_unproved import forget_unproved
from projects.models import Offer, Project
from qa.domain.decide import decide
from qa.enums import Action

pytestmark = pytest.mark.django_db


def test_what_is_old_goes(propose, project, make_offer):
    old, fresh = propose(title="Vieux", picture=b"jpeg"), propose(title="Frais")
    eight_days, a_year = (timezone.now() - timedelta(days=days) for days in (8, 366))
    Project.objects.filter(pk__in=(old.pk, project.pk)).update(received_at=eight_days)
    unproved = make_offer(proved_at=None, made_at=eight_days)
    answered = make_offer(answered_at=a_year)
    waiting = make_offer(made_at=eight_days)
    assert forget_unproved() == 3
    assert set(Project.objects.all()) == {fresh, project}
    assert list(Offer.objects.all()) == [waiting]
    assert not default_storage.exists(old.picture)
    assert {unproved.pk, answered.pk}.isdisjoint(Offer.objects.values_list("pk", flat=True))


def test_what_is_over_is_erased_in_a_year(project, publish, sent, mo):
    refused = decide(sent("b@example.org", title="Refusé"), Action.REJECT, user=mo, reason="hate")
    gone = withdraw_project(publish("c@example.org", title="Retiré"))
    fresh = withdraw_project(publish("d@example.org", title="Hier"))
    a_year = timezone.now() - timedelta(days=366)
    Project.objects.exclude(pk=fresh.pk).update(decided_at=a_year)
    assert forget_unproved() == 2
    assert not Project.objects.filter(pk=refused.pk).exists()
    assert Project.objects.get(pk=gone.pk).title == ""
    assert {one.title for one in Project.objects.exclude(title="")} == {project.title, "Hier"}
    assert forget_unproved() == 0
