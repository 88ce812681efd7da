"""What the worker does for the shell itself."""

import pytest
from django_tasks_db.models import DBTaskResult

from media.models import Video
from portal.tasks import render_demo_film

pytestmark = pytest.mark.django_db


def test_a_film_waits_in_the_queue_behind_nobody():
    task = render_demo_film.enqueue("la-minute-du-poireau")
    kept = DBTaskResult.objects.get(pk=task.id)
    assert (kept.queue_name, kept.backend_name, kept.status) == ("default", "jobs", "READY")
    assert kept.args_kwargs["args"] == ["la-minute-du-poireau"]


def test_a_film_that_is_not_in_the_library_is_not_drawn():
    from portal.demo.scripts import FILMS

    render_demo_film.func(FILMS[0].slug)
    assert not Video.objects.exists()
