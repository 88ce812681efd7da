"""Deleting a film: with its files, or not at all."""

import pytest
from django.core.files.storage import storages
from wagtail.models import ModelLogEntry

from media.domain.delete_video import delete_video
from media.gateways import film_store
from media.models import Video
from media.refusals import MayNotChange, StillUsed


@pytest.fixture
def delete(django_capture_on_commit_callbacks):
    def delete(user, video):
        with django_capture_on_commit_callbacks(execute=True):
            delete_video(user, video)

    return delete


def test_source_versions_and_rows_go(editor, in_library, delete):
    video = in_library()
    film_store.publish_text("#EXTM3U", f"{video.current.folder}/master.m3u8")
    source, manifest = video.file.name, f"{video.current.folder}/master.m3u8"
    delete(editor, video)
    assert Video.objects.count() == 0
    assert not storages["originals"].exists(source)
    assert not storages["videos"].exists(manifest)
    assert ModelLogEntry.objects.get(action="wagtail.delete").label == "Le poireau"


def test_a_film_that_an_episode_shows_stays_with_its_files(
    editor, in_library, make_episode, delete
):
    video = in_library()
    make_episode(video=video)
    with pytest.raises(StillUsed):
        delete(editor, video)
    assert Video.objects.get() == video
    assert storages["originals"].exists(video.file.name)
    assert not ModelLogEntry.objects.filter(action="wagtail.delete").exists()


def test_only_those_who_may(visitor, in_library, delete):
    with pytest.raises(MayNotChange):
        delete(visitor, in_library())
    assert Video.objects.count() == 1
