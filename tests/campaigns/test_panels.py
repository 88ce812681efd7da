"""The panel that says what is missing, on the editing screens."""

import pytest
from django.utils.translation import gettext

from campaigns.content_check import check_content

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("kind", ["episode", "campaign"])
def test_it_stands_on_the_editing_screen(kind, make_episode, make_campaign, client, admin):
    page = make_episode() if kind == "episode" else make_campaign()
    client.force_login(admin)
    text = client.get(f"/admin/pages/{page.pk}/edit/").text
    assert gettext("Before you publish") in text
    for check in check_content(page):
        assert str(check.label) in text
        assert str(check.remedy).replace("'", "&#x27;") in text


def test_it_stands_on_the_screen_of_a_new_page(programme, client, admin):
    client.force_login(admin)
    answer = client.get(f"/admin/pages/add/episodes/episodepage/{programme.pk}/")
    assert answer.status_code == 200
    assert "content-check" in answer.text
