"""What was declared wrongly is taken back for all to see, and every sum agrees."""

import pytest
from django.db.models import Sum
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from audience.models import Act, ActCorrection, DailyTotal, Meter
from campaigns.domain.activate_pledge import activate_pledge
from campaigns.domain.amend_pledge import amend_pledge
from campaigns.domain.count_declared import count_declared
from campaigns.domain.decide_declaration import approve_declaration
from campaigns.domain.ledger.recount import recount
from campaigns.domain.ledger.seal import seal
from campaigns.domain.ledger.totals import published_totals
from campaigns.domain.ledger.verify import verify
from campaigns.domain.revoke_declaration import revoke_declaration
from campaigns.models import Declaration, MilestoneReached, Pledge, TallyCorrection
from campaigns.refusals import AlreadyDecided, MayNotDeclare, NotRevocable, WhyMissing
from tests.campaigns.conftest import sums
from tests.campaigns.declared import declare
from tests.campaigns.domain.ledger.conftest import deliver, running

__all__ = ["running"]
pytestmark = [pytest.mark.django_db, pytest.mark.databases]
CLAUSES = [
    {"kind": "base", "quantity": 5},
    {"kind": "per_act", "quantity": 3},
    {"kind": "threshold", "quantity": 20, "acts": 12},
]


@pytest.fixture
def counted(meter, make_user, admin):
    """Declare, approve and count so many acts."""

    def counted(acts):
        editor = make_user(f"edith{Declaration.objects.count()}", "add_declaration")
        declaration = approve_declaration(admin, declare(editor, meter, acts))
        count_declared()
        return declaration

    return counted


def ensure_all_agrees():
    seal()
    for meter in Meter.objects.all():
        days = DailyTotal.objects.filter(meter=meter)
        sums = {
            verdict: days.filter(verdict=verdict).aggregate(Sum("count"))["count__sum"] or 0
            for verdict in ("counted", "refused", "to_verify")
        }
        assert sums == {verdict: getattr(meter, verdict) for verdict in sums}
        assert meter.received == Act.objects.filter(meter=meter).count()
    found = recount()
    assert [str(one) for one in found.differences] == []
    assert found.totals().document() == published_totals().document()
    assert verify().fault is None


def test_the_promise_goes_back(meter, act, running, counted, admin):
    pledge = running(CLAUSES, [{"acts": 12, "title": "Douze"}], cap=500, kinds=["click", "offsite"])
    act(4)
    declaration = counted(10)
    act(2)
    pledge.refresh_from_db()
    assert (pledge.tally, pledge.unlocked) == (16, 5 + 48 + 20)
    revoke_declaration(admin, declaration, "Invoice of another year")
    pledge.refresh_from_db()
    assert (pledge.tally, pledge.unlocked, pledge.state) == (6, 5 + 18, "active")
    assert sums(pledge) == (500, 23, 0)
    correction = TallyCorrection.objects.get()
    assert (correction.acts, correction.quantity) == (10, 50)
    assert "Invoice of another year" in correction.entry.note
    assert Act.objects.filter(verdict="counted").count() == 16
    ensure_all_agrees()
    # True acts unlock it again; the milestone stays reached by whom it was.
    act(6)
    pledge.refresh_from_db()
    assert (pledge.tally, pledge.unlocked) == (12, 5 + 36 + 20)
    assert MilestoneReached.objects.get().act_number == 12
    ensure_all_agrees()


def test_the_campaign_goes_back_for_all_to_see(meter, act, running, counted, admin):
    running(CLAUSES, cap=500, kinds=["click", "offsite"])
    act(4)
    declaration = counted(10)
    act(2)
    revoke_declaration(admin, declaration, "Invoice of another year")
    meter.refresh_from_db()
    assert (meter.counted, meter.refused, meter.received) == (6, 10, 16)
    totals = published_totals()
    assert (totals.acts.counted, totals.reasons("refused")) == (6, {"revoked": 10})
    (newest,) = act(1)
    assert newest.number == 17
    ensure_all_agrees()


def test_what_was_taken_back_is_recounted(meter, running, counted, admin):
    running(CLAUSES, cap=500, kinds=["offsite"])
    revoke_declaration(admin, counted(3), "Wrong")
    Meter.objects.update(taken_back=0, counted=3, refused=0)
    DailyTotal.objects.filter(reason="revoked").delete()
    assert len(recount().differences) == 4
    assert recount(write=True).remaining == []
    ensure_all_agrees()


def test_a_correction_against_its_acts_is_never_mended(meter, running, counted, admin):
    running(CLAUSES, cap=500, kinds=["offsite"])
    revoke_declaration(admin, counted(3), "Wrong")
    ActCorrection.objects.update(acts=2)
    (found,) = recount(write=True).remaining
    assert (found.kept, found.recounted) == (2, 3)
    assert "taken back of paper:" in found.what


def test_a_ceiling_that_was_reached_wrongly(act, running, counted, admin):
    pledge = running([{"kind": "per_act", "quantity": 3}], cap=20, kinds=["click", "offsite"])
    declaration = counted(30)
    pledge.refresh_from_db()
    assert (pledge.state, pledge.unlocked) == ("capped", 20)
    revoke_declaration(admin, declaration, "Twice the same list")
    act(2)
    pledge.refresh_from_db()
    assert (pledge.state, pledge.unlocked, pledge.closed_at) == ("active", 6, None)
    ensure_all_agrees()


def test_also_after_an_amendment(act, running, counted, admin):
    old = running([{"kind": "per_act", "quantity": 3}], cap=90, kinds=["click", "offsite"])
    declaration = counted(5)
    new = amend_pledge(admin, old)
    Pledge.objects.filter(pk=new.pk).update(
        sponsor_signed_by="Léa", beneficiary_signed_by="Omar", state="countersigned"
    )
    new.refresh_from_db()
    new = activate_pledge(admin, new)
    act(1)
    revoke_declaration(admin, declaration, "Wrong")
    new.refresh_from_db()
    assert (new.tally, new.unlocked) == (1, 3)
    ensure_all_agrees()


def test_only_promises_that_count_such_acts(act, running, counted, admin):
    pledge = running([{"kind": "per_act", "quantity": 3}], cap=90, kinds=["click"])
    declaration = counted(5)
    act(1)
    revoke_declaration(admin, declaration, "Wrong")
    pledge.refresh_from_db()
    assert (pledge.tally, pledge.unlocked) == (1, 3)
    assert not TallyCorrection.objects.exists()


def test_what_is_delivered_cannot_be_taken_back(running, counted, admin):
    pledge = running([{"kind": "per_act", "quantity": 3}], cap=90, kinds=["offsite"])
    declaration = counted(5)
    pledge.refresh_from_db()
    deliver(pledge, 10)
    with pytest.raises(NotRevocable):
        revoke_declaration(admin, declaration, "Wrong")
    declaration.refresh_from_db()
    assert declaration.revoked_at is None
    ensure_all_agrees()


def test_what_is_not_written_yet_never_will_be(meter, make_user, admin):
    declaration = declare(make_user("edith", "add_declaration"), meter)
    approve_declaration(admin, declaration)
    revoke_declaration(admin, declaration, "Wrong")
    assert count_declared() == 0
    assert not Act.objects.exists()


def test_refusals(meter, make_user, admin, counted):
    declaration = counted(1)
    with pytest.raises(MayNotDeclare):
        revoke_declaration(make_user("zoe"), declaration, "Wrong")
    with pytest.raises(WhyMissing):
        revoke_declaration(admin, declaration, " ")
    revoke_declaration(admin, declaration, "Wrong")
    with pytest.raises(AlreadyDecided):
        revoke_declaration(admin, declaration, "Wrong")


@hypothesis_settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    steps=st.lists(
        st.tuples(st.sampled_from(["act", "declare", "revoke"]), st.integers(1, 9)), max_size=8
    )
)
def test_in_whatever_order(steps, act, running, counted, admin):
    pledge = running(CLAUSES, cap=60, kinds=["click", "offsite"])
    true_acts, declared, before = 0, [], Meter.objects.get().counted
    for step, size in steps:
        if step == "act":
            act(size)
            true_acts += size
        elif step == "declare":
            declared.append((counted(size), size))
        elif declared:
            revoke_declaration(admin, declared.pop(size % len(declared))[0], "Wrong")
    pledge.refresh_from_db()
    counts = true_acts + sum(size for _, size in declared)
    assert (pledge.tally, Meter.objects.get().counted - before) == (counts, counts)
    found = [str(one) for one in recount().differences]
    assert found == []
