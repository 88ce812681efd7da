"""What is credited to whom, and what is not, with its reason."""

from datetime import timedelta

import pytest
from django.utils import timezone

from audience.domain.count_acts import count_acts
from audience.domain.credit_acts import MOST_PER_NETWORK
from audience.enums import NotCredited, Reason
from audience.models import Act, Meter, Referral
from tests.audience.sharing import code_of

pytestmark = [pytest.mark.django_db, pytest.mark.databases]


@pytest.fixture
def own(meter):
    return code_of(meter, secret="s", maker="zoe", maker_browser="zoes-browser")


def reasons():
    return list(Referral.objects.order_by("act__number").values_list("reason", flat=True))


def test_a_counted_act_is_credited(own, offer):
    count_acts([offer(came_by=own.code), offer()])
    [referral] = Referral.objects.all()
    assert (referral.code, referral.act.number, referral.reason) == (own, 1, "")
    assert (referral.is_new, referral.day) == (True, referral.act.day)
    assert str(referral) == f"{own.pk}: credited"


def test_a_refused_act_is_not(own, offer):
    count_acts([offer(came_by=own.code, refusal=Reason.BOT, nonce=None)])
    assert (Referral.objects.count(), Act.objects.get().came_by) == (0, own.code)


def test_a_repeated_request_is_credited_once(own, offer):
    mine = offer(came_by=own.code)
    for _ in range(3):
        count_acts([mine, mine])
    assert Referral.objects.count() == 1


def test_nobody_brings_themselves(own, offer):
    count_acts(
        [
            offer(came_by=own.code, person="zoe"),
            offer(came_by=own.code, browser="zoes-browser"),
            offer(came_by=own.code, browser="another"),
        ]
    )
    assert reasons() == [NotCredited.SELF, NotCredited.SELF, ""]
    assert str(Referral.objects.first()).endswith("self")


def test_a_crowd_behind_one_network_is_not_brought(own, offer):
    crowd = [offer(came_by=own.code, network="hall") for _ in range(MOST_PER_NETWORK + 2)]
    count_acts(crowd[:6])
    count_acts(crowd[6:])
    assert reasons() == [""] * MOST_PER_NETWORK + [NotCredited.NETWORK] * 2
    count_acts([offer(came_by=own.code, network="street")])
    count_acts(
        [offer(came_by=own.code, network="hall", received_at=timezone.now() + timedelta(days=1))]
    )
    assert reasons()[-2:] == ["", ""]


def test_a_channel_has_nothing_to_gain(meter, offer):
    code = code_of(meter)
    count_acts([offer(came_by=code.code, network="school") for _ in range(MOST_PER_NETWORK + 5)])
    assert set(reasons()) == {""}


def test_people_are_new_once(own, offer, tomorrow, meter):
    count_acts([offer(came_by=own.code, person="max"), offer(came_by=own.code, person="lea")])
    count_acts(
        [
            offer(came_by=own.code, person="max", kind="view"),
            offer(came_by=own.code, person="max", received_at=tomorrow),
            offer(came_by=own.code, person="ida", kind="view"),
            offer(came_by=own.code, person="ida"),
        ]
    )
    new = Referral.objects.filter(is_new=True)
    assert list(new.order_by("act__number").values_list("act__person", flat=True)) == [
        "max",
        "lea",
        "ida",
    ]


@pytest.mark.parametrize("kind", ["revoked", "foreign", "unknown"])
def test_codes_that_count_for_nothing_change_nothing(kind, meter, offer):
    other = Meter.objects.create(name="Ailleurs")
    code = {
        "revoked": lambda: code_of(meter, secret="s", revoked_at=timezone.now()).code,
        "foreign": lambda: code_of(other, secret="s").code,
        "unknown": lambda: "0000000000",
    }[kind]()
    [outcome] = count_acts([offer(came_by=code)])
    assert (outcome.verdict, Referral.objects.count()) == ("counted", 0)


def test_a_page_of_no_campaign_brings_people_to_all(offer):
    code = code_of(None, secret="s")
    count_acts([offer(came_by=code.code)])
    assert Referral.objects.get().code == code


def test_acts_without_a_code_cost_no_further_question(own, offer, django_assert_max_num_queries):
    count_acts([offer()])
    with django_assert_max_num_queries(12) as queries:
        count_acts([offer() for _ in range(50)])
    assert not any("audience_sharecode" in query["sql"] for query in queries)
    assert not any("audience_referral" in query["sql"] for query in queries)
