"""What waits is decided by somebody, with a reason, and everything that counts follows."""

import pytest
from django.contrib.auth.models import Permission

from audience import listeners
from audience.domain.count_acts import count_acts
from audience.domain.review_acts import review_acts
from audience.enums import Reason, Verdict
from audience.errors import MayNotReview, ReasonMissing
from audience.models import Act, DailyTotal
from users.models import User

pytestmark = [pytest.mark.django_db, pytest.mark.databases]


@pytest.fixture
def moderator(db):
    user = User.objects.create_user("mo")
    user.user_permissions.add(Permission.objects.get(codename="change_act"))
    return user


@pytest.fixture
def waiting(offer, settings):
    """Three acts of one network that wait, after one that was counted."""
    settings.ACTS_PER_NETWORK = 1
    count_acts([offer(network="school") for _ in range(4)])
    return list(Act.objects.filter(verdict=Verdict.TO_VERIFY).values_list("pk", flat=True))


def test_they_are_counted(moderator, waiting, meter, monkeypatch):
    heard = []
    monkeypatch.setattr(
        listeners, "_listeners", [lambda meter, acts: heard.extend(act.number for act in acts)]
    )
    assert review_acts(moderator, waiting, Verdict.COUNTED, "une école") == {Verdict.COUNTED: 3}
    meter.refresh_from_db()
    assert (meter.counted, meter.to_verify, heard) == (4, 0, [2, 3, 4])
    act = Act.objects.get(pk=waiting[0])
    assert (act.verdict, act.reason, act.note) == (Verdict.COUNTED, Reason.BY_HAND, "une école")
    assert (act.decided_by, act.number) == (moderator, 2)
    totals = DailyTotal.objects.filter(count__gt=0).values_list("verdict", "reason", "count")
    assert sorted(totals) == [("counted", "", 1), ("counted", "by_hand", 3)]


def test_they_are_refused(moderator, waiting, meter):
    assert review_acts(moderator, waiting[:2], Verdict.REFUSED, "un script")[Verdict.REFUSED] == 2
    meter.refresh_from_db()
    assert (meter.counted, meter.refused, meter.to_verify) == (1, 2, 1)


def test_what_a_colleague_decided_stays(moderator, waiting):
    review_acts(moderator, waiting, Verdict.REFUSED, "un script")
    assert review_acts(moderator, waiting, Verdict.COUNTED, "une école") == {}
    assert not Act.objects.filter(verdict=Verdict.COUNTED, reason=Reason.BY_HAND).exists()


def test_nobody_is_counted_twice(moderator, offer, settings):
    settings.ACTS_PER_NETWORK = 0
    count_acts([offer(person="zoe"), offer(person="zoe")])
    chosen = Act.objects.values_list("pk", flat=True)
    ended = review_acts(moderator, chosen, Verdict.COUNTED, "une école")
    assert ended == {Verdict.COUNTED: 1, Verdict.REFUSED: 1}
    assert Act.objects.get(verdict=Verdict.REFUSED).reason == Reason.ALREADY_COUNTED


def test_who_may_not(waiting):
    with pytest.raises(MayNotReview):
        review_acts(User.objects.create_user("no"), waiting, Verdict.COUNTED, "parce que")


@pytest.mark.parametrize("note", ["", "  "])
def test_a_reason_is_needed(moderator, waiting, note):
    with pytest.raises(ReasonMissing):
        review_acts(moderator, waiting, Verdict.COUNTED, note)
    assert Act.objects.filter(verdict=Verdict.TO_VERIFY).count() == 3
