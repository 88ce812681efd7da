"""Replaced versions are kept for who still watches them, then removed."""

from datetime import timedelta

import pytest
from django.core.files.storage import storages
from django.utils import timezone

from media.domain.encode.retire import KEPT_AFTER_REPLACED, sweep_encodings
from media.enums import EncodingState
from media.models import Encoding
from tests.media.domain.encode.growing import put

pytestmark = [pytest.mark.django_db, pytest.mark.databases]


def retire(encoding, ago):
    put(encoding, "film.mp4")
    Encoding.objects.filter(pk=encoding.pk).update(
        state=EncodingState.RETIRED, finished_at=timezone.now() - ago
    )


def test_a_version_replaced_just_now_is_kept(growing):
    retire(growing, timedelta(minutes=5))

    assert sweep_encodings() == 0
    assert storages["videos"].exists(f"{growing.folder}/film.mp4")


def test_a_version_replaced_long_ago_goes_with_its_files(growing):
    retire(growing, KEPT_AFTER_REPLACED + timedelta(minutes=1))

    assert sweep_encodings() == 1
    assert not storages["videos"].exists(growing.folder)
    assert not Encoding.objects.exists()


def test_the_version_that_plays_is_never_removed(growing):
    retire(growing, KEPT_AFTER_REPLACED * 2)
    growing.video.current = growing
    growing.video.save()

    assert sweep_encodings() == 0
