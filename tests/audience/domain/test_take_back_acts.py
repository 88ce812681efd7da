"""What is taken back leaves every total of counted acts, and nothing that was received."""

from datetime import timedelta

import pytest
from django.utils import timezone

from audience.domain.count_acts import count_acts
from audience.domain.snapshot import snapshot_of
from audience.domain.take_back_acts import take_back_acts
from audience.models import Act, ActCorrection, DailyTotal

pytestmark = [pytest.mark.django_db, pytest.mark.databases]
PAPER = {"kind": "offsite", "host": "paper:1", "person": None, "network": ""}


@pytest.fixture
def papers(offer, meter):
    """Three acts of a paper on two days, between two clicks, and one of another paper."""
    yesterday = timezone.now() - timedelta(days=1)
    count_acts([offer(**PAPER, received_at=yesterday), offer(**PAPER), offer()])
    count_acts([offer(**{**PAPER, "host": "paper:10"}), offer(**PAPER), offer()])
    meter.refresh_from_db()
    return meter


def totals(meter):
    rows = DailyTotal.objects.filter(meter=meter, count__gt=0).order_by("day", "host", "verdict")
    return list(rows.values_list("host", "verdict", "reason", "count"))


def test_counter_and_days_follow(papers):
    version = papers.version
    assert take_back_acts(papers, "paper:1", timezone.now()) == 3
    papers.refresh_from_db()
    assert (papers.counted, papers.refused, papers.received) == (3, 3, 6)
    assert (papers.taken_back, papers.version) == (3, version + 1)
    assert totals(papers) == [
        ("paper:1", "refused", "revoked", 1),
        ("", "counted", "", 2),
        ("paper:1", "refused", "revoked", 2),
        ("paper:10", "counted", "", 1),
    ]
    assert snapshot_of(papers)["by_kind"] == {"click": 2, "offsite": 1}


def test_the_rows_stay_and_corrections_say_so(papers):
    before = list(Act.objects.order_by("pk").values())
    take_back_acts(papers, "paper:1", timezone.now())
    assert list(Act.objects.order_by("pk").values()) == before
    found = ActCorrection.objects.order_by("day").values_list("host", "kind", "acts")
    assert list(found) == [("paper:1", "offsite", 1), ("paper:1", "offsite", 2)]


def test_numbers_go_on_after_those_that_were_taken_back(papers, offer):
    take_back_acts(papers, "paper:1", timezone.now())
    (outcome,) = count_acts([offer()])
    assert outcome.number == 7
    papers.refresh_from_db()
    assert (papers.counted, papers.last_number) == (4, 7)


def test_an_origin_without_acts(papers):
    version = papers.version
    assert take_back_acts(papers, "paper:2", timezone.now()) == 0
    papers.refresh_from_db()
    assert (papers.version, papers.taken_back) == (version, 0)
    assert not ActCorrection.objects.exists()
