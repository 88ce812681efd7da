"""What waits among promises, until it is decided."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from campaigns.enums import ContestationState, PledgeState, RulingKind
from campaigns.inbox_sources import SOURCES
from campaigns.models import Ruling
from tests.campaigns.declared import declare

pytestmark = pytest.mark.django_db
BY_KIND = {source.kind: source for source in SOURCES}
NOW = timezone.now()


def test_contestations_wait_for_their_answer(make_contestation):
    make_contestation(state=ContestationState.REJECTED)
    make_contestation(state=ContestationState.PUBLISHED, answered_at=NOW)
    waiting = [make_contestation(), make_contestation(state=ContestationState.PUBLISHED)]
    source = BY_KIND["contestation"]
    assert list(source.waiting()) == waiting
    entry = source.entry(waiting[0])
    assert (entry.title, entry.within) == (waiting[0].reason, timedelta(days=7))
    assert str(waiting[0].pk) in entry.link


def test_proofs_wait_until_somebody_looked(make_claim):
    make_claim("Sans preuve")
    make_claim("Prouvé", proof_url="https://example.org/", state="proven")
    refused = make_claim("Refusé", proof_url="https://example.org/")
    Ruling.objects.create(claim=refused, kind=RulingKind.UNPROVEN)
    waiting = make_claim(proof_url="https://example.org/", made_on=date(2026, 3, 1))
    source = BY_KIND["claim"]
    assert list(source.waiting()) == [waiting]
    entry = source.entry(waiting)
    assert (entry.title, timezone.localdate(entry.since)) == ("Tout est bio", date(2026, 3, 1))


def test_declarations_wait_for_a_second_person(meter, make_user):
    user = make_user("paul", "campaigns.add_declaration")
    waiting, approved, rejected = (declare(user, meter) for _ in range(3))
    for found, field in ((approved, "approved_at"), (rejected, "rejected_at")):
        type(found).objects.filter(pk=found.pk).update(**{field: NOW})
    source = BY_KIND["declaration"]
    assert list(source.waiting()) == [waiting]
    assert waiting.about in source.entry(waiting).title


def test_a_late_delivery_is_overdue_at_once(make_pledge):
    make_pledge()
    late = make_pledge(state=PledgeState.LATE, delivery_due_on=date(2026, 5, 1))
    source = BY_KIND["late_pledge"]
    assert list(source.waiting()) == [late]
    entry = source.entry(late)
    assert (timezone.localdate(entry.since), entry.within) == (date(2026, 5, 2), timedelta(0))


def test_whose_work_it_is(make_user):
    rights = {
        "contestation": "campaigns.rule_claim",
        "claim": "campaigns.rule_claim",
        "declaration": "campaigns.approve_declaration",
        "late_pledge": "campaigns.change_pledge",
    }
    for kind, right in rights.items():
        user = make_user(kind, right)
        assert {one for one in rights if BY_KIND[one].may_see(user)} == {
            one for one, needed in rights.items() if needed == right
        }
