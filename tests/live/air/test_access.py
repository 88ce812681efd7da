"""Who may see a run: asked each time, and a rehearsal never by an address alone."""

import re
from datetime import timedelta

import pytest
from django.contrib.auth.models import AnonymousUser
from django.utils import timezone
from wagtail.models import PageViewRestriction

from live.air.access import air_address, has_grant, may_look_in, read_permit
from live.models import Recording
from media.edition import new_edition
from tests.live.airing import make_live_page, make_run

pytestmark = pytest.mark.django_db


@pytest.fixture
def live_page(house):
    return make_live_page(house)


def guard(live_page):
    PageViewRestriction.objects.create(page=live_page, restriction_type="password", password="x")
    new_edition()


def test_a_public_run(live_page):
    run = make_run(live_page)
    permit = read_permit(run.key)
    assert permit.lets_in(has_grant=False)
    assert permit.is_live
    assert air_address(run) == f"/air/{run.key}/"


def test_no_such_run(db):
    assert read_permit("0" * 16) is None


def test_a_guarded_page_needs_a_grant(live_page):
    run = make_run(live_page)
    guard(live_page)
    permit = read_permit(run.key)
    assert not permit.lets_in(has_grant=False)
    assert permit.lets_in(has_grant=True)
    grant = re.fullmatch(rf"/air/{run.key}~(.+)/", air_address(run))[1]
    assert has_grant(run.key, grant)
    assert not has_grant(make_run(make_live_page_like(live_page)).key, grant)
    assert not has_grant(run.key, "")


def make_live_page_like(live_page):
    class House:
        home = live_page.get_parent().get_parent()

    return make_live_page(House, "Un autre")


def test_a_grant_ends(live_page, monkeypatch):
    run = make_run(live_page)
    guard(live_page)
    grant = air_address(run).split("~")[1].rstrip("/")
    monkeypatch.setattr("live.air.access.GRANT_LIFE_S", -1)
    assert not has_grant(run.key, grant)


def test_a_draft_is_not_public(live_page):
    live_page.unpublish()
    assert not read_permit(make_run(live_page).key).lets_in(has_grant=False)


def test_nothing_but_a_log_in_opens_a_rehearsal(live_page):
    run = make_run(live_page, is_rehearsal=True)
    assert not read_permit(run.key).lets_in(has_grant=True)
    guard(live_page)
    assert "~" not in air_address(run)


def test_after_the_end_the_replay_decides(live_page):
    run = make_run(live_page, ended_at=timezone.now() - timedelta(minutes=14))
    assert read_permit(run.key).is_live
    run.ended_at -= timedelta(minutes=2)
    run.save()
    permit = read_permit(run.key)
    assert (permit.is_live, permit.is_replay_public) == (False, False)
    Recording.objects.create(run=run, is_public=True, head_trim_s=3)
    permit = read_permit(run.key)
    assert (permit.is_replay_public, permit.recording_version) == (True, 1)


def test_who_of_the_team_may_look_in(live_page, make_user, admin):
    assert may_look_in(admin, live_page.pk)
    assert may_look_in(make_user("showcaller", "live.change_run"), live_page.pk)
    assert not may_look_in(make_user("stranger"), live_page.pk)
    assert not may_look_in(None, live_page.pk)
    assert not may_look_in(AnonymousUser(), live_page.pk)
    assert not may_look_in(make_user("lost"), 0)
