"""The film of the library that is made of a replay."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from live.models.recording import Recording
from media.models import Upload, Video


class ReplayFilm(models.Model):
    """The way of a replay into the library: joined, handed over, encoded there.

    `version` is the version of the recording that was handed over last, 0 before the first time;
    `wanted_version` the one that `attempts` and `upload` are about. Who joins holds the lease
    `leased_until` under the name `worker`; one that ran out means that the worker died. `upload` is
    where the joined file was handed over, so that a crash in between makes no second film.
    """

    recording = models.OneToOneField(Recording, on_delete=models.CASCADE, related_name="film")
    video = models.ForeignKey(Video, null=True, on_delete=models.SET_NULL, related_name="+")
    version = models.PositiveIntegerField(default=0)
    wanted_version = models.PositiveIntegerField(default=0)
    upload = models.ForeignKey(Upload, null=True, on_delete=models.SET_NULL, related_name="+")
    attempts = models.PositiveSmallIntegerField(default=0)
    asked_at = models.DateTimeField(null=True)
    worker = models.CharField(max_length=16, blank=True)
    leased_until = models.DateTimeField(null=True)
    error_code = models.CharField(max_length=10, blank=True)

    class Meta:
        verbose_name = _("film of a replay")
        verbose_name_plural = _("films of replays")

    def __str__(self) -> str:
        return str(self.recording)
