"""The rundown with its hours, on the editing screen."""

from datetime import UTC, datetime

import pytest
from django.utils.translation import gettext

pytestmark = pytest.mark.django_db


def test_the_plan_stands_above_the_parts(client, admin, make_live):
    # 3 in the morning over there.
    page = make_live(
        starts_at=datetime(2027, 3, 6, 16, 0, tzinfo=UTC),
        segments=[
            {"title": "Le plateau", "planned_s": 270},
            {"title": "Nuit", "time_zone": "Pacific/Noumea", "planned_s": 3600},
        ],
    )
    client.force_login(admin)
    text = client.get(f"/admin/pages/{page.pk}/edit/").text
    assert "4:30" in text
    assert gettext("Night there") in text
    assert f"/admin/lives/{page.pk}/rundown/" in text


def test_a_new_page_says_what_will_be_there(client, admin, live_index):
    client.force_login(admin)
    answer = client.get(f"/admin/pages/add/live/liveprogrammepage/{live_index.pk}/")
    assert answer.status_code == 200
    assert "rundown-screen" not in answer.text
