"""Links prove a mailbox once; sessions last two weeks."""

from datetime import timedelta

import pytest
from django.contrib.sessions.backends.db import SessionStore
from django.utils import timezone

from audience.domain import mailbox_links as links
from audience.models import MailboxLink

pytestmark = [pytest.mark.django_db, pytest.mark.databases]


@pytest.fixture
def link():
    return MailboxLink.objects.create(purpose="leek", key="zoe")


def test_found_by_our_signature_alone(link):
    token = links.token_of(link)
    assert links.link_in(token, "leek") == link
    for wrong in (f"{token}x", f"9{token}", str(link.pk), ""):
        assert links.link_in(wrong, "leek") is None
    assert links.link_in(token, "onion") is None


def test_used_once(link):
    assert links.use_link(link)
    assert not links.use_link(link)


def test_too_old_or_ended(link):
    links.end_links("leek", "zoe")
    assert not links.use_link(link)
    old = MailboxLink.objects.create(
        purpose="leek", key="zoe", made_at=timezone.now() - timedelta(days=2)
    )
    assert not links.use_link(old)


def test_sessions():
    session = SessionStore()
    session.save()
    before = session.session_key
    links.begin_session(session, "leek", "zoe", 3)
    assert session.session_key != before
    assert links.key_in(session, "leek") == ("zoe", 3)
    assert links.key_in(session, "onion") is None
    session["leek"] = ["zoe", 3, timezone.now().timestamp() - 15 * 24 * 3600]
    assert links.key_in(session, "leek") is None
    session["leek"] = "zoe"
    assert links.key_in(session, "leek") is None
    links.end_session(session, "leek")
    links.end_session(session, "leek")
    assert "leek" not in session


def test_forgotten_after_a_week(link):
    MailboxLink.objects.create(
        purpose="leek", key="max", made_at=timezone.now() - timedelta(days=8)
    )
    assert links.forget_links() == 1
    assert list(MailboxLink.objects.all()) == [link]
