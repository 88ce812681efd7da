"""The rows alone give every total again, to the byte; what was changed by hand shows."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from audience.enums import Reason
from audience.models import Act, DailyTotal, Meter
from campaigns.domain.activate_pledge import activate_pledge
from campaigns.domain.amend_pledge import amend_pledge
from campaigns.domain.ledger.recount import recount
from campaigns.domain.ledger.seal import seal
from campaigns.domain.ledger.totals import published_totals
from campaigns.models import LedgerEntry, Pledge
from tests.campaigns.domain.ledger.conftest import STEPS, deliver

pytestmark = [pytest.mark.django_db, pytest.mark.databases]


def assert_recount_agrees() -> None:
    found = recount()
    assert [str(one) for one in found.differences] == []
    assert found.totals().document() == published_totals().document()


def test_an_empty_site(db):
    assert_recount_agrees()


@settings(
    max_examples=15,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.lists(st.tuples(st.sampled_from(STEPS), st.integers(1, 5)), max_size=10))
def test_every_life_of_a_pledge_recounts_to_the_same_bytes(live, steps):
    live(steps, kinds=["click", "view"])
    assert_recount_agrees()


def test_refused_acts_and_acts_to_verify(three_batches, act, settings):
    settings.ACTS_PER_NETWORK = 2
    act(3, network="école", kind="view")
    act(2, refusal=Reason.BOT)
    act(1, host="blog")
    assert_recount_agrees()
    assert Meter.objects.get().to_verify == 1


def test_a_new_version_goes_on_from_the_old_one(three_batches, act, admin):
    draft = amend_pledge(admin, three_batches)
    Pledge.objects.filter(pk=draft.pk).update(
        cap=11_000, state="countersigned", sponsor_signed_by="L", beneficiary_signed_by="O"
    )
    new = activate_pledge(admin, draft)
    act(2)
    new.refresh_from_db()
    deliver(new, 700)
    assert (new.tally, new.unlocked, new.delivered) == (7, 11_000, 1_200)
    seal()
    assert_recount_agrees()


def test_totals_changed_by_hand_are_found_and_mended(three_batches, act):
    act(2, refusal=Reason.BOT)
    before = published_totals().document()
    Meter.objects.update(counted=99, refused=0)
    Pledge.objects.update(tally=3, unlocked=9_000, delivered=1)
    DailyTotal.objects.filter(reason="bot").delete()
    DailyTotal.objects.filter(reason="").update(count=6)
    meter = Meter.objects.get()
    day = {"meter": meter, "day": date(2026, 1, 1), "kind": "like", "verdict": "counted"}
    DailyTotal.objects.create(**day, count=4)
    found = recount()
    assert len(found.remaining) == len(found.differences) == 8
    assert f"meter {meter.key}, counted: kept 99, recounted 5" in map(str, found.differences)
    assert f"meter {meter.key}, 2026-01-01 like counted: kept 4, recounted 0" in map(
        str, found.differences
    )
    assert Meter.objects.get().counted == 99, "nothing is written unless asked"
    mended = recount(write=True)
    assert len(mended.differences) == 8
    assert mended.remaining == []
    assert published_totals().document() == before
    assert Meter.objects.get().version == meter.version + 1
    assert_recount_agrees()


def test_a_day_alone_is_mended_too(three_batches):
    DailyTotal.objects.update(count=1)
    assert recount(write=True).remaining == []
    assert_recount_agrees()


def test_acts_and_ledger_against_each_other_are_never_mended(three_batches):
    LedgerEntry.objects.filter(kind="unlocked").last().delete()
    Act.objects.filter(number=1).update(gifts=[])
    found = [str(one) for one in recount(write=True).remaining]
    name = f"pledge {three_batches.pk}"
    assert found == [
        f"{name}, gifts noted on acts: kept 8000, recounted 10000",
        f"{name}, unlocked by the ledger: kept 8000, recounted 10000",
    ]


def test_queries_do_not_grow_with_the_acts(three_batches, act, django_assert_num_queries):
    with django_assert_num_queries(14):
        recount()
    act(30)
    with django_assert_num_queries(14):
        recount()
