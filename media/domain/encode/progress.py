"""What comes after a step, and how far a version is."""

from media.domain.encode.start import add_job
from media.enums import JobKind, JobState
from media.gateways.ffmpeg.plan import Plan
from media.models import Encoding

_WEIGHTS = {JobKind.CHUNK: 10, JobKind.AUDIO: 4, JobKind.STILLS: 2, JobKind.FINISH: 2}


def add_following_jobs(encoding: Encoding) -> None:
    """Queue the steps that may start now: all but one after the probe, the last at the end."""
    plan = Plan.from_json(encoding.plan)
    if not encoding.jobs.exclude(kind=JobKind.PROBE).exists():
        for kind, index in _steps(plan):
            add_job(encoding, kind, index)
    elif not encoding.jobs.exclude(state=JobState.DONE).exists():
        add_job(encoding, JobKind.FINISH)


def refresh_percent(encoding: Encoding) -> None:
    """Recompute how far the version is, 0 to 100, from its steps."""
    done, total = 0, 0
    for kind, percent in encoding.jobs.values_list("kind", "percent"):
        weight = _WEIGHTS.get(JobKind(kind), 1)
        total += 100 * weight
        done += percent * weight
    if not encoding.jobs.filter(kind=JobKind.FINISH).exists():
        total += 100 * _WEIGHTS[JobKind.FINISH]
    Encoding.objects.filter(pk=encoding.pk).update(percent=100 * done // max(total, 1))


def _steps(plan: Plan) -> list[tuple[JobKind, int]]:
    steps = [(JobKind.STILLS, 0)]
    if plan.copies_source:
        steps.append((JobKind.COPY, 0))
    if plan.has_audio:
        steps.append((JobKind.AUDIO, 0))
    steps += [(JobKind.PREVIEW, index) for index in range(plan.preview_chunks)]
    if plan.encoded_rungs:
        steps += [(JobKind.CHUNK, index) for index in range(len(plan.chunks))]
    return steps
