"""Bringing films in with a plain form, and what is shown of unfinished uploads."""

import pytest
from django.core.files.storage import storages
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from media.domain.receive_upload import begin_upload
from media.gateways import upload_store
from media.models import Upload, Video

ADD = ["video"]
pytestmark = pytest.mark.usefixtures("uploads_folder")


def film(data=b"a film", name="mon_film.mp4"):
    return SimpleUploadedFile(name, data)


@pytest.mark.parametrize("kind", ["audio", "video"])
def test_both_addresses_show_the_drop_zone(desk, collection, kind):
    html = desk.get(reverse("wagtailmedia:add", args=[kind])).content.decode()
    assert "<film-uploads" in html
    assert f'name="collection" value="{collection.pk}"' in html


@pytest.mark.parametrize("in_memory_bytes", [0, 2_500_000])
def test_a_plain_form_brings_one_film(desk, collection, settings, in_memory_bytes):
    settings.FILE_UPLOAD_MAX_MEMORY_SIZE = in_memory_bytes
    answer = desk.post(
        reverse("wagtailmedia:add", args=ADD), {"file": film(), "collection": collection.pk}
    )
    video = Video.objects.get()
    assert answer.headers["location"] == reverse("wagtailmedia:edit", args=[video.pk])
    assert (video.title, video.encodings.count()) == ("Mon film", 1)
    with storages["originals"].open(video.file.name) as file:
        assert file.read() == b"a film"


def test_a_refusal_stands_next_to_the_field(desk, other_collection):
    answer = desk.post(
        reverse("wagtailmedia:add", args=ADD), {"file": film(), "collection": other_collection.pk}
    )
    assert "You may not add films to this collection" in answer.content.decode()
    assert Video.objects.count() == 0


def test_a_form_without_a_file_is_shown_again(desk):
    answer = desk.post(reverse("wagtailmedia:add", args=ADD), {})
    assert "error-message" in answer.content.decode()


def test_the_window_of_the_chooser_takes_no_upload(desk):
    address = reverse("wagtailmedia:chooser_upload", args=ADD)
    desk.post(address, {"media-chooser-upload-title": "x"})
    assert Video.objects.count() == 0


def test_replacing_with_a_plain_form(desk, make_video):
    video = make_video("Le chou")
    desk.post(reverse("films:replace", args=[video.pk]), {"file": film(b"second", "v2.mov")})
    video.refresh_from_db()
    assert (video.title, video.original_name, video.size_bytes) == ("Le chou", "v2.mov", 6)
    desk.post(reverse("films:replace", args=[video.pk]), {})
    desk.post(reverse("films:replace", args=[video.pk]), {"file": film(b"")})
    assert video.encodings.count() == 1


def test_unfinished_uploads_are_listed_and_can_be_forgotten(desk, editor, collection):
    upload = begin_upload(editor, "long.mkv", 1000, collection.pk)
    upload_store.part_path(upload.key).write_bytes(bytes(250))
    html = desk.get(reverse("wagtailmedia:add", args=ADD)).content.decode()
    assert f'data-unfinished="{upload.key}"' in html
    assert "250 bytes of 1 kB" in html
    desk.post(reverse("films:forget_upload", args=[upload.key]))
    assert Upload.objects.count() == 0
    assert upload_store.part_size(upload.key) is None


def test_only_the_owner_sees_and_forgets(client, editor, admin, collection):
    upload = begin_upload(editor, "long.mkv", 1000, collection.pk)
    client.force_login(admin)
    assert upload.key not in client.get(reverse("wagtailmedia:add", args=ADD)).content.decode()
    assert client.post(reverse("films:forget_upload", args=[upload.key])).status_code == 404
    assert Upload.objects.get() == upload


def test_somebody_without_rights_adds_nothing(client, visitor, make_video):
    client.force_login(visitor)
    video = make_video()
    for address in (
        reverse("wagtailmedia:add", args=ADD),
        reverse("films:replace", args=[video.pk]),
        reverse("films:forget_upload", args=["x"]),
    ):
        answer = client.post(address, {"file": film()})
        assert answer.headers["location"] == reverse("wagtailadmin_home")
    assert Upload.objects.count() == 0
