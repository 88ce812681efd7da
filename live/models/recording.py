"""The replay: what is kept of a run, and how its hours become seconds of a film."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from live.models.run import AiredQuestion, Run


class Recording(models.Model):
    """What is kept of a run. Usable at once from its air segments; later as a film of the library.

    `head_trim_s` and `tail_trim_s` are cut from the whole recording; spans follow from both.
    """

    run = models.OneToOneField(Run, on_delete=models.CASCADE, related_name="recording")
    head_trim_s = models.FloatField(default=0)
    tail_trim_s = models.FloatField(default=0)
    length_s = models.FloatField(default=0)
    video = models.ForeignKey("media.Video", null=True, on_delete=models.SET_NULL, related_name="+")
    is_public = models.BooleanField(default=False)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = _("replay")
        verbose_name_plural = _("replays")

    def __str__(self) -> str:
        return str(self.run)


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


class ReplayChapter(models.Model):
    """A place in the replay that people can go to: a part of the rundown, or an answer.

    `at_s` follows the spans unless somebody set it by hand.
    """

    recording = models.ForeignKey(Recording, on_delete=models.CASCADE, related_name="chapters")
    title = models.CharField(_("title"), max_length=250)
    wall_at = models.DateTimeField()
    at_s = models.FloatField()
    is_set_by_hand = models.BooleanField(default=False)
    airing = models.OneToOneField(
        AiredQuestion, null=True, on_delete=models.CASCADE, related_name="chapter"
    )

    class Meta:
        ordering = ["at_s", "pk"]

    def __str__(self) -> str:
        return self.title
