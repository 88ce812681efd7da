"""What the worker does for replays.

The domain enqueues this task, and the task runs the domain: so that imports go one way, what it
runs is registered when the app is ready.
"""

from collections.abc import Callable

from django_tasks import task

_runners: list[Callable[[int], object]] = []


def register_runner(run: Callable[[int], object]) -> None:
    """Say what does the work of `join_replay`."""
    _runners[:] = [run]


@task(queue_name="encode", backend="jobs")
def join_replay(film_id: int) -> None:
    """Join a replay into one file. Safe to call twice: the row says whether there is work."""
    _runners[0](film_id)
