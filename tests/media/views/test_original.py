"""The source of a film, for the team only."""

from django.core.files.storage import storages
from django.urls import reverse


def test_the_team_downloads_it_under_its_own_name(desk, in_library):
    video = in_library(original_name="été 1.mov")
    answer = desk.get(reverse("video_original", args=[video.pk]))
    assert b"".join(answer.streaming_content) == b"first source"
    assert answer.headers["content-type"] == "application/octet-stream"
    assert answer.headers["content-disposition"].startswith("attachment; filename*=utf-8''")
    assert "no-store" in answer.headers["cache-control"]


def test_nobody_else(client, visitor, in_library):
    address = reverse("video_original", args=[in_library().pk])
    assert client.get(address).headers["location"].startswith("/admin/login/")
    client.force_login(visitor)
    assert client.get(address).status_code == 404


def test_a_source_that_is_gone(desk, in_library):
    video = in_library()
    storages["originals"].delete(video.file.name)
    assert desk.get(reverse("video_original", args=[video.pk])).status_code == 404
