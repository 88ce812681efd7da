"""Films on their way through the encoder."""

from collections.abc import Callable
from pathlib import Path

import pytest
from django.core.files import File
from django_tasks_db.models import DBTaskResult
from wagtail.models import Collection

from media.domain.encode.run import run_job
from media.domain.encode.start import start_encoding
from media.models import EncodeJob, Encoding, Video
from tests.media import clips


@pytest.fixture(scope="session")
def clip(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A film of 13 s that fits browsers as it is: copied, and cut into two chunks."""
    return clips.film(tmp_path_factory.mktemp("clips"), duration_s=13, size="640x480")


@pytest.fixture
def add_film(roots) -> Callable[..., Video]:
    """Put a file into the library, as an upload would."""

    def add(path: Path, title: str = "Essai") -> Video:
        video = Video(title=title, type="video", collection=Collection.get_first_root_node())
        with path.open("rb") as file:
            video.file.save("source", File(file), save=False)
        video.save()
        return video

    return add


@pytest.fixture
def begin(add_film, clip) -> Callable[..., Encoding]:
    """Add a film and queue its first version."""

    def begin(path: Path | None = None) -> Encoding:
        return start_encoding(add_film(path or clip))

    return begin


def waiting_jobs() -> list[EncodeJob]:
    """Return the jobs that the queue would hand to a worker now, the most urgent first."""
    tasks = DBTaskResult.objects.ready().order_by("-priority", "enqueued_at")
    return [EncodeJob.objects.get(pk=task.args_kwargs["args"][0]) for task in tasks]


@pytest.fixture
def work() -> Callable[..., list[str]]:
    """Be the worker: do queued jobs until nothing is left, or `until` was done."""

    def work(until: str = "") -> list[str]:
        done = []
        while task := DBTaskResult.objects.ready().order_by("-priority", "enqueued_at").first():
            job = EncodeJob.objects.get(pk=task.args_kwargs["args"][0])
            task.delete()
            if run_job(job.pk):
                done.append(f"{job.kind}-{job.index}")
            if until and done and done[-1] == until:
                break
        return done

    return work
