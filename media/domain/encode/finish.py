"""The last step: check every file, join the MP4, publish the final manifests."""

import json
from pathlib import Path
from typing import Any

from django.db import transaction
from django.utils import timezone

from media.domain.encode.manifests import publish_manifests
from media.domain.encode.parts import Parts
from media.enums import EncodingState, JobKind, JobState, VideoState
from media.errors import OutputRejected
from media.gateways import film_store
from media.gateways.ffmpeg.audio import FOLDER as AUDIO
from media.gateways.ffmpeg.mp4 import join_mp4
from media.gateways.ffmpeg.segments import INIT_NAME, total_s
from media.gateways.ffmpeg.tools import Tools
from media.gateways.upload_store import delete_sources
from media.models import Encoding, Rendition, Video

JOINED_MP4 = "film.mp4"
# Large enough for a phone or a laptop, small enough for a slow line.
MP4_SHORT_SIDE_PX = 720
LENGTH_TOLERANCE_S = 0.15


def check_and_report(
    encoding: Encoding, folder: Path, tools: Tools, hooks: dict[str, Any]
) -> dict[str, Any]:
    """Verify that every rung is whole, write the MP4, the final manifests and the report.

    Raises OutputRejected when a file is missing or a rung is too short.
    """
    parts = Parts(encoding)
    pictures = parts.final_pictures
    tracks = parts.tracks(pictures)
    wanted = [f"{name}/{INIT_NAME}" for name in tracks]
    wanted += [f"{name}/{s.name}" for name, segments in tracks.items() for s in segments]
    with film_store.local_files(encoding.folder, wanted) as local:
        _check(parts, local)
        rung = _mp4_rung(parts)
        join_mp4(
            local / rung if rung else None,
            local / AUDIO if parts.sound else None,
            folder / JOINED_MP4,
            tools,
            **hooks,
        )
        renditions = _measure(parts, local)
    report = _report(encoding, renditions, (folder / JOINED_MP4).stat().st_size)
    film_store.publish(folder / JOINED_MP4, f"{encoding.folder}/{JOINED_MP4}")
    film_store.publish_text(json.dumps(report, indent=1), f"{encoding.folder}/report.json")
    return {"renditions": renditions, "report": report, "mp4_name": JOINED_MP4}


def mark_ready(encoding: Encoding, result: dict[str, Any]) -> None:
    """Make the version the one that plays. Runs in the transaction of its last step."""
    parts = Parts(encoding)
    publish_manifests(encoding, parts, parts.final_pictures, is_complete=True)
    now = timezone.now()
    encoding.renditions.all().delete()
    Rendition.objects.bulk_create(
        Rendition(encoding=encoding, **rendition) for rendition in result["renditions"]
    )
    encoding.report, encoding.mp4_name = result["report"], result["mp4_name"]
    encoding.state, encoding.has_hls, encoding.percent = EncodingState.READY, True, 100
    encoding.finished_at = now
    Video.objects.filter(pk=encoding.video_id).update(
        current=encoding, state=VideoState.READY, failure_code=""
    )
    encoding.video.encodings.exclude(pk=encoding.pk).filter(
        state__in=(EncodingState.READY, EncodingState.GROWING)
    ).update(state=EncodingState.RETIRED, finished_at=now)
    _forget_replaced_sources(encoding)


def _forget_replaced_sources(encoding: Encoding) -> None:
    """Remove older sources once the new one has proved good; a newer one may already wait."""
    video = Video.objects.get(pk=encoding.video_id)
    if video.file.name == encoding.source_name:
        transaction.on_commit(lambda: delete_sources(video.public_id, keep=encoding.source_name))


def _check(parts: Parts, local: Path) -> None:
    plan = parts.plan
    missing = [rung.name for rung in plan.rungs if rung.name not in parts.final_pictures]
    if missing or (plan.has_audio and not parts.sound):
        raise OutputRejected(f"missing: {missing or AUDIO}")
    for name, segments in parts.tracks(parts.final_pictures).items():
        if plan.has_video and abs(total_s(segments) - plan.duration_s) > LENGTH_TOLERANCE_S:
            raise OutputRejected(f"{name}: {total_s(segments):.2f} s of {plan.duration_s:.2f}")
        for segment in segments:
            path = local / name / segment.name
            if not path.is_file() or path.stat().st_size != segment.size_bytes:
                raise OutputRejected(f"{name}/{segment.name} is not what was encoded")


def _mp4_rung(parts: Parts) -> str:
    """Return the best rung that is not larger than 720p, else the smallest; "" for a sound."""
    rungs = parts.plan.rungs
    fitting = [r for r in rungs if min(r.width_px, r.height_px) <= MP4_SHORT_SIDE_PX]
    return (fitting[0] if fitting else rungs[-1]).name if rungs else ""


def _measure(parts: Parts, local: Path) -> list[dict[str, Any]]:
    rows = [
        {
            "name": name,
            "width_px": found.width_px,
            "height_px": found.height_px,
            "peak_bitrate_bps": found.peak_bitrate_bps,
            "average_bitrate_bps": found.average_bitrate_bps,
            "size_bytes": sum(s.size_bytes for s in parts.final_pictures[name]),
            "codecs": found.codec,
        }
        for name, found in parts.variants(local, parts.final_pictures).items()
    ]
    sound = parts.sound_rendition(local)
    if sound:
        rows.append(
            {
                "name": AUDIO,
                "peak_bitrate_bps": sound.peak_bitrate_bps,
                "average_bitrate_bps": sound.average_bitrate_bps,
                "size_bytes": sum(s.size_bytes for s in parts.sound),
                "codecs": sound.codec,
            }
        )
    return rows


def _report(encoding: Encoding, renditions: list[dict[str, Any]], mp4_bytes: int) -> dict[str, Any]:
    """Return what this encoding took and gave, for whoever wants to know."""
    jobs = list(encoding.jobs.filter(state=JobState.DONE))
    costs = [job.result for job in jobs if "cpu_s" in job.result]
    sound: dict[str, Any] = next((j.result for j in jobs if j.kind == JobKind.AUDIO), {})
    return {
        "cpu_s": round(sum(cost["cpu_s"] for cost in costs), 2),
        "peak_rss_bytes": max((cost["peak_rss_bytes"] for cost in costs), default=0),
        "loudness_before_lufs": sound.get("loudness_before_lufs"),
        "loudness_after_lufs": sound.get("loudness_after_lufs"),
        "renditions": renditions,
        "mp4_bytes": mp4_bytes,
        "attempts": {f"{job.kind}-{job.index}": job.attempts for job in jobs},
    }
