"""A version in mid-encode, built from rows alone: no ffmpeg runs."""

from django.core.files.base import ContentFile
from django.core.files.storage import storages
from django.utils import timezone

from media.enums import JobKind, JobState
from media.models import EncodeJob, Encoding

SEGMENT = {"name": "", "duration_s": 4.0, "size_bytes": 7}


def done(encoding: Encoding, kind: JobKind, index: int, result: dict) -> EncodeJob:
    """Record a finished step."""
    return EncodeJob.objects.create(
        encoding=encoding,
        kind=kind,
        index=index,
        state=JobState.DONE,
        percent=100,
        result=result,
        queued_at=timezone.now(),
    )


def chunk_result(index: int, *rungs: str) -> dict:
    """Return what a chunk of two segments of 4 s in each of `rungs` gives."""
    segments = [{**SEGMENT, "name": f"c{index}_{number}.m4s"} for number in range(2)]
    return {
        "index": index,
        "rungs": dict.fromkeys(rungs, segments),
        "cpu_s": 1.5,
        "peak_rss_bytes": 1000 * (index + 1),
    }


def audio_result() -> dict:
    return {
        "segments": [{**SEGMENT, "name": f"a_{number}.m4s"} for number in range(4)],
        "loudness_before_lufs": -23.0,
        "loudness_after_lufs": -16.0,
        "gain_db": 7.0,
        "cpu_s": 1.0,
        "peak_rss_bytes": 500,
    }


def put(encoding: Encoding, name: str, content: bytes = b"segment") -> None:
    """Put a file where the version's files are."""
    storages["videos"].save(f"{encoding.folder}/{name}", ContentFile(content))
