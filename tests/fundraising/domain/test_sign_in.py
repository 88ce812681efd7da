"""A link from the mailbox lets its supporter in, once; all of their sessions end together."""

from threading import Barrier, Thread

import pytest
from django.contrib.sessions.backends.db import SessionStore
from django.db import connection

from audience.models import MailboxLink
from fundraising.domain.sign_in import (
    begin_session,
    end_all_sessions,
    end_session,
    enter,
    make_link,
    page_behind,
    supporter_behind,
    supporter_of,
)
from fundraising.refusals import LinkIsOver

pytestmark = pytest.mark.django_db


def test_once(make_supporter):
    zoe = make_supporter()
    link = make_link(zoe)
    assert enter(link) == zoe
    zoe.refresh_from_db()
    assert zoe.proved_at is not None
    for over in (link, None):
        with pytest.raises(LinkIsOver):
            enter(over)


def test_whose_and_where_to(fundraiser, make_page_of):
    link = make_link(fundraiser.owner, fundraiser)
    assert (supporter_behind(link), page_behind(link)) == (fundraiser.owner, fundraiser)
    assert page_behind(make_link(fundraiser.owner)) is None
    stolen = make_link(make_page_of("lea@example.org").owner, fundraiser)
    assert page_behind(stolen) is None
    fundraiser.owner.delete()
    assert supporter_behind(link) is page_behind(link) is None
    with pytest.raises(LinkIsOver):
        enter(link)


@pytest.mark.databases
@pytest.mark.django_db(transaction=True)
def test_one_of_many_who_press_at_the_same_moment(make_supporter):
    link = make_link(make_supporter())
    start, entered = Barrier(8), []

    def press() -> None:
        start.wait()
        try:
            entered.append(enter(link))
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


def test_a_session_begins_and_ends(make_supporter):
    zoe, session = make_supporter(), SessionStore()
    begin_session(session, zoe)
    assert supporter_of(session) == zoe
    end_session(session)
    assert supporter_of(session) is None


def test_all_sessions_and_links_end_at_once(make_supporter):
    zoe, here, there = make_supporter(), SessionStore(), SessionStore()
    begin_session(here, zoe)
    begin_session(there, zoe)
    link = make_link(zoe)
    end_all_sessions(zoe)
    assert supporter_of(here) is supporter_of(there) is None
    assert not MailboxLink.objects.filter(used_at=None).exists()
    with pytest.raises(LinkIsOver):
        enter(link)


@pytest.mark.parametrize("held", [None, "1", [1], [1, 2, 3, 4], {"pk": 1}])
def test_odd_sessions_open_nothing(db, held):
    assert supporter_of({"supporter": held}) is None
