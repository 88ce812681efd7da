"""An upload's key is a secret of its own."""

import pytest

from media.models.upload import new_upload_key


def test_keys_are_long_and_never_the_same():
    keys = {new_upload_key() for _ in range(200)}
    assert len(keys) == 200
    assert min(map(len, keys)) >= 24


@pytest.mark.django_db
def test_it_shows_its_file_name(admin):
    from media.models import Upload

    upload = Upload.objects.create(user=admin, filename="a.mp4", size_bytes=1, collection_id=1)
    assert str(upload) == "a.mp4"
    assert upload.finished_at is None
