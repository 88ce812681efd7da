"""Where short links lead."""

import pytest
from django.utils import timezone

from audience.domain.follow_share_code import address_behind, share_code_at
from tests.audience.sharing import code_of, leek  # noqa: F401

pytestmark = pytest.mark.django_db


def test_to_the_page_with_the_code(meter, leek):  # noqa: F811
    code = code_of(meter)
    assert share_code_at(code.code.lower()) == code
    assert address_behind(code) == f"/poireau/?page=2&par={code.code}"


def test_a_revoked_one_to_the_page_alone(meter, leek):  # noqa: F811
    assert address_behind(code_of(meter, revoked_at=timezone.now())) == leek.address


def test_nowhere(meter, leek):  # noqa: F811
    assert address_behind(code_of(meter, key="9")) == ""
    assert share_code_at("nonsense") is None
