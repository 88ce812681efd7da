"""Names that are, or hide, those of organisations and of the site."""

import pytest

from campaigns.models import Organisation
from qa.domain.taken_names import is_taken_name

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("name", ["Le Pont officiel", "ÉPICERIE du pont", "admin", "la cagette.tv"])
def test_taken(house, name):
    Organisation.objects.create(name="Épicerie du Pont")
    assert is_taken_name(name)


@pytest.mark.parametrize("name", ["Zoé", "Pontus", "Adminata"])
def test_free(house, name):
    Organisation.objects.create(name="Épicerie du Pont")
    Organisation.objects.create(name="Zoé")
    assert not is_taken_name(name)
