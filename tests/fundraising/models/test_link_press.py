"""A press is a row, under the key of its form."""

import pytest
from django.db import IntegrityError

from fundraising.models import LinkPress

pytestmark = pytest.mark.django_db


def test_the_same_form_presses_once(fundraiser):
    press = LinkPress.objects.create(fundraiser=fundraiser, key="x")
    assert str(press).startswith("Zoé court: 2")
    with pytest.raises(IntegrityError):
        LinkPress.objects.create(fundraiser=fundraiser, key="x")
