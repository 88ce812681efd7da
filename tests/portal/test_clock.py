"""What is due again and again."""

from datetime import timedelta

import pytest
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from portal.clock import CHORES, forget_old_tasks, publish_scheduled
from portal.tasks import render_demo_film

pytestmark = pytest.mark.django_db


def test_every_chore_runs_on_an_empty_site(roots):
    assert len({chore.name for chore in CHORES}) == len(CHORES)
    for chore in CHORES:
        chore.run()


def test_a_page_appears_at_its_hour(make_page, client, monkeypatch):
    page = make_page("Demain", live=False)
    page.go_live_at = timezone.now() + timedelta(hours=1)
    page.save_revision().publish()
    publish_scheduled()
    assert client.get(page.url).status_code == 404

    tomorrow = timezone.now() + timedelta(days=1)
    monkeypatch.setattr(timezone, "now", lambda: tomorrow)
    publish_scheduled()
    assert "Demain" in client.get(page.url).text


def test_an_expired_page_goes(make_page, client):
    page = make_page()
    page.expire_at = timezone.now() - timedelta(minutes=1)
    page.save()
    publish_scheduled()
    assert client.get(page.url).status_code == 404


def test_old_tasks_are_forgotten():
    old, fresh = (render_demo_film.enqueue("rien") for _ in range(2))
    DBTaskResult.objects.filter(pk=old.id).update(started_at=timezone.now() - timedelta(days=2))
    DBTaskResult.objects.filter(pk=fresh.id).update(started_at=timezone.now())
    forget_old_tasks()
    assert [str(pk) for pk in DBTaskResult.objects.values_list("pk", flat=True)] == [fresh.id]
