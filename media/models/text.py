"""What can be read of a film: captions, subtitles, chapters."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from media.enums import TrackKind
from media.models.video import Video


class TextTrack(models.Model):
    """Captions or subtitles in one language. `cues` is `[{"start_s", "end_s", "text"}, …]`."""

    video = models.ForeignKey(Video, on_delete=models.CASCADE, related_name="text_tracks")
    kind = models.CharField(_("kind"), max_length=10, choices=TrackKind, default=TrackKind.CAPTIONS)
    language = models.CharField(
        _("language"), max_length=10, choices=settings.TRACK_LANGUAGES, default="fr"
    )
    cues = models.JSONField()
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ["kind", "language"]
        verbose_name = _("text track")
        verbose_name_plural = _("text tracks")
        constraints = [
            models.UniqueConstraint(
                fields=["video", "kind", "language"], name="one_track_per_language"
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} – {self.get_language_display()}"


class Chapter(models.Model):
    """A named moment of a film. The first starts at 0."""

    video = models.ForeignKey(Video, on_delete=models.CASCADE, related_name="chapters")
    start_s = models.PositiveIntegerField(_("start"))
    title = models.CharField(_("title"), max_length=120)

    class Meta:
        ordering = ["start_s"]
        verbose_name = _("chapter")
        verbose_name_plural = _("chapters")
        constraints = [
            models.UniqueConstraint(fields=["video", "start_s"], name="one_chapter_per_second")
        ]

    def __str__(self) -> str:
        return self.title
