"""A meter of a higher room has a page to act on without scripts, and receipts that lead back."""

import pytest

from audience.domain.tokens import new_token
from audience.models import Meter
from campaigns.counted_places import CountedPlace, counted_place, register_counted
from tests.projects.conftest import mo, project, propose, publish, sent, words  # noqa: F401

pytestmark = pytest.mark.django_db


def test_whoever_knows_the_meter_says_what_it_counts_for():
    meter = Meter.objects.create(name="Arrosoir")
    place = CountedPlace("L’arrosoir", "/arrosoir/", thanks="Il est content.", kinds=("like",))

    def find(pk: int) -> CountedPlace | None:
        return place if pk == meter.pk else None

    from campaigns import counted_places

    register_counted(find)
    register_counted(find)
    try:
        assert counted_place(meter.pk) is place
        assert counted_place(0) is None
        assert counted_places._finders.count(find) == 1
    finally:
        counted_places._finders.remove(find)
    assert counted_place(meter.pk) is None


def test_liking_a_project_without_scripts(client, project):  # noqa: F811
    key = project.meter.key
    page = client.get(f"/geste/{key}/like/")
    assert f'href="{project.get_absolute_url()}"' in page.text
    assert client.get(f"/geste/{key}/click/").status_code == 404
    refused = client.get(f"/geste/{key}/like/refus/?raison=already_counted")
    assert project.title in refused.text
    assert new_token(key, "like").text() not in page.text
