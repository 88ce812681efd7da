"""A cause has one address in each language."""

import pytest
from django.db import IntegrityError
from wagtail.models import Locale

from campaigns.models import Cause


@pytest.mark.django_db
def test_an_address_is_taken_once_a_language(english):
    values = {"slug": "donner", "summary": "a"}
    cause = Cause.objects.create(name="Donner", locale=Locale.get_default(), **values)
    assert str(cause) == "Donner"
    Cause.objects.create(name="Giving", locale=english, **values)
    with pytest.raises(IntegrityError):
        Cause.objects.create(name="Encore", locale=english, **values)
