"""Versions of a film, and the jobs that make them.

An `Encoding` is one version: v1, v2 … Each is made of `EncodeJob` rows; a row is the truth about
its step, whatever the task queue remembers. A job that runs holds a lease that its worker renews;
a lease that ran out means that the worker died, and the job is given to another.
"""

from django.db import models
from django.utils.translation import gettext_lazy as _

from media.enums import EncodingState, JobKind, JobState
from media.models.video import Video


class Encoding(models.Model):
    """One version of a film on its way to the player."""

    video = models.ForeignKey(Video, on_delete=models.CASCADE, related_name="encodings")
    number = models.PositiveIntegerField(_("version"))
    source_name = models.CharField(max_length=200)
    state = models.CharField(max_length=10, choices=EncodingState, default=EncodingState.GROWING)
    facts = models.JSONField(default=dict)
    plan = models.JSONField(default=dict)
    report = models.JSONField(default=dict)
    percent = models.PositiveSmallIntegerField(default=0)
    has_hls = models.BooleanField(default=False)
    mp4_name = models.CharField(max_length=60, blank=True)
    poster_count = models.PositiveSmallIntegerField(default=0)
    has_storyboard = models.BooleanField(default=False)
    has_peaks = models.BooleanField(default=False)
    failure_code = models.CharField(max_length=10, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    finished_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["video", "number"], name="one_encoding_per_number")
        ]

    def __str__(self) -> str:
        return f"{self.video} v{self.number}"

    @property
    def folder(self) -> str:
        """Where this version's files are, relative to the store of films."""
        return f"{self.video.public_id}/v{self.number}"

    @property
    def is_playable(self) -> bool:
        return self.has_hls or bool(self.mp4_name)


class Rendition(models.Model):
    """One encoded quality of a version, with what was measured of it."""

    encoding = models.ForeignKey(Encoding, on_delete=models.CASCADE, related_name="renditions")
    name = models.CharField(max_length=20)
    width_px = models.PositiveIntegerField(null=True)
    height_px = models.PositiveIntegerField(null=True)
    peak_bitrate_bps = models.PositiveIntegerField()
    average_bitrate_bps = models.PositiveIntegerField()
    size_bytes = models.BigIntegerField()
    codecs = models.CharField(max_length=40)

    class Meta:
        ordering = ["-height_px"]
        constraints = [
            models.UniqueConstraint(fields=["encoding", "name"], name="one_rendition_per_name")
        ]

    def __str__(self) -> str:
        return self.name


class EncodeJob(models.Model):
    """One step of an encoding: who does it, until when, how often it was tried, what it gave."""

    encoding = models.ForeignKey(Encoding, on_delete=models.CASCADE, related_name="jobs")
    kind = models.CharField(max_length=10, choices=JobKind)
    index = models.PositiveIntegerField(default=0)
    state = models.CharField(max_length=10, choices=JobState, default=JobState.WAITING)
    attempts = models.PositiveSmallIntegerField(default=0)
    worker = models.CharField(max_length=64, blank=True)
    leased_until = models.DateTimeField(null=True)
    queued_at = models.DateTimeField()
    percent = models.PositiveSmallIntegerField(default=0)
    result = models.JSONField(default=dict)
    error_code = models.CharField(max_length=10, blank=True)
    log_tail = models.TextField(blank=True)
    started_at = models.DateTimeField(null=True)
    finished_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["encoding", "kind", "index"]
        constraints = [
            models.UniqueConstraint(fields=["encoding", "kind", "index"], name="one_job_per_step")
        ]
        indexes = [models.Index(fields=["state", "leased_until"], name="job_by_lease")]

    def __str__(self) -> str:
        return f"{self.encoding} {self.kind} {self.index}"
