"""People, collections and films for the tests of the library."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import AbstractUser, Group, Permission
from django.core.files.base import ContentFile
from django.core.files.storage import storages
from wagtail.models import Collection, GroupCollectionPermission

from media.gateways import upload_store
from media.models import Video


@pytest.fixture
def collection(db) -> Collection:
    return Collection.get_first_root_node().add_child(name="Reportages")


@pytest.fixture
def other_collection(collection) -> Collection:
    return Collection.get_first_root_node().add_child(name="Archives")


@pytest.fixture
def make_person(db) -> Callable[[str], AbstractUser]:
    def make(username: str) -> AbstractUser:
        return get_user_model().objects.create_user(username, f"{username}@example.org", "secret")

    return make


@pytest.fixture
def editor(make_person, collection) -> AbstractUser:
    """May add and change films in one collection, and enter the CMS."""
    person = make_person("zoe")
    group = Group.objects.create(name="Reporters")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    for codename in ("add_media", "change_media"):
        permission = Permission.objects.get(
            codename=codename, content_type__app_label="wagtailmedia"
        )
        GroupCollectionPermission.objects.create(
            group=group, collection=collection, permission=permission
        )
    person.groups.add(group)
    return person


@pytest.fixture
def visitor(make_person) -> AbstractUser:
    """Has an account and may do nothing in the library, but enter the CMS."""
    person = make_person("max")
    group = Group.objects.create(name="Visitors")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    person.groups.add(group)
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
