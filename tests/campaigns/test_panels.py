"""The check stands at the head of the editing form."""

import pytest
from django.urls import reverse

pytestmark = pytest.mark.django_db


def test_the_editor_sees_what_is_missing(admin, client, make_episode, make_film):
    page = make_episode(video=make_film(has_words=True))
    client.force_login(admin)

    html = client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()

    assert "icon-warning" in html
    assert "icon-check" in html
