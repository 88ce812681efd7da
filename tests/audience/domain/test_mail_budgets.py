"""Few mails a day, whoever asks, and nothing that tells who."""

from datetime import timedelta
from threading import Barrier, Thread

import pytest
from django.db import connection, connections
from django.utils import timezone

from audience.domain import mail_budgets
from audience.domain.mail_budgets import (
    MOST_PER_ADDRESS,
    MOST_PER_NETWORK,
    take_slot_of_address,
    take_slot_of_network,
)
from audience.models import MailSlot

TODAY = timezone.localdate()


@pytest.mark.django_db
@pytest.mark.databases
def test_an_inbox_has_its_slots_each_day():
    spellings = ["zoe@example.org", "Zoe+1@example.org", "zoe+2@EXAMPLE.org", "zoe@example.org"]
    taken = [take_slot_of_address(email, TODAY) for email in spellings]
    assert taken == [True] * MOST_PER_ADDRESS + [False]
    assert take_slot_of_address("lea@example.org", TODAY)
    assert take_slot_of_address("zoe@example.org", TODAY + timedelta(days=1))


@pytest.mark.django_db
@pytest.mark.databases
def test_some_mails_may_still_go_where_others_may_not():
    taken = [take_slot_of_address("zoe@example.org", TODAY, 5) for _ in range(6)]
    assert taken == [True] * 5 + [False]
    assert not take_slot_of_address("zoe@example.org", TODAY)


@pytest.mark.django_db
@pytest.mark.databases
def test_a_network_has_its_slots():
    taken = [take_slot_of_network(f"192.0.2.{n}", TODAY) for n in range(MOST_PER_NETWORK + 1)]
    assert taken == [True] * MOST_PER_NETWORK + [False]
    assert take_slot_of_network("198.51.100.1", TODAY)


@pytest.mark.django_db
def test_rows_name_nobody():
    take_slot_of_address("zoe@example.org", TODAY)
    take_slot_of_network("192.0.2.1", TODAY)
    for slot in MailSlot.objects.all():
        assert "zoe" not in slot.who
        assert "192" not in slot.who


@pytest.mark.django_db(transaction=True)
@pytest.mark.databases
def test_many_at_once_take_no_more_than_there_are():
    mail_budgets.daily_secret(TODAY)
    gate, taken = Barrier(6), []

    def ask():
        gate.wait()
        taken.append(take_slot_of_address("zoe@example.org", TODAY))
        connections.close_all()

    threads = [Thread(target=ask) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sum(taken) == MOST_PER_ADDRESS == MailSlot.objects.count()
    assert connection.vendor in ("sqlite", "postgresql")
