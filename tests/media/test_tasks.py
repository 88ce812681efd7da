"""The task is a knock on the door of whatever was registered."""

from media import tasks
from media.domain.encode.run import run_job
from media.tasks import register_runner, run_encode_job


def test_the_domain_is_registered_when_the_site_is_ready():
    assert tasks._runners == [run_job]


def test_the_task_hands_its_row_to_the_runner():
    seen = []
    register_runner(seen.append)
    try:
        run_encode_job.call(42)
    finally:
        register_runner(run_job)
    assert seen == [42]
