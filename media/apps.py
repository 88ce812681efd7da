from django.apps import AppConfig
from django.db.models.signals import post_delete
from django.utils.translation import gettext_lazy as _


class MediaConfig(AppConfig):
    """Films from the upload to the player; the only room that speaks to ffmpeg."""

    name = "media"
    verbose_name = _("Films and pictures")

    def ready(self) -> None:
        from media.domain.encode.run import run_job
        from media.models import Video
        from media.signals import remove_files_of_deleted_video
        from media.tasks import register_runner

        post_delete.connect(remove_files_of_deleted_video, sender=Video)
        register_runner(run_job)
