"""kill -9 in the middle of an encode: the film ends ready all the same."""

import os
import select
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection

from media.domain.encode.queue import reap
from media.enums import EncodingState, JobState
from tests.media import clips

WORKER = """
import sys
import django
django.setup()
from media.domain.encode.lease import Lease
from media.domain.encode.run import run_job
beat = Lease.on_progress
def tell(self, done_s):
    beat(self, done_s)
    print("working", flush=True)
Lease.on_progress = tell
run_job(int(sys.argv[1]))
"""


@pytest.mark.django_db(transaction=True)
@pytest.mark.databases
def test_a_worker_killed_in_mid_encode_is_replaced(begin, work, tmp_path):
    source = clips.film(tmp_path, duration_s=12, size="1280x720", extra=("-threads", "1"))
    encoding = begin(source)
    work(until="probe-0")
    job = encoding.jobs.get(kind="chunk", index=0)

    worker = start_worker(job.pk)
    assert worker.stdout.readline() == "working\n"
    children = children_of(worker.pid)
    worker.send_signal(signal.SIGKILL)
    worker.wait(timeout=10)
    worker.stdout.close()

    job.refresh_from_db()
    assert job.state == JobState.RUNNING
    for child in children:
        wait_until_gone(child)
    type(job).objects.filter(pk=job.pk).update(leased_until=job.started_at)
    assert reap() == 1
    work()
    encoding.refresh_from_db()
    assert encoding.state == EncodingState.READY
    assert encoding.jobs.get(pk=job.pk).attempts == 2
    assert not list(Path(settings.SCRATCH_DIR).glob(f"job-{job.pk}-*/*/*.m4s"))


def start_worker(job_id: int) -> subprocess.Popen[str]:
    """Run one job in a process of its own, on the database of this test."""
    environment = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "portal.settings",
        "DATA_DIR": str(settings.DATA_DIR),
        "DATABASE_URL": database_url(),
    }
    return subprocess.Popen(
        [sys.executable, "-c", WORKER, str(job_id)],
        stdout=subprocess.PIPE,
        text=True,
        cwd=settings.BASE_DIR,
        env=environment,
    )


def database_url() -> str:
    """Return the address of the database that this test uses."""
    database = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite:///{database['NAME']}"
    place = f"{database['HOST']}:{database['PORT']}/{database['NAME']}"
    return f"postgres://{database['USER']}@{place}"


def children_of(pid: int) -> list[int]:
    found = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    return [int(child) for child in found]


def wait_until_gone(pid: int) -> None:
    """Wait for a process that is not ours to end, by the handle the kernel gives for it."""
    try:
        handle = os.pidfd_open(pid)
    except ProcessLookupError:
        return
    try:
        assert select.select([handle], [], [], 10)[0], f"{pid} still runs"
    finally:
        os.close(handle)
