"""Work changes hands once: of two who take it at the same instant one gets it."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest
from django.db import connection

from users import inbox
from users.domain.hand_over import hand_over
from users.errors import InboxRefused, MayNotHandle, MayNotReceive, NothingWaits, TakenMeanwhile
from users.inbox import Owners
from users.models import Charge

pytestmark = [pytest.mark.django_db, pytest.mark.databases, pytest.mark.usefixtures("kinds")]


@pytest.fixture
def zoe(make_user):
    return make_user("zoe sowing")


@pytest.fixture
def max_(make_user):
    return make_user("max sowing")


@pytest.fixture
def work(make_work):
    return str(make_work("sowing").pk)


def owner():
    return Charge.objects.get().owner


def test_taken_handed_over_and_given_back(zoe, max_, work):
    hand_over("sowing", work, zoe, zoe, None)
    assert owner() == zoe
    hand_over("sowing", work, zoe, max_, zoe.pk)
    assert owner() == max_
    hand_over("sowing", work, zoe, None, max_.pk)
    assert owner() is None
    hand_over("sowing", work, max_, max_, None)
    assert owner() == max_


def test_twice_is_fine(zoe, work):
    for _ in range(2):
        hand_over("sowing", work, zoe, zoe, None)
    assert owner() == zoe


def test_who_looks_at_an_old_page_reads_who_has_it(zoe, max_, work):
    hand_over("sowing", work, zoe, zoe, None)
    for seen in (None, max_.pk):
        with pytest.raises(TakenMeanwhile) as refused:
            hand_over("sowing", work, max_, max_, seen)
        assert "zoe sowing" in str(refused.value)
    assert Charge.objects.get().owner == zoe


def test_an_owner_that_only_the_source_knew_is_taken_from(zoe, max_, work):
    hand_over("sowing", work, max_, max_, zoe.pk)
    assert owner() == max_


def test_an_owner_that_never_was(zoe, work):
    with pytest.raises(TakenMeanwhile):
        hand_over("sowing", work, zoe, zoe, 999_999)


def test_only_with_the_right_and_only_what_waits(zoe, make_user, make_work, work):
    stranger, gone = make_user("ana"), make_user("lea sowing", is_active=False)
    other = str(make_work("weeding").pk)
    for refusal, values in [
        (MayNotHandle, ("sowing", work, stranger, stranger)),
        (MayNotHandle, ("weeding", other, zoe, zoe)),
        (MayNotHandle, ("burning", work, zoe, zoe)),
        (MayNotReceive, ("sowing", work, zoe, stranger)),
        (MayNotReceive, ("sowing", work, zoe, gone)),
        (NothingWaits, ("sowing", other, zoe, zoe)),
        (NothingWaits, ("sowing", "x", zoe, zoe)),
        (NothingWaits, ("sowing", "²", zoe, zoe)),
        (NothingWaits, ("sowing", "9" * 30, zoe, zoe)),
    ]:
        with pytest.raises(refusal):
            hand_over(*values, None)
    assert not Charge.objects.exists()


def test_a_source_that_keeps_its_owners_is_asked_for_it(zoe, max_, work, monkeypatch):
    told = []
    owners = Owners("pk", lambda *values: told.append(values))
    monkeypatch.setitem(inbox._sources, "sowing", replace(inbox._sources["sowing"], owners=owners))
    hand_over("sowing", work, zoe, max_, None)
    assert told == [(work, zoe, max_, None)]
    assert not Charge.objects.exists()


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("was_there", [False, True])
def test_of_many_at_the_same_instant_one_gets_it(make_user, work, was_there):
    people = [make_user(f"{name} sowing") for name in ("ana", "bob", "cleo", "dan")]
    if was_there:
        Charge.objects.create(kind="sowing", key=work, owner=None)

    def take(person):
        try:
            hand_over("sowing", work, person, person, None)
            return person.username
        except InboxRefused as refusal:
            return str(refusal)
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as threads:
        told = list(threads.map(take, people))
    winner = Charge.objects.get().owner
    assert told.count(winner.username) == 1
    assert all(winner.username in one for one in told)
