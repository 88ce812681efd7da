"""Filing a contestation: once, whatever the browser does."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connections

from audience.models import Mail
from campaigns.domain.file_contestation import MOST_PER_NETWORK, file_contestation
from campaigns.models import Contestation
from campaigns.models.claim import new_contestation_key
from campaigns.refusals import TooManyContestations


def made(claim, **values) -> Contestation:
    return Contestation(claim=claim, reason="Les échalotes ne le sont pas.", **values)


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
    assert Mail.objects.count() == 1
