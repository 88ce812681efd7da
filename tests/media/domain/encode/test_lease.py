"""A lease is kept by progress and ends when somebody else has the job."""

from datetime import timedelta

import pytest
from django.utils import timezone

from media.domain.encode import lease as lease_module
from media.domain.encode.lease import Lease
from media.domain.encode.queue import claim
from media.enums import EncodingState
from media.models import EncodeJob, Encoding

pytestmark = pytest.mark.django_db


@pytest.fixture
def lease(begin, monkeypatch):
    monkeypatch.setattr(lease_module, "RENEW_EVERY_S", 0)
    return Lease(claim(begin().jobs.get().pk), duration_s=10)


def test_progress_renews_it_and_is_noted(lease):
    soon = timezone.now() + timedelta(seconds=1)
    EncodeJob.objects.filter(pk=lease.job.pk).update(leased_until=soon)

    lease.on_progress(5)

    row = EncodeJob.objects.get(pk=lease.job.pk)
    assert row.percent == 50
    assert row.leased_until > soon
    assert not lease.should_stop()


def test_it_stops_when_the_job_went_to_another(lease):
    EncodeJob.objects.filter(pk=lease.job.pk).update(worker="another")

    lease.on_progress(5)

    assert lease.should_stop()


def test_it_stops_when_the_version_was_given_up(lease):
    Encoding.objects.update(state=EncodingState.RETIRED)

    lease.on_progress(5)

    assert lease.should_stop()


def test_it_does_not_ask_the_database_at_each_frame(begin, django_assert_num_queries):
    lease = Lease(claim(begin().jobs.get().pk), duration_s=10)
    lease.on_progress(1)
    with django_assert_num_queries(0):
        lease.on_progress(2)
