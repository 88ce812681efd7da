"""Codes are made once, and only who may makes them."""

import pytest

from audience.domain.code_text import digest_of
from audience.domain.make_codes import make_codes
from audience.errors import CodesAlreadyMade, MayNotMakeCodes
from audience.models import OffsiteCode
from tests.audience.offsite import make_batch

pytestmark = [pytest.mark.django_db, pytest.mark.databases]


@pytest.fixture
def empty(meter):
    batch, _ = make_batch(meter, 0, made_at=None)
    batch.count = 2_500
    batch.save()
    return batch


def test_they_are_made(empty, admin_user):
    codes = make_codes(admin_user, empty)
    assert len(set(codes)) == 2_500
    assert OffsiteCode.objects.filter(batch=empty).count() == 2_500
    assert OffsiteCode.objects.filter(digest=digest_of(codes[-1])).exists()
    empty.refresh_from_db()
    assert empty.made_at is not None
    assert empty.made_by == admin_user


def test_once_only(empty, admin_user):
    make_codes(admin_user, empty)
    with pytest.raises(CodesAlreadyMade):
        make_codes(admin_user, empty)
    assert OffsiteCode.objects.count() == 2_500


def test_not_by_everybody(empty, django_user_model):
    with pytest.raises(MayNotMakeCodes):
        make_codes(django_user_model.objects.create_user("zoe"), empty)
    assert not OffsiteCode.objects.exists()
