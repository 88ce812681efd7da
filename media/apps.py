from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class MediaConfig(AppConfig):
    """Films from the upload to the player; the only room that speaks to ffmpeg."""

    name = "media"
    verbose_name = _("Films and pictures")
