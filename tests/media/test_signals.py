"""Files of deleted films."""

from django.core.files.storage import storages
from django.db import transaction

from media.models import Video


def test_files_go_once_the_deletion_is_certain(make_video, django_capture_on_commit_callbacks):
    video = make_video()
    with django_capture_on_commit_callbacks(execute=True):
        with transaction.atomic():
            Video.objects.filter(pk=video.pk).delete()
        assert storages["originals"].exists(video.file.name)
    assert not storages["originals"].exists(video.file.name)
