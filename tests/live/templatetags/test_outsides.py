"""Which picture from elsewhere a page shows, and how: nothing of it before somebody agrees."""

import re
from types import SimpleNamespace

import pytest
from django.test import RequestFactory
from django.utils import timezone

from live.domain.show_programme import show_programme
from live.models import Recording, Run
from live.outside_policy import outside_directives
from live.templatetags.outsides import outside_of

pytestmark = pytest.mark.django_db
YOUTUBE = "https://www.youtube.com/watch?v=dQw4w9WgXcQ"
TUBE = "https://tube.example.org/w/9c9de5e8FQhPaJyYwNbQ2X"
HLS = "https://live.example.org/a.m3u8?k=1"


def begin(page, **values) -> Run:
    return Run.objects.create(**{"programme": page, "started_at": timezone.now(), **values})


def shown(page, **request):
    context = {"request": SimpleNamespace(**request)}
    return outside_of(context, page, show_programme(page))


def test_only_while_it_is_live_or_in_a_preview(make_live):
    page = make_live(outside_address=YOUTUBE)
    assert shown(page) is None
    assert shown(page, is_preview=True) == page.outside
    run = begin(page)
    assert shown(page) == page.outside
    Run.objects.filter(pk=run.pk).update(ended_at=page.starts_at)
    assert shown(page) is None
    assert shown(make_live("Ici")) is None


def test_a_translated_page_has_its_own_or_that_of_the_run(make_live, translate):
    page = make_live(outside_address=YOUTUBE)
    english = translate(page, title="Round the world", outside_address="")
    begin(page)
    assert shown(english) == page.outside
    english.outside_address = TUBE
    assert shown(english).host == "tube.example.org"


def test_a_replay_is_elsewhere_unless_it_is_here(make_live, make_film):
    page = make_live(outside_address=YOUTUBE, starts_at=timezone.now())
    run = begin(page, ended_at=timezone.now())
    replay = Recording.objects.create(run=run, is_public=True, outside_address=TUBE)
    assert shown(page) == replay.outside
    replay.video = make_film()
    replay.save()
    assert shown(page) is None


def test_an_address_that_is_not_taken_any_more_shows_nothing(make_live):
    page = make_live()
    type(page).objects.filter(pk=page.pk).update(outside_address="https://evil.example/x")
    page.refresh_from_db()
    begin(page)
    request = RequestFactory().get("/")
    assert outside_of({"request": request}, page, show_programme(page)) is None
    assert outside_directives(request) == {}


@pytest.mark.parametrize(
    ("address", "link", "receiver", "policy"),
    [
        (YOUTUBE, "Regarder sur youtube.com", "YouTube (Google)", "strict-origin"),
        (TUBE, "Regarder sur tube.example.org", "vient de tube.example.org", "no-referrer"),
    ],
)
def test_before_anybody_agrees_there_is_a_link_and_a_sentence(
    client, make_live, address, link, receiver, policy
):
    page = make_live(outside_address=address)
    begin(page)
    text = client.get(page.url).text
    assert f'href="{address}" rel="noopener noreferrer" data-part="link">{link}</a>' in text
    assert receiver in text
    outside_templates = re.sub(r"<template.*?</template>", "", text, flags=re.DOTALL)
    assert "<iframe" not in outside_templates
    frame = re.search(r"<iframe[^>]*>", text)[0]
    assert 'sandbox="allow-scripts allow-same-origin allow-presentation"' in frame
    assert f'referrerpolicy="{policy}"' in frame
    assert 'allow="autoplay; fullscreen; picture-in-picture"' in frame
    assert "potager-live" not in outside_templates


def test_hls_is_played_by_our_player(client, make_live):
    page = make_live(outside_address=HLS)
    begin(page)
    text = client.get(page.url).text
    assert f'data-master="{HLS}" data-outside' in text
    assert "<iframe" not in text
    assert "live.example.org, d’où vient l’image, ne répond pas" in text
    assert 'preload="none"' in text


def test_taken_off_by_the_team(client, make_live):
    page = make_live(outside_address=YOUTUBE)
    begin(page, shows_slate=True)
    assert '<outside-live class="outside" data-off>' in client.get(page.url).text


def test_a_question_is_shown_at_once(client, make_live):
    page = make_live(outside_address=YOUTUBE)
    run = begin(page)
    text = client.get(page.url).text
    assert re.search(rf'<live-now[^>]*{run.key}\.json"[^>]* data-outside ', text)


def test_a_preview_shows_how_it_will_stand(admin_client, make_live):
    page = make_live(outside_address=YOUTUBE)
    preview = page.make_preview_request()
    assert "Dans cet aperçu seulement" in preview.text
    assert "https://www.youtube-nocookie.com" in preview["Content-Security-Policy"]
