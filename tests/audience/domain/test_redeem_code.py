"""A code becomes one act, once."""

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
from django.db import connection
from django.utils import timezone
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from audience.domain import redeem_code as module
from audience.domain.code_text import new_code, printed
from audience.domain.redeem_code import MOST_TRIES, new_form, redeem_code
from audience.errors import (
    CodeFormTooOld,
    CodeMistyped,
    CodeNotYetValid,
    CodeOver,
    CodeRefused,
    CodeRevoked,
    CodeUnknown,
    CodeUsed,
    CountNotOpen,
    TooManyTries,
)
from audience.models import Act, DailyTotal, Meter, OffsiteCode
from tests.audience.offsite import make_batch

pytestmark = [pytest.mark.django_db, pytest.mark.databases]
HOME = "192.0.2.7"


def test_a_code_is_an_act(meter):
    batch, [code] = make_batch(meter)
    outcome = redeem_code(printed(code).lower(), new_form(), HOME)
    act = Act.objects.get(nonce=outcome.nonce)
    assert (act.kind, act.verdict, act.number, act.host) == (
        "offsite",
        "counted",
        1,
        f"code:{batch.pk}",
    )
    assert (act.person, act.network) == (None, "")
    assert DailyTotal.objects.get().count == 1
    meter.refresh_from_db()
    assert meter.counted == 1


def test_sent_twice_it_is_the_same_receipt(meter):
    _, [code] = make_batch(meter)
    form = new_form()
    first, again = redeem_code(code, form, HOME), redeem_code(code, form, HOME)
    assert again.nonce == first.nonce
    assert again.is_repeat
    assert Act.objects.count() == 1


def test_another_form_hears_when_it_was_used(meter):
    _, [code] = make_batch(meter)
    redeem_code(code, new_form(), HOME)
    with pytest.raises(CodeUsed) as refused:
        redeem_code(code, new_form(), HOME)
    assert str(timezone.localtime().year) in str(refused.value)
    assert Act.objects.count() == 1


def test_one_form_serves_several_codes(meter):
    _, codes = make_batch(meter, 3)
    form = new_form()
    assert [redeem_code(code, form, HOME).number for code in codes] == [1, 2, 3]


DAY = timedelta(days=1)


@pytest.mark.parametrize(
    ("values", "refusal"),
    [
        ({"valid_from": DAY}, CodeNotYetValid),
        ({"valid_until": -timedelta(hours=1)}, CodeOver),
        ({"revoked_at": -DAY}, CodeRevoked),
    ],
)
def test_a_batch_has_its_time(meter, values, refusal):
    now = timezone.now()
    _, [code] = make_batch(meter, **{name: now + span for name, span in values.items()})
    with pytest.raises(refusal) as refused:
        redeem_code(code, new_form(), HOME)
    assert str(refused.value)
    assert Act.objects.count() == 0
    assert OffsiteCode.objects.get().redeemed_at is None


@pytest.mark.parametrize("values", [{"opens_at": DAY}, {"closes_at": -DAY}])
def test_a_closed_count_leaves_the_code_unused(meter, values):
    _, [code] = make_batch(meter)
    Meter.objects.update(**{name: timezone.now() + span for name, span in values.items()})
    with pytest.raises(CountNotOpen):
        redeem_code(code, new_form(), HOME)
    Meter.objects.update(opens_at=None, closes_at=None)
    assert redeem_code(code, new_form(), HOME).number == 1


def test_the_form_must_be_ours_and_young(meter, clock):
    _, [code] = make_batch(meter)
    form = new_form()
    for forged in ("", "x", form[:-1], f"{form}x"):
        with pytest.raises(CodeFormTooOld):
            redeem_code(code, forged, HOME)
    clock.go(13 * 3600)
    with pytest.raises(CodeFormTooOld):
        redeem_code(code, form, HOME)
    assert redeem_code(code, new_form(), HOME).number == 1


def test_who_guesses_must_wait(meter):
    _, [code] = make_batch(meter)
    for _ in range(MOST_TRIES):
        with pytest.raises(CodeUnknown):
            redeem_code(new_code(), new_form(), HOME)
    with pytest.raises(TooManyTries):
        redeem_code(code, new_form(), HOME)
    assert redeem_code(code, new_form(), "198.51.100.1").number == 1


def test_a_slip_of_the_finger_costs_no_try(meter):
    _, [code] = make_batch(meter)
    for _ in range(MOST_TRIES + 1):
        with pytest.raises(CodeMistyped):
            redeem_code(code[:-1], new_form(), HOME)
    assert redeem_code(code, new_form(), HOME).number == 1


def test_a_budget_that_runs_out_between_two_calls(meter, monkeypatch):
    def gone(name):
        raise ValueError

    monkeypatch.setattr(module.cache, "incr", gone)
    for _ in range(3):
        with pytest.raises(CodeUnknown):
            redeem_code(new_code(), new_form(), HOME)


@hypothesis_settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(order=st.lists(st.tuples(st.integers(0, 4), st.integers(0, 2)), max_size=25))
def test_each_code_counts_once_in_whatever_order(order):
    meter = Meter.objects.create(name="Ordre")
    _, codes = make_batch(meter, 5)
    forms = [new_form() for _ in range(3)]
    first: dict[int, tuple[int, str]] = {}
    for place, form in order:
        try:
            nonce = redeem_code(codes[place], forms[form], HOME).nonce
        except CodeRefused:
            assert first[place][0] != form
        else:
            assert first.setdefault(place, (form, nonce)) == (form, nonce)
    meter.refresh_from_db()
    acts = Act.objects.filter(meter=meter)
    assert meter.counted == acts.count() == len(first) == len({place for place, _ in order})


@pytest.mark.django_db(transaction=True)
def test_two_at_once(meter):
    """Two people type the same code in the same moment: one act, and one is told so."""
    _, [code] = make_batch(meter)
    together = Barrier(2)

    def type_it(_: int) -> str:
        try:
            form = new_form()
            together.wait(timeout=10)
            redeem_code(code, form, HOME)
        except CodeUsed:
            return "used"
        finally:
            connection.close()
        return "counted"

    with ThreadPoolExecutor(2) as pool:
        ended = Counter(pool.map(type_it, range(2)))
    assert ended == {"counted": 1, "used": 1}
    assert Act.objects.count() == 1
    meter.refresh_from_db()
    assert meter.counted == 1
