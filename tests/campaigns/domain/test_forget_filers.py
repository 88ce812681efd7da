"""Addresses left with contestations go when they have served, not before."""

from datetime import timedelta

import pytest
from django.utils import timezone

from audience.domain.erase_addresses import KEPT, LONGEST
from audience.domain.queue_letter import queue_letter
from audience.models import Mail
from campaigns.domain.forget_filers import forget_filers
from campaigns.domain.tell_filer import OCCASION, STEPS
from campaigns.enums import ContestationState, RulingKind
from campaigns.models import Contestation, Ruling

pytestmark = [pytest.mark.django_db, pytest.mark.databases]
A_DAY = timedelta(days=1)
NOW = timezone.now()
OLD, YOUNG = NOW - KEPT - A_DAY, NOW - KEPT + A_DAY
REJECTED = {"state": ContestationState.REJECTED}
PUBLISHED = {"state": ContestationState.PUBLISHED}


@pytest.fixture
def ruled(make_contestation):
    """File a contestation that was decided about at these moments."""

    def make(*moments, **values):
        found = make_contestation(email="zoe@example.org", **values)
        for moment in moments:
            ruling = Ruling.objects.create(contestation=found, kind=RulingKind.REJECTED)
            Ruling.objects.filter(pk=ruling.pk).update(ruled_at=moment)
        return found

    return make


def with_address():
    return set(Contestation.objects.exclude(email=""))


def test_a_month_after_the_last_decision(ruled):
    kept = {
        ruled(),
        ruled(OLD, **PUBLISHED),
        ruled(YOUNG, **REJECTED),
        ruled(OLD, YOUNG, **REJECTED),
        ruled(OLD, YOUNG, answered_at=YOUNG, **PUBLISHED),
    }
    ruled(OLD, **REJECTED)
    ruled(OLD, OLD, answered_at=OLD, **PUBLISHED)
    assert forget_filers() == 2
    assert with_address() == kept
    assert forget_filers() == 0


def test_what_is_published_waits_a_year_for_its_answer_and_what_is_not_read_for_ever(ruled):
    waits, young, old = ruled(), ruled(OLD, **PUBLISHED), ruled(OLD, **PUBLISHED)
    long_ago = Contestation.objects.filter(pk__in=(waits.pk, old.pk))
    long_ago.update(filed_at=NOW - LONGEST - A_DAY)
    assert forget_filers() == 1
    assert with_address() == {waits, young}


def test_mails_to_a_forgotten_address_go_along(ruled):
    gone = ruled(OLD, **REJECTED)
    for step in STEPS:
        queue_letter(OCCASION, f"{gone.pk}:{step}", gone.email, "fr")
    forget_filers()
    assert not Mail.objects.exists()
