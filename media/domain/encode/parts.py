"""The media segments of a version that exist so far, read from its finished steps."""

from collections.abc import Iterable
from functools import cached_property
from pathlib import Path

from media.enums import JobKind, JobState
from media.gateways.ffmpeg.audio import FOLDER as AUDIO
from media.gateways.ffmpeg.chunk import ChunkResult
from media.gateways.ffmpeg.manifests import Sound, Variant, master_manifest, sound, variant
from media.gateways.ffmpeg.plan import Plan
from media.gateways.ffmpeg.segments import INIT_NAME, Segment
from media.models import EncodeJob, Encoding

MANIFEST = "index.m3u8"
Segments = tuple[Segment, ...]


class Parts:
    """What can be played of a version: for each rung, its segments from the start on."""

    def __init__(self, encoding: Encoding) -> None:
        self.plan = Plan.from_json(encoding.plan)
        self._jobs = list(encoding.jobs.filter(state=JobState.DONE).order_by("kind", "index"))

    @cached_property
    def pictures(self) -> dict[str, Segments]:
        """All rungs that can be played so far, the best first."""
        return self._copied | self._encoded

    @cached_property
    def final_pictures(self) -> dict[str, Segments]:
        """The rungs of the finished film, the best first: a provisional copy is left out."""
        names = {rung.name for rung in self.plan.rungs}
        return {name: found for name, found in self.pictures.items() if name in names}

    @cached_property
    def sound(self) -> Segments:
        for job in self._of(JobKind.AUDIO):
            return tuple(Segment.from_json(segment) for segment in job.result["segments"])
        return ()

    @property
    def is_playable(self) -> bool:
        """Whether there is something to see and, if the film has a sound, all of it."""
        has_sound = bool(self.sound) or not self.plan.has_audio
        return has_sound and (bool(self.pictures) or not self.plan.has_video)

    def tracks(self, pictures: dict[str, Segments]) -> dict[str, Segments]:
        """Return the folders of all tracks and their segments."""
        return pictures | ({AUDIO: self.sound} if self.sound else {})

    def inits(self, pictures: dict[str, Segments]) -> list[str]:
        """Return the init segments that `master` has to read."""
        return [f"{name}/{INIT_NAME}" for name in self.tracks(pictures)]

    def variants(self, folder: Path, pictures: dict[str, Segments]) -> dict[str, Variant]:
        """Measure each rung; `folder` holds the init segments."""
        return {
            name: variant(folder / name, found, uri=f"{name}/{MANIFEST}", fps=self.plan.fps)
            for name, found in pictures.items()
        }

    def sound_rendition(self, folder: Path) -> Sound | None:
        if not self.sound:
            return None
        return sound(folder / AUDIO, self.sound, uri=f"{AUDIO}/{MANIFEST}")

    def master(self, folder: Path, pictures: dict[str, Segments]) -> str:
        """Return the master manifest of these rungs."""
        variants = list(self.variants(folder, pictures).values())
        return master_manifest(variants, self.sound_rendition(folder))

    @property
    def _copied(self) -> dict[str, Segments]:
        for job in self._of(JobKind.COPY):
            return ChunkResult.from_json(_chunk_part(job)).rungs
        return {}

    @property
    def _encoded(self) -> dict[str, Segments]:
        chunks: dict[str, dict[int, Segments]] = {}
        for job in self._of(JobKind.CHUNK, JobKind.PREVIEW):
            for name, found in ChunkResult.from_json(_chunk_part(job)).rungs.items():
                chunks.setdefault(name, {})[job.index] = found
        joined = {name: _without_holes(chunks.get(name, {})) for name in self.plan.encoded_rungs}
        return {name: found for name, found in joined.items() if found}

    def _of(self, *kinds: JobKind) -> Iterable[EncodeJob]:
        return (job for job in self._jobs if job.kind in kinds)


def _chunk_part(job: EncodeJob) -> dict:
    return {name: job.result[name] for name in ("index", "rungs", "cpu_s", "peak_rss_bytes")}


def _without_holes(chunks: dict[int, Segments]) -> Segments:
    """Join what follows the start; chunks behind a hole wait until it is filled."""
    joined: list[Segment] = []
    for index in range(len(chunks)):
        if index not in chunks:
            break
        joined.extend(chunks[index])
    return tuple(joined)
