"""A growing version is offered once it can be heard and seen, and not a moment earlier."""

import pytest

from media.domain.encode.manifests import refresh_manifests
from media.enums import VideoState

pytestmark = pytest.mark.django_db


def test_nothing_is_offered_before_anything_can_be_played(growing):
    refresh_manifests(growing)

    growing.refresh_from_db()
    growing.video.refresh_from_db()
    assert not growing.has_hls
    assert growing.video.current is None


def test_an_mp4_alone_is_already_worth_offering(growing):
    growing.mp4_name = "film-source.mp4"

    refresh_manifests(growing)

    growing.video.refresh_from_db()
    assert growing.video.current == growing
    assert growing.video.state == VideoState.ENCODING
    assert not growing.has_hls
