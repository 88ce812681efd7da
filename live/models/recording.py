"""The replay: what is kept of a run, and how its hours become seconds of a film."""

from datetime import datetime
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from live.models.programme import LiveProgrammePage
from live.models.run import AiredQuestion, Run, RunEntry
from live.outside import LONGEST_ADDRESS, OutsideSource, outside_or_none

# A slate that lasts longer than this is cut from the replay: nobody waits twice.
LONGEST_SLATE_S = 30
_SHOWN = models.Q(airing__isnull=True) | models.Q(airing__question__is_shown=True)


class RecordingQuerySet(models.QuerySet["Recording"]):
    """Replays by where they stand."""

    def to_close(self) -> "RecordingQuerySet":
        """Keep those whose “after” checklist waits, the oldest first."""
        return self.filter(closed_at__isnull=True).order_by("run__ended_at", "pk")


class Recording(models.Model):
    """What is kept of a run. Usable at once from its air segments; later as a film of the library.

    `head_trim_s` and `tail_trim_s` are cut from the whole recording, slates longer than
    `slate_cut_s` too; spans follow from all three, and `version` is raised whenever they change.
    The checklist of what has to be done after a live is what `*_checked_at`, `next_programme` and
    `has_no_next` say; `closed_at` ends it, with the replay public or without one.
    """

    run = models.OneToOneField(Run, on_delete=models.CASCADE, related_name="recording")
    head_trim_s = models.FloatField(default=0)
    tail_trim_s = models.FloatField(default=0)
    slate_cut_s = models.PositiveIntegerField(default=LONGEST_SLATE_S)
    length_s = models.FloatField(default=0)
    video = models.ForeignKey("media.Video", null=True, on_delete=models.SET_NULL, related_name="+")
    # Of a live that was not recorded here: where it can be watched again.
    outside_address = models.CharField(max_length=LONGEST_ADDRESS, blank=True)
    is_public = models.BooleanField(default=False)
    version = models.PositiveIntegerField(default=1)
    trim_checked_at = models.DateTimeField(null=True)
    chapters_checked_at = models.DateTimeField(null=True)
    quantities_checked_at = models.DateTimeField(null=True)
    next_programme = models.ForeignKey(
        LiveProgrammePage, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    has_no_next = models.BooleanField(default=False)
    closed_at = models.DateTimeField(null=True)
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )

    objects = RecordingQuerySet.as_manager()

    class Meta:
        verbose_name = _("replay")
        verbose_name_plural = _("replays")

    def __str__(self) -> str:
        return str(self.run)

    @property
    def outside(self) -> OutsideSource | None:
        """Where it can be watched again, if neither our segments nor a film show it."""
        return outside_or_none(self.outside_address)

    @property
    def was_elsewhere(self) -> bool:
        """Whether the live came from elsewhere, and none of it went through here."""
        return not self.length_s and bool(self.run.programme.outside_address)

    @property
    def can_be_watched(self) -> bool:
        """Whether there is anything to watch again."""
        return bool(self.length_s or self.video_id or self.outside_address)

    @property
    def waits_since(self) -> datetime:
        """Since when its checklist waits."""
        return self.run.ended_at or self.run.started_at


class MediaSpan(models.Model):
    """One stretch in which the replay's time runs as the wall's did.

    An instant t with `wall_from` ≤ t < `wall_to` is second `replay_from_s` + (t − wall_from).
    """

    recording = models.ForeignKey(Recording, on_delete=models.CASCADE, related_name="spans")
    wall_from = models.DateTimeField()
    wall_to = models.DateTimeField()
    replay_from_s = models.FloatField()

    class Meta:
        ordering = ["wall_from"]
        constraints = [
            models.UniqueConstraint(fields=["recording", "wall_from"], name="one_span_per_instant")
        ]

    def __str__(self) -> str:
        return f"{self.wall_from:%H:%M:%S} → {self.replay_from_s} s"


class ReplayChapterQuerySet(models.QuerySet["ReplayChapter"]):
    """Chapters by who may see them."""

    def kept(self) -> "ReplayChapterQuerySet":
        """Keep those inside the replay that nobody took away."""
        return self.filter(is_hidden=False, at_s__lt=models.F("recording__length_s"))

    def public(self) -> "ReplayChapterQuerySet":
        """Keep what everybody may read: a question only while it is shown itself."""
        return self.kept().filter(_SHOWN, recording__is_public=True)


class ReplayChapter(models.Model):
    """A place in the replay that people can go to: a part of the rundown, or an answer.

    It comes from the line of the run `entry`, from the `airing` of a question, or from neither when
    somebody added it. `at_s` follows the spans unless somebody set it by hand. One that was taken
    away stays as a hidden row, so that it is not made again.
    """

    recording = models.ForeignKey(Recording, on_delete=models.CASCADE, related_name="chapters")
    title = models.CharField(_("title"), max_length=250)
    wall_at = models.DateTimeField()
    at_s = models.FloatField()
    is_set_by_hand = models.BooleanField(default=False)
    is_hidden = models.BooleanField(default=False)
    airing = models.OneToOneField(
        AiredQuestion, null=True, on_delete=models.CASCADE, related_name="chapter"
    )
    entry = models.OneToOneField(
        RunEntry, null=True, on_delete=models.CASCADE, related_name="chapter"
    )

    objects = ReplayChapterQuerySet.as_manager()

    class Meta:
        ordering: ClassVar[list[str]] = ["at_s", "pk"]

    def __str__(self) -> str:
        return self.title
