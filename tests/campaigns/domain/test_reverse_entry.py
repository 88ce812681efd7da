"""A correction is a line of its own."""

from datetime import timedelta

import pytest
from django.utils import timezone

from campaigns.domain.activate_pledge import activate_pledge
from campaigns.domain.amend_pledge import amend_pledge
from campaigns.domain.confirm_delivery import Report, confirm_delivery
from campaigns.domain.reverse_entry import left_of, reverse_entry
from campaigns.enums import PledgeState
from campaigns.models import Pledge
from campaigns.refusals import (
    AlreadyDelivered,
    MayNotPledge,
    MoreThanWritten,
    NotReversible,
    ReasonMissing,
    StillCounting,
)
from tests.campaigns.conftest import proof, sums

pytestmark = [pytest.mark.django_db, pytest.mark.databases]


@pytest.fixture
def running(signed, admin):
    """A pledge of 20, all of it unlocked, 12 of it delivered."""
    pledge = activate_pledge(admin, signed([{"kind": "base", "quantity": 20}], cap=20))
    deliver(admin, pledge, 12)
    pledge.refresh_from_db()
    return pledge


def deliver(admin: object, pledge: Pledge, quantity: int) -> None:
    today = timezone.localdate()
    confirm_delivery(admin, pledge, Report(quantity, today, "Lille", proof(), note="lettre"))


def test_a_delivery_is_taken_back_in_parts(running, admin):
    entry = running.entries.get(kind="delivered")
    written = reverse_entry(admin, entry, "Pesée fausse", 5)
    assert (written.kind, written.reverses, written.quantity) == ("reversed", "delivered", 5)
    assert (written.note, written.corrects) == ("Pesée fausse", entry)
    running.refresh_from_db()
    assert (running.delivered, left_of(entry)) == (7, 7)
    with pytest.raises(MoreThanWritten):
        reverse_entry(admin, entry, "Encore", 8)
    assert sums(running) == (20, 20, 7)


def test_a_kept_word_opens_again(running, admin):
    deliver(admin, running, 8)
    past = timezone.now() - timedelta(days=9)
    Pledge.objects.update(state="settled", ends_at=past, delivery_due_on=past.date())
    reverse_entry(admin, running.entries.filter(kind="delivered").last(), "Jamais arrivé", 8)
    running.refresh_from_db()
    assert (running.state, running.delivered) == (PledgeState.LATE, 12)


def test_unlocked_goes_back_only_when_no_act_can_unlock_it_again(running, admin):
    entry = running.entries.get(kind="unlocked")
    with pytest.raises(StillCounting):
        reverse_entry(admin, entry, "Faux", 1)
    past = timezone.now() - timedelta(days=9)
    Pledge.objects.update(state="expired", ends_at=past)
    with pytest.raises(AlreadyDelivered):
        reverse_entry(admin, entry, "Faux", 9)
    reverse_entry(admin, entry, "Faux", 8)
    running.refresh_from_db()
    assert (running.unlocked, running.delivered, running.state) == (12, 12, "settled")


def test_what_cannot_be_taken_back(running, admin, editor):
    entry, promise = running.entries.get(kind="delivered"), running.entries.get(kind="promised")
    for user, line, reason, quantity, refusal in (
        (editor, entry, "Faux", 1, MayNotPledge),
        (admin, entry, " ", 1, ReasonMissing),
        (admin, entry, "Faux", 0, MoreThanWritten),
        (admin, entry, "Faux", 13, MoreThanWritten),
        (admin, promise, "Faux", 1, NotReversible),
    ):
        with pytest.raises(refusal):
            reverse_entry(user, line, reason, quantity)
    back = reverse_entry(admin, entry, "Faux", 1)
    with pytest.raises(NotReversible):
        reverse_entry(admin, back, "Juste, en fait", 1)


def test_an_old_versions_delivery_is_owed_by_the_new_one(running, admin):
    draft = amend_pledge(admin, running)
    Pledge.objects.filter(pk=draft.pk).update(
        cap=30, state="countersigned", sponsor_signed_by="Léa", beneficiary_signed_by="Omar"
    )
    new = activate_pledge(admin, draft)
    entry = running.entries.get(kind="delivered")
    reverse_entry(admin, entry, "Pesée fausse", 2)
    new.refresh_from_db()
    assert (new.unlocked, new.delivered) == (20, 10)
    deliver(admin, new, 10)
    assert (sums(running), sums(new)) == ((10, 10, 10), (20, 10, 10))
    with pytest.raises(NotReversible):
        reverse_entry(admin, running.entries.filter(kind="unlocked").first(), "Faux", 1)
