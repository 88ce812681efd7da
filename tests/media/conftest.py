"""People, collections and films for the tests of the library."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import AbstractUser, Group, Permission
from django.contrib.contenttypes.models import ContentType
from django.core.files.base import ContentFile
from django.core.files.storage import storages
from django.test import Client
from wagtail.models import Collection, GroupCollectionPermission
from wagtail.users.models import UserProfile

from media.enums import EncodingState, VideoState
from media.gateways import upload_store
from media.models import Encoding, Rendition, Video


@pytest.fixture
def collection(roots) -> Collection:
    return Collection.get_first_root_node().add_child(name="Reportages")


@pytest.fixture
def other_collection(collection) -> Collection:
    return Collection.get_first_root_node().add_child(name="Archives")


@pytest.fixture
def make_person(roots) -> Callable[[str], AbstractUser]:
    def make(username: str) -> AbstractUser:
        return get_user_model().objects.create_user(username, f"{username}@example.org", "secret")

    return make


@pytest.fixture
def let_into_cms() -> Callable[[AbstractUser], Group]:
    """Put a person into a new group that may enter the CMS, and return the group."""

    def let_in(person: AbstractUser) -> Group:
        group = Group.objects.create(name=f"Colleagues of {person.username}")
        kind, _ = ContentType.objects.get_or_create(app_label="wagtailadmin", model="admin")
        key, _ = Permission.objects.get_or_create(codename="access_admin", content_type=kind)
        group.permissions.add(key)
        person.groups.add(group)
        return group

    return let_in


@pytest.fixture
def editor(make_person, let_into_cms, collection) -> AbstractUser:
    """May add and change films in one collection, and enter the CMS."""
    person = make_person("zoe")
    group = let_into_cms(person)
    for codename in ("add_media", "change_media"):
        permission = Permission.objects.get(
            codename=codename, content_type__app_label="wagtailmedia"
        )
        GroupCollectionPermission.objects.create(
            group=group, collection=collection, permission=permission
        )
    return person


@pytest.fixture
def visitor(make_person, let_into_cms) -> AbstractUser:
    """May enter the CMS, and do nothing in the library."""
    person = make_person("max")
    let_into_cms(person)
    return person


@pytest.fixture
def uploads_folder() -> Path:
    """The folder of part files, empty."""
    shutil.rmtree(upload_store.folder())
    return upload_store.folder()


@pytest.fixture
def make_video(collection) -> Callable[..., Video]:
    """Make a film with a small source file in the store of sources."""

    def make(title: str = "Le poireau", **values: object) -> Video:
        video = Video(
            **{
                "title": title,
                "type": "video",
                "collection": collection,
                "duration": 90.0,
                "original_name": "poireau.mp4",
                **values,
            }
        )
        video.file.name = storages["originals"].save(
            f"{video.public_id}/first.source", ContentFile(b"first source")
        )
        video.size_bytes = 12
        video.save()
        return video

    return make


@pytest.fixture
def in_library(collection, make_video) -> Callable[..., Video]:
    """Make a film with a ready version: what most screens show."""

    def make(title: str = "Le poireau", **values: object) -> Video:
        video = make_video(title, **{"state": VideoState.READY, **values})
        encoding = Encoding.objects.create(
            video=video,
            number=1,
            source_name=video.file.name,
            state=EncodingState.READY,
            percent=100,
            has_hls=True,
            mp4_name="360p.mp4",
            poster_count=10,
        )
        Rendition.objects.create(
            encoding=encoding,
            name="360p",
            width_px=640,
            height_px=360,
            peak_bitrate_bps=900_000,
            average_bitrate_bps=640_000,
            size_bytes=7_200_000,
            codecs="avc1",
        )
        video.current = encoding
        video.save()
        return video

    return make


@pytest.fixture
def desk(client, editor) -> Client:
    """The editor's browser, in English."""
    client.force_login(editor)
    UserProfile.objects.create(user=editor, preferred_language="en")
    return client
