"""The channel on the list of live programmes, and by itself, without any script."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone
from wagtail.models import PageViewRestriction

from live.models import ChannelFilm, Run

pytestmark = pytest.mark.django_db


@pytest.fixture
def film(make_campaign, make_film, make_episode):
    return make_episode("La courge", video=make_film(duration=3600), campaign=make_campaign())


@pytest.fixture
def fill(live_index, film):
    """Put these episodes on the channel, else the one film; returns the address of the fragment."""

    def fill(*episodes):
        live_index.has_channel = True
        live_index.channel_films = [ChannelFilm(episode=one) for one in episodes or (film,)]
        live_index.save_revision().publish()
        return f"/directs/chaine/{live_index.pk}/"

    return fill


def test_on_the_list(client, live_index, film, fill):
    assert "<live-channel" not in client.get(live_index.url).text
    address = fill()
    answer = client.get(f"{live_index.url}?page=1")
    text = answer.text
    assert 'id="channel-title"' in text
    assert re.search(rf'href="{film.url}\?t=\d+"', text)
    assert f'data-src="{address}"' in text
    assert f'data-meter="{film.campaign.meter.key}"' in text
    assert f'data-film="{film.video.public_id}"' in text
    assert 'data-resume-key=""' in text
    assert "heure de Paris" in text
    assert "Set-Cookie" not in answer


def test_by_itself(client, film, fill, settings):
    settings.PAGE_CACHE_S = 15
    answer = client.get(fill())
    assert answer.text.strip().startswith("<live-channel")
    assert "<html" not in answer.text
    assert answer["X-Robots-Tag"] == "noindex"
    assert "s-maxage=1," in answer["Cache-Control"]
    begins, length = re.findall(r'data-(?:begins|length)="([^"]+)"', answer.text)
    assert 0 <= (timezone.now() - timezone.datetime.fromisoformat(begins)).total_seconds() < 3600
    assert float(length) == 3600


def test_it_waits_for_the_next_live(client, live_index, fill, make_live):
    page = make_live()
    text = client.get(fill()).text
    assert f'data-live="/state/live/programme-{page.pk}.json"' in text
    assert f'data-live-at="{page.starts_at.astimezone().isoformat()[:16]}' in text


def test_a_live_takes_its_place(client, live_index, fill, make_live):
    page = make_live(starts_at=timezone.now() - timedelta(minutes=1))
    Run.objects.create(programme=page, started_at=timezone.now(), is_rehearsal=True)
    address = fill()
    assert "<live-channel" in client.get(f"{live_index.url}?page=2").text
    Run.objects.create(programme=page, started_at=timezone.now())
    assert "<live-channel" not in client.get(f"{live_index.url}?page=3").text
    text = client.get(address).text
    assert text.strip().startswith('<section class="live-band"')
    assert page.url in text


def test_off_again(client, live_index, film, fill):
    address = fill()
    film.unpublish()
    assert client.get(address).text.strip() == ""


def test_only_of_a_list_that_all_may_read(client, live_index, fill):
    address = fill()
    assert client.get("/directs/chaine/99999/").status_code == 404
    assert client.post(address).status_code == 405
    PageViewRestriction.objects.create(page=live_index, restriction_type="login")
    assert client.get(address).status_code == 404


def test_as_many_queries_for_many_films(
    client, live_index, fill, film, make_film, make_episode, django_assert_num_queries
):
    more = [make_episode(f"Film {n}", video=make_film(with_files=False)) for n in range(4)]
    for episodes in ((film,), (film, *more)):
        fill(*episodes)
        client.get(live_index.url)
        with django_assert_num_queries(11):
            client.get(live_index.url)
