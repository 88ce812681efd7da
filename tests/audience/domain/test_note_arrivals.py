"""Sources and referrals are written with the acts, or not at all."""

import pytest
from django.contrib.auth.models import Permission

from audience.domain import note_arrivals as module
from audience.domain.count_acts import count_acts
from audience.domain.note_arrivals import note_arrivals
from audience.domain.review_acts import review_acts
from audience.enums import Verdict
from audience.models import Act, DailySource, Referral
from tests.audience.sharing import code_of
from users.models import User

pytestmark = [pytest.mark.django_db, pytest.mark.databases]


def test_both_are_written(meter, offer):
    code = code_of(meter, secret="s")
    count_acts([offer(came_by=code.code), offer(site="blog.example"), offer()])
    assert Referral.objects.count() == 1
    assert sorted(DailySource.objects.values_list("origin", "name", "count")) == [
        ("direct", "", 1),
        ("own", "", 1),
        ("site", "blog.example", 1),
    ]


def test_nothing_came(meter, django_assert_num_queries):
    with django_assert_num_queries(0):
        note_arrivals(meter, [])


def test_a_fault_leaves_nothing_half_written(meter, offer, monkeypatch):
    def fail(*arguments):
        raise RuntimeError

    monkeypatch.setattr(module, "credit_acts", fail)
    with pytest.raises(RuntimeError):
        count_acts([offer()])
    assert (Act.objects.count(), DailySource.objects.count()) == (0, 0)


def test_what_the_team_counts_later_is_credited_then(meter, offer, settings):
    settings.ACTS_PER_NETWORK = 0
    user = User.objects.create_user("mo")
    user.user_permissions.add(Permission.objects.get(codename="change_act"))
    code = code_of(meter, secret="s")
    count_acts([offer(came_by=code.code), offer(came_by=code.code)])
    assert Referral.objects.count() == 0
    first, second = Act.objects.order_by("pk").values_list("pk", flat=True)
    review_acts(user, [first], Verdict.COUNTED, "une école")
    review_acts(user, [second], Verdict.REFUSED, "un script")
    assert Referral.objects.get().act_id == first
    assert DailySource.objects.get().origin == "own"
