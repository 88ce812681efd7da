"""What the worker does for the library of films.

The domain enqueues this task, and the task runs the domain: so that imports go one way, what it
runs is registered when the app is ready.
"""

from collections.abc import Callable

from django_tasks import task

_runners: list[Callable[[int], object]] = []


def register_runner(run: Callable[[int], object]) -> None:
    """Say what does the work of `run_encode_job`."""
    _runners[:] = [run]


@task(queue_name="encode", backend="jobs")
def run_encode_job(job_id: int) -> None:
    """Do one step of an encoding. Safe to call twice: the row says whether there is work."""
    _runners[0](job_id)
