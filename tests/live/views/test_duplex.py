"""The guest's page keeps its address to itself."""

import logging
from datetime import timedelta

import pytest
from django.utils import timezone

from live.models.keys import digest_of
from tests.live.feeds import make_feed

pytestmark = pytest.mark.django_db
SECRET = "canary-secret"


@pytest.fixture
def feed(house):
    until = timezone.now() + timedelta(hours=1)
    return make_feed(house, "Nairobi", guest_digest=digest_of(SECRET), guest_until=until)


@pytest.mark.parametrize("language", ["", "/en"])
def test_the_page_of_a_guest_is_private(client, feed, language):
    answer = client.get(f"{language}/duplex/{SECRET}/")
    assert answer.status_code == 200
    assert f'data-secret="{SECRET}"' in answer.text
    assert feed.programme.title in answer.text
    assert "no-store" in answer["Cache-Control"]
    assert answer["Referrer-Policy"] == "same-origin"
    assert "camera=(self), microphone=(self)" in answer["Permissions-Policy"]
    assert "default-src 'none'" in answer["Content-Security-Policy"]
    assert not answer.cookies


def test_a_link_that_is_over_says_what_to_do_and_stands_in_no_log(client, feed, caplog):
    caplog.set_level(logging.DEBUG)
    feed.guest_until = timezone.now()
    feed.save()
    answer = client.get(f"/duplex/{SECRET}/")
    assert answer.status_code == 410
    assert "FED-006" in answer.text
    assert "no-store" in answer["Cache-Control"]
    assert "canary" not in caplog.text


def test_it_is_only_looked_at(client, feed):
    assert client.post(f"/duplex/{SECRET}/").status_code == 405
