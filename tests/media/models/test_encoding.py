"""Rows of the encoder are unique where doubling would hurt."""

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from media.enums import JobKind
from media.models import EncodeJob, Encoding

pytestmark = [pytest.mark.django_db, pytest.mark.databases]


def test_a_version_number_is_given_once(make_film):
    film = make_film()
    with pytest.raises(IntegrityError), transaction.atomic():
        Encoding.objects.create(video=film, number=1, source_name="x")


def test_a_step_exists_once(make_film):
    version = make_film().current
    EncodeJob.objects.create(encoding=version, kind=JobKind.CHUNK, queued_at=timezone.now())
    with pytest.raises(IntegrityError), transaction.atomic():
        EncodeJob.objects.create(encoding=version, kind=JobKind.CHUNK, queued_at=timezone.now())


def test_a_version_has_a_folder_of_its_own(make_film):
    film = make_film()
    assert film.current.folder == f"{film.public_id}/v1"
    assert str(film.current) == "Le poireau v1"
    assert film.current.is_playable
