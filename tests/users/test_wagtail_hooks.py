"""The inbox on the first screen of the CMS: to each their own."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

PANEL = "users/admin/inbox.css"
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("house", "kinds")]


def home(client, user) -> str:
    client.force_login(user)
    return client.get(reverse("wagtailadmin_home")).content.decode()


def test_the_five_oldest_and_how_many(client, make_user, make_work):
    now = timezone.now()
    for number in range(7):
        since = now - timedelta(hours=20.5 + number)
        make_work("sowing", f"Semis-{number}", date_joined=since)
    text = home(client, make_user("zoe sowing"))
    assert [f"Semis-{number}" in text for number in range(7)] == [False, False] + [True] * 5
    assert text.count("inbox__overdue") == 3
    assert "7" in text[text.index(PANEL) :].partition("</p>")[0]


def test_each_sees_only_their_own(client, make_user, make_work):
    make_work("weeding", "Orties")
    assert "Orties" in home(client, make_user("max weeding"))
    text = home(client, make_user("zoe sowing"))
    assert ("Orties" in text, PANEL in text) == (False, True)
    text = home(client, make_user("ana"))
    assert (PANEL in text, reverse("inbox") in text) == (False, False)


@pytest.mark.parametrize("things", [1, 9])
def test_the_panel_costs_the_same_however_much_waits(
    client, make_user, make_work, things, django_assert_num_queries
):
    chief = make_user("chief")
    for kind in ("sowing", "weeding", "picking"):
        for _ in range(things):
            make_work(kind)
    home(client, chief)
    with django_assert_num_queries(22):
        client.get(reverse("wagtailadmin_home"))
