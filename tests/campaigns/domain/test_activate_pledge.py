"""A pledge takes effect: what is promised stands in the ledger, and acts begin to count."""

from datetime import timedelta

import pytest
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from wagtail.models import ModelLogEntry

from campaigns.domain.activate_pledge import activate_pledge
from campaigns.domain.amend_pledge import amend_pledge
from campaigns.domain.confirm_delivery import Report, confirm_delivery
from campaigns.enums import PledgeState
from campaigns.models import LedgerEntry, MilestoneReached, Pledge
from campaigns.refusals import (
    DueBeforeEnd,
    EndBeforeStart,
    EndIsPast,
    GivesLessThanBefore,
    MayNotPledge,
    MilestoneIsPast,
    NoCeiling,
    NoClause,
    NothingToGive,
    OtherUnit,
    ReplacedIsOver,
    SignatureMissing,
    WrongStep,
)
from tests.campaigns.conftest import KG, proof, sums

pytestmark = [pytest.mark.django_db, pytest.mark.databases]
BASE = {"kind": "base", "quantity": 110 * KG}
PER_ACT = {"kind": "per_act", "quantity": 2 * KG}


def lines(pledge: Pledge) -> list[tuple]:
    return list(pledge.entries.order_by("pk").values_list("kind", "reverses", "quantity"))


def test_it_writes_what_is_promised_and_given_outright(signed, admin, act):
    pledge = signed([BASE, PER_ACT], cap=150 * KG)
    version = pledge.meter.version
    pledge = activate_pledge(admin, pledge)
    assert (pledge.state, pledge.unlocked) == (PledgeState.ACTIVE, 110 * KG)
    assert lines(pledge) == [("promised", "", 150 * KG), ("unlocked", "", 110 * KG)]
    pledge.meter.refresh_from_db()
    assert pledge.meter.version == version + 1
    act(1)
    pledge.refresh_from_db()
    assert pledge.unlocked == 112 * KG
    assert ModelLogEntry.objects.filter(action="campaigns.pledge.activate", user=admin).exists()


def test_nothing_given_outright_writes_no_line(signed, admin):
    pledge = activate_pledge(admin, signed([PER_ACT], cap=9 * KG))
    assert lines(pledge) == [("promised", "", 9 * KG)]


def test_what_is_all_given_outright_has_reached_its_ceiling(signed, admin):
    pledge = activate_pledge(admin, signed([BASE], cap=110 * KG))
    assert (pledge.state, pledge.unlocked) == (PledgeState.CAPPED, 110 * KG)


NOW = timezone.now()


@pytest.mark.parametrize(
    ("refusal", "clauses", "values"),
    [
        (NoCeiling, [PER_ACT], {"cap": 0}),
        (NoClause, [], {}),
        (NothingToGive, [{"kind": "match", "quantity": 50}], {}),
        (SignatureMissing, [PER_ACT], {"sponsor_signed_by": ""}),
        (SignatureMissing, [PER_ACT], {"beneficiary_signed_by": ""}),
        (EndBeforeStart, [PER_ACT], {"ends_at": NOW - timedelta(days=2)}),
        (
            EndIsPast,
            [PER_ACT],
            {"starts_at": NOW - timedelta(days=3), "ends_at": NOW - timedelta(days=2)},
        ),
        (DueBeforeEnd, [PER_ACT], {"delivery_due_on": NOW.date()}),
        (WrongStep, [PER_ACT], {"state": PledgeState.ACTIVE}),
        (WrongStep, [PER_ACT], {"state": PledgeState.BROKEN}),
    ],
)
def test_what_is_not_right_does_not_take_effect(signed, admin, refusal, clauses, values):
    pledge = signed(clauses, **values)
    with pytest.raises(refusal) as refused:
        activate_pledge(admin, pledge)
    assert len(str(refused.value)) > 40
    state = pledge.state
    pledge.refresh_from_db()
    assert (pledge.state, pledge.unlocked, LedgerEntry.objects.count()) == (state, 0, 0)


def test_editors_write_and_do_not_activate(signed, editor):
    with pytest.raises(MayNotPledge):
        activate_pledge(editor, signed())


def sign(pledge: Pledge, **values: object) -> Pledge:
    for name, value in {
        "sponsor_signed_by": "Léa",
        "beneficiary_signed_by": "Omar",
        "state": PledgeState.COUNTERSIGNED,
        **values,
    }.items():
        setattr(pledge, name, value)
    pledge.save()
    return pledge


def test_a_new_version_goes_on_where_the_old_one_stands(signed, admin, act):
    old = activate_pledge(admin, signed([BASE, PER_ACT], [{"acts": 3, "title": "3"}], cap=150 * KG))
    act(5)
    document = proof()
    confirm_delivery(admin, old, Report(50 * KG, NOW.date(), "Lille", document, note="par lettre"))
    draft = amend_pledge(admin, old)
    act(1)
    new = activate_pledge(admin, sign(draft, cap=200 * KG))
    old.refresh_from_db()
    assert (old.state, old.tally, old.unlocked) == (PledgeState.AMENDED, 6, 122 * KG)
    assert (new.tally, new.unlocked, new.delivered) == (6, 122 * KG, 50 * KG)
    assert (old.latest, new.versions) == (new, [old, new])
    assert sums(old) == (50 * KG, 50 * KG, 50 * KG)
    assert sums(old, new) == (200 * KG, 122 * KG, 50 * KG)
    [outcome] = act(1)
    assert outcome.gifts == [[new.pk, 2 * KG]]
    old.refresh_from_db()
    assert (old.tally, old.unlocked) == (6, 122 * KG)
    assert [reached.milestone.pledge for reached in MilestoneReached.objects.order_by("pk")] == [
        old,
        new,
    ]
    assert len(set(MilestoneReached.objects.values_list("act_number", "reached_at"))) == 1


def test_a_new_version_may_give_more_for_the_acts_so_far(signed, admin, act):
    old = activate_pledge(admin, signed([PER_ACT], cap=100 * KG))
    act(2)
    draft = amend_pledge(admin, old)
    draft.clauses.update(quantity=5 * KG)
    new = activate_pledge(admin, sign(draft))
    assert (new.tally, new.unlocked) == (2, 10 * KG)
    assert sums(old, new) == (100 * KG, 10 * KG, 0)


def test_a_new_version_never_takes_back(signed, admin, act):
    old = activate_pledge(admin, signed([PER_ACT], cap=100 * KG))
    act(2)
    draft = amend_pledge(admin, old)
    draft.clauses.update(quantity=1 * KG)
    sign(draft)
    with pytest.raises(GivesLessThanBefore, match="2.kg.+4.kg"):
        activate_pledge(admin, draft)
    old.refresh_from_db()
    assert old.state == PledgeState.ACTIVE


def test_what_a_new_version_may_not_change(signed, admin, act):
    old = activate_pledge(admin, signed([PER_ACT], cap=100 * KG))
    act(2)
    draft = amend_pledge(admin, old)
    milestone = draft.milestones.create(acts=1, title="Trop tard")
    with pytest.raises(MilestoneIsPast, match="Trop tard"):
        activate_pledge(admin, sign(draft))
    milestone.delete()
    with pytest.raises(OtherUnit):
        activate_pledge(admin, sign(draft, unit="ml"))
    sign(draft, unit="g")
    Pledge.objects.filter(pk=old.pk).update(state=PledgeState.EXPIRED)
    with pytest.raises(ReplacedIsOver):
        activate_pledge(admin, draft)


@settings(
    max_examples=15,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    first=st.integers(1, 9),
    steps=st.lists(st.tuples(st.integers(0, 4), st.integers(0, 5), st.integers(0, 20)), max_size=3),
)
def test_whatever_is_amended_sums_stay_true(signed, admin, act, first, steps):
    """Acts, deliveries and amendments in any order: lines and figures agree, nothing goes down."""
    pledge = activate_pledge(admin, signed([{"kind": "per_act", "quantity": first}], cap=50))
    versions = [pledge]
    for acts, more, arrived in steps:
        act(acts)
        pledge.refresh_from_db()
        arrived = min(arrived, pledge.unlocked - pledge.delivered)
        if arrived:
            report = Report(arrived, NOW.date(), "Lille", proof(), note="par lettre")
            confirm_delivery(admin, pledge, report)
        before = pledge.unlocked
        draft = amend_pledge(admin, pledge)
        draft.clauses.update(quantity=first + more)
        pledge = activate_pledge(admin, sign(draft, cap=pledge.cap + more))
        first += more
        versions.append(pledge)
        assert pledge.unlocked >= before
    for version in versions:
        promised, unlocked, delivered = sums(version)
        assert 0 <= delivered <= unlocked <= promised
    assert sums(*versions) == (pledge.cap, pledge.unlocked, pledge.delivered)
