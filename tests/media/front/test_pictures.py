"""Pictures of the CMS: resized ones for all, originals and documents for nobody."""

from pathlib import Path

import pytest
from django.conf import settings


@pytest.fixture(autouse=True)
def _uploads():
    for name in ("images/affiche.jpg", "original_images/affiche.jpg", "documents/bilan.pdf"):
        path = Path(settings.MEDIA_ROOT, name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(name.encode())


def test_a_resized_picture(asgi):
    answer = asgi("GET", "/uploads/images/affiche.jpg")
    assert (answer.status, answer.body) == (200, b"images/affiche.jpg")
    assert answer.headers["content-type"] == "image/jpeg"
    assert answer.headers["cache-control"] == "public, max-age=31536000, immutable"


@pytest.mark.parametrize(
    "path",
    [
        "/uploads/original_images/affiche.jpg",
        "/uploads/documents/bilan.pdf",
        "/uploads/images/../documents/bilan.pdf",
        "/uploads/images/../../secret_key",
        "/uploads/images/missing.jpg",
        "/uploads/images",
        "/uploads/",
    ],
)
def test_nothing_else(asgi, path):
    answer = asgi("GET", path)
    assert (answer.status, answer.body) == (404, b"")


def test_only_reading(asgi):
    answer = asgi("DELETE", "/uploads/images/affiche.jpg")
    assert answer.status == 405
    assert answer.headers["allow"] == "GET, HEAD"
