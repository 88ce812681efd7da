"""What the team decides once."""

import pytest

from fundraising.models import CollectionSettings
from qa.enums import Moderation


@pytest.mark.django_db
def test_pages_are_read_before_they_are_shown_unless_told_otherwise(client, admin):
    assert CollectionSettings().moderation == Moderation.BEFORE
    client.force_login(admin)
    assert (
        client.get("/admin/settings/fundraising/collectionsettings/", follow=True).status_code
        == 200
    )
