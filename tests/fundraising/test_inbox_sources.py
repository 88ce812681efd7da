"""What waits for the team stands in its inbox."""

from datetime import timedelta

import pytest
from django.utils import timezone

from fundraising.inbox_sources import CHANGES, NEWS, PAGES, TEAMS
from qa.enums import TextState
from users.domain.hand_over import hand_over
from users.inbox import source_of

pytestmark = pytest.mark.django_db


def test_pages_and_changes(client, mo, make_page_of):
    old = timezone.now() - timedelta(days=2)
    waiting = make_page_of(state=TextState.PENDING, received_at=old, title="Zoé attend")
    make_page_of(proposed={"title": "x"}, proposed_at=old, title="Zoé change")
    make_page_of(state=TextState.DRAFT, sent_at=None, title="Zoé hésite")
    assert source_of("collection") is PAGES
    assert source_of("page_change") is CHANGES
    client.force_login(mo)
    inbox = client.get("/admin/inbox/").content.decode()
    assert "Zoé attend" in inbox
    assert "Zoé change" in inbox
    assert "Zoé hésite" not in inbox
    assert f"/admin/collections-of-supporters/{waiting.pk}/" in inbox


def test_news(client, mo, make_news):
    waiting = make_news(text="Un navet de plus", state=TextState.PENDING)
    make_news(waiting.fundraiser, text="Déjà lu")
    assert source_of("page_news") is NEWS
    client.force_login(mo)
    inbox = client.get("/admin/inbox/").content.decode()
    assert "Un navet de plus" in inbox
    assert "Déjà lu" not in inbox
    hand_over(NEWS.kind, str(waiting.pk), mo, mo, None)
    waiting.refresh_from_db()
    assert waiting.assigned_to == mo


def test_names_of_teams(client, mo, make_team):
    waiting = make_team(name="Les Navets", state=TextState.PENDING)
    assert source_of("team") is TEAMS
    client.force_login(mo)
    assert "Les Navets" in client.get("/admin/inbox/").content.decode()
    assert "Les Navets" in client.get("/admin/moderation/?kind=team").content.decode()
    hand_over(TEAMS.kind, str(waiting.pk), mo, mo, None)
    waiting.refresh_from_db()
    assert waiting.assigned_to == mo


def test_who_takes_it_on_has_it_on_the_page_too(mo, make_page_of):
    page = make_page_of(state=TextState.PENDING)
    hand_over(PAGES.kind, str(page.pk), mo, mo, None)
    page.refresh_from_db()
    assert page.assigned_to == mo


def test_only_for_those_who_decide(make_user, mo):
    assert PAGES.may_see(mo)
    assert not CHANGES.may_see(make_user("ed"))
