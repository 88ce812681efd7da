"""The presenter's private view."""

import pytest
from django.urls import reverse

from live.domain.message_presenter import message_presenter
from live.domain.presenter_links import make_presenter_link, revoke_presenter_links
from live.domain.take import take

pytestmark = pytest.mark.django_db


@pytest.fixture
def secret(run, caller):
    run.entries.filter(title="Accueil").update(prompter="Bonsoir à tous.")
    take(run, caller, 1, believed=None)
    return make_presenter_link(run, caller)


def test_it_shows_the_show_without_javascript_and_tells_nobody_its_address(client, secret):
    answer = client.get(reverse("presenter", args=[secret]))
    page = answer.content.decode()
    for words in ("Accueil", "Bonsoir à tous.", "Dakar"):
        assert words in page
    assert answer["Referrer-Policy"] == "same-origin"
    assert "no-store" in answer["Cache-Control"]
    assert answer["X-Robots-Tag"] == "noindex"


def test_its_state(client, secret):
    state = client.get(reverse("presenter_state", args=[secret])).json()
    assert (state["now"]["title"], state["next"]["title"]) == ("Accueil", "Dakar")


def test_seen(client, secret, run, caller):
    message = message_presenter(run, caller, "Plus vite.")
    assert "Plus vite." in client.get(reverse("presenter", args=[secret])).content.decode()
    answer = client.post(reverse("presenter_seen", args=[secret]), {"message": message.pk})
    assert answer.status_code == 302
    message.refresh_from_db()
    assert message.seen_at
    assert (
        client.post(reverse("presenter_seen", args=[secret]), {"message": "x"}).status_code == 302
    )


def test_reading_sees_nothing(client, secret, run, caller):
    message = message_presenter(run, caller, "Plus vite.")
    assert client.get(reverse("presenter_seen", args=[secret])).status_code == 405
    message.refresh_from_db()
    assert message.seen_at is None


def test_a_shut_link_and_a_guessed_one_are_not_there(client, secret, run, caller):
    revoke_presenter_links(run, caller)
    for one in (secret, "deviné"):
        for name in ("presenter", "presenter_state"):
            assert client.get(reverse(name, args=[one])).status_code == 404
        assert client.post(reverse("presenter_seen", args=[one])).status_code == 404
