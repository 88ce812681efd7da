"""Films on their way through the encoder."""

from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

import pytest
from django.core.files import File
from django_tasks_db.models import DBTaskResult
from wagtail.models import Collection

from media.domain.encode.run import run_job
from media.domain.encode.start import start_encoding
from media.enums import JobKind
from media.gateways.ffmpeg.facts import AudioFacts, SourceFacts, VideoFacts
from media.gateways.ffmpeg.plan import plan_encoding
from media.models import EncodeJob, Encoding, Video
from tests.media import clips
from tests.media.domain.encode.growing import done


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


@pytest.fixture(scope="session")
def two_chunk_plan() -> dict:
    """The plan of a film of 16 s at 640 × 480 that cannot be copied: 480p and 360p, two chunks."""
    facts = SourceFacts(
        demuxer="matroska",
        size_bytes=1_000_000,
        origin_s=0.0,
        duration_s=16.0,
        is_partial=False,
        video=VideoFacts(
            index=0,
            codec="mpeg4",
            profile="",
            pix_fmt="yuv420p",
            bit_depth=8,
            width_px=640,
            height_px=480,
            stored_width_px=640,
            stored_height_px=480,
            rotation_deg=0,
            fps=Fraction(25),
            is_vfr=False,
            is_interlaced=False,
            transfer="bt709",
            matrix="bt709",
            color_range="tv",
            start_s=0.0,
            end_s=16.0,
            frame_count=400,
            keyframes_s=(0.0,),
            max_keyframe_gap_s=16.0,
            peak_bitrate_bps=1_000_000,
            average_bitrate_bps=500_000,
            is_copyable=False,
        ),
        audio=AudioFacts(
            index=1,
            codec="mp3",
            profile="",
            channels=2,
            sample_rate_hz=48_000,
            start_s=0.0,
            end_s=16.0,
            average_bitrate_bps=128_000,
        ),
    )
    return plan_encoding(facts).to_json()


@pytest.fixture
def growing(roots, two_chunk_plan) -> Encoding:
    """A version that was probed and planned, and of which nothing is encoded yet."""
    video = Video.objects.create(
        title="En cours", type="video", file="source", collection=Collection.get_first_root_node()
    )
    encoding = Encoding.objects.create(video=video, number=1, source_name="source")
    encoding.plan = two_chunk_plan
    encoding.save()
    done(encoding, JobKind.PROBE, 0, {})
    return encoding
