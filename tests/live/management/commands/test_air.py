"""The process that keeps programmes on air: killed at any instant, it goes on without a hole."""

import signal
import subprocess
import sys
import threading
from datetime import timedelta
from time import monotonic

import pytest
from django.db import connection
from django.utils import timezone

from live.models import FeedSegment
from tests.conftest import REPOSITORY
from tests.live.airing import make_feed, make_live_page, make_run, make_session

PATIENCE_S = 60


def start() -> subprocess.Popen:
    """Start the real command on the database of this test."""
    script = (
        "import django; from django.conf import settings; "
        f"settings.DATABASES['default']['NAME'] = {connection.settings_dict['NAME']!r}; "
        "django.setup(); from django.core.management import call_command; call_command('air')"
    )
    return subprocess.Popen([sys.executable, "-c", script], cwd=REPOSITORY)


def wait_until(is_so) -> None:
    pause = threading.Event()
    deadline = monotonic() + PATIENCE_S
    while not is_so():
        assert monotonic() < deadline
        pause.wait(0.1)


@pytest.mark.django_db(transaction=True)
@pytest.mark.databases
def test_killed_twice_and_no_number_is_missing(house, monkeypatch):
    monkeypatch.setenv("DJANGO_SETTINGS_MODULE", "tests.settings")
    now = timezone.now()
    page = make_live_page(house)
    run = make_run(page, make_feed(page), started_at=now, slate_key="0" * 16)
    session = make_session(run.feed, started_at=now, seen_at=now)

    def deliver(number: int) -> None:
        starts_at = now + timedelta(seconds=number)
        FeedSegment.objects.create(session=session, number=number, starts_at=starts_at, length_s=1)

    deliver(0)
    for number in (1, 2):
        process = start()
        try:
            wait_until(lambda number=number: run.air.filter(source__number=number - 1).exists())
        finally:
            process.kill()
            process.wait()
        deliver(number)
    process = start()
    try:
        wait_until(lambda: run.air.filter(source__number=2).exists())
        # Nobody publishes any more: the slate stands in by itself.
        wait_until(lambda: run.air.filter(slate_number=1).exists())
    finally:
        process.send_signal(signal.SIGTERM)
    assert process.wait(timeout=PATIENCE_S) == 0
    numbers = list(run.air.values_list("number", flat=True))
    assert numbers == list(range(1, len(numbers) + 1))
    aired = list(run.air.exclude(source=None).values_list("source__number", flat=True))
    assert aired == [0, 1, 2]
