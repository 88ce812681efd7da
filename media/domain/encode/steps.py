"""The steps of an encoding: what each does with the file, and what it means for the film.

A step only reads the source, writes finished files to the store under final names, and returns
a plain dict. Doing it twice gives the same files. What it means for the rows is in `apply`.
"""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.conf import settings

from media.domain.encode.finish import check_and_report, mark_ready
from media.domain.encode.lease import Lease
from media.enums import JobKind, VideoState
from media.gateways import film_store
from media.gateways.ffmpeg.audio import encode_audio
from media.gateways.ffmpeg.chunk import encode_chunk
from media.gateways.ffmpeg.copy import copy_mp4, copy_rung
from media.gateways.ffmpeg.plan import Plan, plan_encoding
from media.gateways.ffmpeg.probe import probe
from media.gateways.ffmpeg.stills import make_stills
from media.gateways.ffmpeg.tools import Tools, find_tools
from media.models import EncodeJob, Encoding, Video

HASH_BLOCK_BYTES = 1024 * 1024
COPIED_MP4 = "film-source.mp4"


@dataclass
class Work:
    """What a step is given: its row, the source on a local disk, an empty folder, its lease."""

    job: EncodeJob
    source: Path
    folder: Path
    lease: Lease

    @property
    def encoding(self) -> Encoding:
        return self.job.encoding

    @property
    def plan(self) -> Plan:
        return Plan.from_json(self.encoding.plan)

    @property
    def tools(self) -> Tools:
        return find_tools(settings.FFMPEG_BINARY, settings.FFPROBE_BINARY)

    def watch(self, duration_s: float) -> dict[str, Any]:
        """Return the hooks that keep the lease while `duration_s` seconds of film are done."""
        self.lease.duration_s = duration_s
        return {"on_progress": self.lease.on_progress, "should_stop": self.lease.should_stop}

    def publish(self) -> None:
        """Move everything made so far to the store, each file in one step."""
        film_store.publish_folder(self.folder, self.encoding.folder)


def look(work: Work) -> dict:
    """Probe the source and plan the encoding."""
    facts = probe(work.source, work.tools)
    return {
        "facts": facts.to_json(),
        "plan": plan_encoding(facts).to_json(),
        "sha256": _sha256(work),
        "size_bytes": work.source.stat().st_size,
    }


def copy(work: Work) -> dict:
    """Publish the source's own picture as a first quality, and as a first MP4."""
    plan = work.plan
    hooks = work.watch(plan.duration_s)
    copied = copy_rung(work.source, plan, work.folder, work.tools, **hooks)
    result = copied.to_json()
    copy_mp4(work.source, plan, work.folder / COPIED_MP4, work.tools, **hooks)
    work.publish()
    return {**result, "mp4_name": COPIED_MP4}


def preview(work: Work) -> dict:
    """Encode the first seconds in the smallest quality alone, so that one can watch at once."""
    return _encode(work, work.plan.preview_rungs)


def chunk(work: Work) -> dict:
    """Encode one chunk in every quality that is still missing."""
    return _encode(work, work.plan.rungs_for(work.job.index))


def audio(work: Work) -> dict:
    """Encode the sound, whole, at the same loudness as every film."""
    plan = work.plan
    made = encode_audio(work.source, plan, work.folder, work.tools, **work.watch(plan.duration_s))
    work.publish()
    return made.to_json()


def stills(work: Work) -> dict:
    """Draw poster candidates, the storyboard and the peaks of the sound."""
    plan = work.plan
    hooks = work.watch(plan.duration_s)
    made = make_stills(work.source, plan.facts, work.folder, work.tools, **hooks)
    work.publish()
    return made.to_json()


def finish(work: Work) -> dict:
    """Check every file, join the MP4, and write the report."""
    return check_and_report(work.encoding, work.folder, work.tools, work.watch(1))


STEPS: dict[JobKind, Callable[[Work], dict]] = {
    JobKind.PROBE: look,
    JobKind.COPY: copy,
    JobKind.PREVIEW: preview,
    JobKind.CHUNK: chunk,
    JobKind.AUDIO: audio,
    JobKind.STILLS: stills,
    JobKind.FINISH: finish,
}


def apply(encoding: Encoding, kind: JobKind, result: dict) -> None:
    """Write to the film's rows what a finished step means. Runs in the step's transaction."""
    if kind == JobKind.PROBE:
        _apply_probe(encoding, result)
    elif kind == JobKind.COPY:
        encoding.mp4_name = result["mp4_name"]
    elif kind == JobKind.STILLS:
        _apply_posters(encoding, len(result["posters"]))
        encoding.has_storyboard = result["has_storyboard"]
        encoding.has_peaks = result["has_peaks"]
    elif kind == JobKind.FINISH:
        mark_ready(encoding, result)
    encoding.save()


def _apply_posters(encoding: Encoding, count: int) -> None:
    """Note that there are posters; a very short film may have fewer than was chosen from."""
    encoding.poster_count = count
    Video.objects.filter(pk=encoding.video_id, poster_choice__gt=max(count, 1)).update(
        poster_choice=max(count, 1)
    )


def _apply_probe(encoding: Encoding, result: dict) -> None:
    facts, plan = result["facts"], Plan.from_json(result["plan"])
    encoding.facts, encoding.plan = facts, result["plan"]
    picture = facts["video"]
    Video.objects.filter(pk=encoding.video_id).update(
        type="video" if picture else "audio",
        duration=plan.duration_s,
        width=picture["width_px"] if picture else None,
        height=picture["height_px"] if picture else None,
        is_partial=facts["is_partial"],
        sha256=result["sha256"],
        size_bytes=result["size_bytes"],
    )
    Video.objects.filter(pk=encoding.video_id, current=None).update(state=VideoState.ENCODING)


def _encode(work: Work, rungs: tuple[str, ...]) -> dict:
    plan = work.plan
    start_s, end_s = plan.chunks[work.job.index]
    made = encode_chunk(
        work.source,
        plan,
        work.job.index,
        work.folder,
        work.tools,
        rungs=rungs,
        threads=settings.ENCODE_THREADS,
        **work.watch(end_s - start_s),
    )
    work.publish()
    return made.to_json()


def _sha256(work: Work) -> str:
    digest = hashlib.sha256()
    with work.source.open("rb") as file:
        for block in iter(lambda: file.read(HASH_BLOCK_BYTES), b""):
            digest.update(block)
            work.lease.on_progress(0)
    return digest.hexdigest()
