"""From bytes to one film: rights, limits, crashes, repetitions, forgetting."""

import os
from datetime import timedelta

import pytest
from django.core.files.storage import storages
from django.db.models.signals import post_save
from django.utils import timezone
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st
from wagtail.models import Collection, GroupCollectionPermission, ModelLogEntry

from media.domain.receive_upload import (
    arrived_bytes,
    begin_upload,
    cancel_upload,
    finish_upload,
    human_title,
    sweep_uploads,
    unfinished_uploads,
)
from media.enums import EncodingState, JobKind, VideoState
from media.gateways import upload_store
from media.models import EncodeJob, Upload, Video
from media.refusals import (
    EmptyUpload,
    LostBytes,
    MayNotAdd,
    MayNotReplace,
    NoRoom,
    TooLarge,
    UnknownUpload,
)

pytestmark = pytest.mark.usefixtures("uploads_folder")
FILM = b"twelve bytes"


@pytest.fixture
def upload(editor, collection):
    return begin_upload(editor, "mon_film-final.MP4", len(FILM), collection.pk)


def arrive(upload, data=FILM):
    upload_store.part_path(upload.key).write_bytes(data)


def age(upload, hours):
    moment = timezone.now() - timedelta(hours=hours)
    Upload.objects.filter(pk=upload.pk).update(created_at=moment)
    path = upload_store.part_path(upload.key)
    if path.exists():
        os.utime(path, (moment.timestamp(), moment.timestamp()))


def source(video):
    with storages["originals"].open(video.file.name) as file:
        return file.read()


def test_a_complete_upload_becomes_a_film_and_its_encoding_starts(upload, editor, collection):
    arrive(upload)
    video = finish_upload(upload)
    video.refresh_from_db()
    assert video.title == "Mon film final"
    assert video.original_name == "mon_film-final.MP4"
    assert (video.size_bytes, video.collection, video.uploaded_by_user) == (12, collection, editor)
    assert video.state == VideoState.UPLOADED
    assert source(video) == FILM
    assert video.encodings.get().source_name == video.file.name
    assert EncodeJob.objects.get(encoding__video=video).kind == JobKind.PROBE
    assert ModelLogEntry.objects.for_instance(video).get().action == "wagtail.create"
    assert list(upload_store.folder().iterdir()) == []


def test_finishing_twice_makes_one_film(upload):
    arrive(upload)
    first = finish_upload(upload)
    stale = Upload.objects.get(pk=upload.pk)
    stale.finished_at = None
    assert finish_upload(Upload.objects.get(pk=upload.pk)) == first
    assert finish_upload(stale) == first
    assert Video.objects.count() == 1
    assert EncodeJob.objects.count() == 1


def test_a_crash_after_the_move_is_made_good(upload):
    def crash(**_):
        raise ConnectionError

    arrive(upload)
    post_save.connect(crash, sender=Video)
    try:
        with pytest.raises(ConnectionError):
            finish_upload(upload)
    finally:
        post_save.disconnect(crash, sender=Video)
    assert upload_store.part_size(upload.key) is None
    assert Video.objects.count() == 0
    assert arrived_bytes(upload) == len(FILM)
    video = finish_upload(upload)
    assert source(video) == FILM
    assert Video.objects.count() == 1


def test_an_incomplete_upload_cannot_be_finished(upload):
    arrive(upload, FILM[:5])
    with pytest.raises(LostBytes):
        finish_upload(upload)
    assert Video.objects.count() == 0
    assert arrived_bytes(upload) == 5


def test_a_lost_part_file_is_told(upload):
    upload_store.remove_part(upload.key)
    with pytest.raises(LostBytes):
        arrived_bytes(upload)


def test_the_film_of_a_finished_upload_was_deleted(upload):
    arrive(upload)
    finish_upload(upload).delete()
    with pytest.raises(UnknownUpload):
        finish_upload(Upload.objects.get(pk=upload.pk))
    assert Video.objects.count() == 0


def test_replacing_keeps_the_film_and_begins_a_new_version(editor, make_video, other_collection):
    video = make_video("Le poireau", uploaded_by_user=editor)
    old_name = video.file.name
    upload = begin_upload(editor, "montage-2.mov", len(FILM), other_collection.pk, video.pk)
    arrive(upload)
    assert finish_upload(upload).pk == video.pk
    video.refresh_from_db()
    assert (video.title, video.original_name) == ("Le poireau", "montage-2.mov")
    assert video.collection.name == "Reportages"
    assert source(video) == FILM
    assert storages["originals"].exists(old_name)
    assert video.encodings.get().state == EncodingState.GROWING
    assert Video.objects.count() == 1


def test_rights_of_the_collection_decide(editor, visitor, collection, other_collection, make_video):
    for person, place in ((visitor, collection), (editor, other_collection)):
        with pytest.raises(MayNotAdd):
            begin_upload(person, "a.mp4", 1, place.pk)
    with pytest.raises(MayNotAdd):
        begin_upload(editor, "a.mp4", 1, 10**17)
    for person, video_id in ((visitor, make_video().pk), (editor, 10**17)):
        with pytest.raises(MayNotReplace):
            begin_upload(person, "a.mp4", 1, collection.pk, video_id)
    assert Upload.objects.count() == 0


def test_a_right_taken_away_meanwhile(upload, editor, make_video, collection):
    video = make_video()
    replacement = begin_upload(editor, "a.mp4", len(FILM), collection.pk, video.pk)
    arrive(upload)
    arrive(replacement)
    GroupCollectionPermission.objects.all().delete()
    with pytest.raises(MayNotAdd):
        finish_upload(Upload.objects.get(pk=upload.pk))
    with pytest.raises(MayNotReplace):
        finish_upload(Upload.objects.get(pk=replacement.pk))
    assert arrived_bytes(upload) == len(FILM)


def test_a_collection_deleted_meanwhile_does_not_lose_the_film(make_person, collection):
    boss = make_person("boss")
    boss.is_superuser = True
    boss.save()
    upload = begin_upload(boss, "a.mp4", len(FILM), collection.pk)
    arrive(upload)
    Collection.objects.get(pk=collection.pk).delete()
    assert finish_upload(upload).collection == Collection.get_first_root_node()


def test_limits(editor, collection, settings):
    settings.UPLOAD_MAX_BYTES = 20_000_000_000
    with pytest.raises(EmptyUpload):
        begin_upload(editor, "a.mp4", 0, collection.pk)
    with pytest.raises(TooLarge) as refusal:
        begin_upload(editor, "a.mp4", 20_000_000_001, collection.pk)
    assert "20,0" in str(refusal.value)
    settings.UPLOAD_MAX_BYTES = 10**17
    with pytest.raises(NoRoom):
        begin_upload(editor, "a.mp4", 10**16, collection.pk)


def test_only_the_last_part_of_a_file_name_is_kept(editor, collection):
    for name, kept in (
        ("../../etc/passwd", "passwd"),
        ("C:\\Films\\soupe.mp4", "soupe.mp4"),
        ("a\x00\nb.mp4", "ab.mp4"),
        ("", "film"),
        ("x" * 300 + ".mp4", "x" * 251 + ".mp4"),
    ):
        assert begin_upload(editor, name, 1, collection.pk).filename == kept


def test_cancelling_leaves_nothing(upload, editor):
    arrive(upload, FILM[:3])
    assert list(unfinished_uploads(editor)) == [upload]
    cancel_upload(upload)
    assert list(unfinished_uploads(editor)) == []
    assert upload_store.part_size(upload.key) is None


def test_a_finished_upload_is_not_cancelled(upload):
    arrive(upload)
    video = finish_upload(upload)
    cancel_upload(upload)
    assert Upload.objects.get().video == video
    assert source(video) == FILM


def test_the_sweep_forgets_what_is_old(upload, editor, collection, settings, make_video):
    settings.UPLOAD_KEPT_HOURS = 48
    young = begin_upload(editor, "young.mp4", 5, collection.pk)
    alive = begin_upload(editor, "alive.mp4", 5, collection.pk)
    complete = begin_upload(editor, "whole.mp4", len(FILM), collection.pk)
    arrive(complete)
    for old in (upload, alive, complete):
        age(old, 49)
    arrive(alive, b"now")
    orphan = upload_store.part_path("orphan")
    orphan.write_bytes(b"?")
    os.utime(orphan, (0, 0))
    assert sweep_uploads() == 2
    assert set(unfinished_uploads(editor)) == {young, alive}
    assert {path.stem for path in upload_store.folder().glob("*.part")} == {young.key, alive.key}
    assert Video.objects.get().title == "Whole"


def test_the_sweep_leaves_an_upload_that_is_being_written(upload):
    age(upload, 1000)
    with upload_store.PartWriter(upload.key) as writer:
        assert writer.take()
        assert sweep_uploads() == 0
    assert sweep_uploads() == 1


def test_the_sweep_drops_a_complete_upload_whose_owner_lost_the_right(upload):
    arrive(upload)
    age(upload, 1000)
    GroupCollectionPermission.objects.all().delete()
    assert sweep_uploads() == 1
    assert Video.objects.count() == 0


def test_the_sweep_forgets_finished_rows_and_keeps_their_films(upload):
    arrive(upload)
    finish_upload(upload)
    Upload.objects.update(finished_at=timezone.now() - timedelta(hours=1000))
    sweep_uploads()
    assert Upload.objects.count() == 0
    assert Video.objects.count() == 1


@pytest.mark.parametrize(
    ("filename", "title"),
    [
        ("mon_film-final.MP4", "Mon film final"),
        ("Porte-monnaie vide_v2.mov", "Porte-monnaie vide v2"),
        ("excuse.no.3.webm", "Excuse no 3"),
        (".mp4", "Mp4"),
        ("---.mp4", "Untitled film"),
        ("été.mkv", "Été"),
    ],
)
def test_a_title_for_people(filename, title):
    with override("en"):
        assert human_title(filename) == title


@given(filename=st.text(max_size=300))
def test_every_file_name_gives_a_title(filename):
    assert 0 < len(human_title(filename)) <= 255
