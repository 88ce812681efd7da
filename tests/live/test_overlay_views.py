"""The overlay: a public page without anything in it but where the snapshot is."""

import pytest
from django.urls import reverse

pytestmark = pytest.mark.django_db


def test_it_reads_the_public_snapshot(client, programme_on_debate):
    answer = client.get(reverse("overlay", args=[programme_on_debate.pk]))
    page = answer.content.decode()
    assert f'data-state="/state/live/programme-{programme_on_debate.pk}.json"' in page
    assert not answer.cookies


def test_a_draft_has_none(client, make_show):
    for pk in (make_show(live=False).pk, 0):
        assert client.get(reverse("overlay", args=[pk])).status_code == 404
