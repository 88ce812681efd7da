"""Filing a contestation: once, whatever the browser does."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.core import mail, signing
from django.db import connections

from campaigns.domain.file_contestation import (
    MOST_PER_NETWORK,
    file_contestation,
    key_of,
    new_ticket,
)
from campaigns.models import Contestation
from campaigns.models.claim import new_contestation_key
from campaigns.refusals import TooManyContestations


def made(claim, **values) -> Contestation:
    return Contestation(claim=claim, reason="Les échalotes ne le sont pas.", **values)


def test_a_ticket_holds_a_key_of_ours():
    ticket = new_ticket()
    assert len(key_of(ticket)) == 22
    for wrong in ("", "abc", ticket + "x", signing.TimestampSigner(salt="other").sign("a" * 22)):
        assert key_of(wrong) is None


def test_an_old_ticket_is_none(monkeypatch):
    ticket = new_ticket()
    monkeypatch.setattr("campaigns.domain.file_contestation.TICKET_LASTS_S", -1)
    assert key_of(ticket) is None


@pytest.mark.django_db
def test_the_same_form_twice_makes_one_and_costs_once(make_claim):
    claim, key = make_claim(), new_contestation_key()
    for _ in range(MOST_PER_NETWORK + 3):
        file_contestation(made(claim, key=key), "192.0.2.7")
    assert Contestation.objects.get().state == "waiting"


@pytest.mark.django_db
def test_a_network_files_so_many(make_claim):
    claim = make_claim()
    for _ in range(MOST_PER_NETWORK):
        file_contestation(made(claim), "192.0.2.7")
    with pytest.raises(TooManyContestations):
        file_contestation(made(claim), "192.0.2.99")
    assert Contestation.objects.count() == MOST_PER_NETWORK


@pytest.mark.databases
@pytest.mark.django_db(transaction=True)
def test_pressed_twice_at_the_same_moment(make_claim):
    claim, key = make_claim(), new_contestation_key()

    def press(_number):
        try:
            return file_contestation(made(claim, key=key, email="zoe@example.org"), "192.0.2.7").pk
        finally:
            connections.close_all()

    with ThreadPoolExecutor(4) as people:
        found = set(people.map(press, range(4)))
    assert found == {Contestation.objects.get().pk}
    assert len(mail.outbox) == 1
