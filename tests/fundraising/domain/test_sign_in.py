"""A link is used once; a session opens one supporter's pages and ends."""

from datetime import timedelta
from threading import Barrier, Thread

import pytest
from django.contrib.sessions.backends.db import SessionStore
from django.db import connection
from django.utils import timezone

from fundraising.domain.sign_in import (
    SESSION_LASTS,
    begin_session,
    end_all_sessions,
    end_session,
    supporter_of,
    use_link,
)
from fundraising.models import SignIn
from fundraising.models.sign_in import LINK_LASTS
from fundraising.refusals import LinkIsOver

pytestmark = pytest.mark.django_db


def test_once(make_supporter):
    zoe = make_supporter()
    link = SignIn.objects.create(supporter=zoe)
    assert use_link(link) == zoe
    zoe.refresh_from_db()
    assert zoe.proved_at is not None
    with pytest.raises(LinkIsOver):
        use_link(link)


def test_not_after_a_day(make_supporter):
    old = timezone.now() - LINK_LASTS - timedelta(seconds=1)
    link = SignIn.objects.create(supporter=make_supporter(), made_at=old)
    assert not link.is_good
    with pytest.raises(LinkIsOver):
        use_link(link)


@pytest.mark.databases
@pytest.mark.django_db(transaction=True)
def test_one_of_many_who_press_at_the_same_moment(make_supporter):
    link = SignIn.objects.create(supporter=make_supporter())
    start, entered = Barrier(8), []

    def press() -> None:
        start.wait()
        try:
            entered.append(use_link(link))
        except LinkIsOver:
            pass
        finally:
            connection.close()

    threads = [Thread(target=press) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(entered) == 1


def test_a_session_gets_a_new_key_and_ends(make_supporter):
    zoe, session = make_supporter(), SessionStore()
    session["fixed"] = True
    session.save()
    key = session.session_key
    begin_session(session, zoe)
    assert session.session_key != key
    assert supporter_of(session) == zoe
    session["supporter"][2] -= SESSION_LASTS.total_seconds() + 1
    assert supporter_of(session) is None
    begin_session(session, zoe)
    end_session(session)
    assert supporter_of(session) is None


def test_all_sessions_and_links_end_at_once(make_supporter):
    zoe, here, there = make_supporter(), SessionStore(), SessionStore()
    begin_session(here, zoe)
    begin_session(there, zoe)
    link = SignIn.objects.create(supporter=zoe)
    end_all_sessions(zoe)
    assert supporter_of(here) is supporter_of(there) is None
    with pytest.raises(LinkIsOver):
        use_link(link)


@pytest.mark.parametrize("held", [None, "1", [1], [1, 2, 3, 4], {"pk": 1}])
def test_odd_sessions_open_nothing(db, held):
    assert supporter_of({"supporter": held}) is None
