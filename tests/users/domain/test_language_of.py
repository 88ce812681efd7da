"""People of the team are written to in the language of their CMS."""

import pytest
from wagtail.users.models import UserProfile

from users.domain.language_of import language_of

pytestmark = pytest.mark.django_db


def test_as_they_chose_or_as_the_site_is(make_user, settings):
    lea = make_user("lea")
    assert language_of(lea) == "fr"
    settings.LANGUAGE_CODE = "en-gb"
    assert language_of(lea) == "en"
    UserProfile.objects.create(user=lea, preferred_language="fr")
    lea.refresh_from_db()
    assert language_of(lea) == "fr"
