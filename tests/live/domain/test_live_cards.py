"""The card of a live says when it is, that it is on air, or that it can be seen again."""

from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone

from campaigns.card_sources import card_sources
from live.domain.live_cards import live_cards
from live.models import Recording, Run

pytestmark = pytest.mark.django_db
AT = datetime(2043, 12, 12, 19, 30, tzinfo=UTC)


def plain(text: str) -> str:
    return text.replace("\u00a0", " ").replace("\u202f", " ")


def card_of(page, **values):
    return dict(live_cards(**values))[str(page.pk)]


def test_announced_in_the_time_of_the_studio(make_live, translate):
    page = make_live(starts_at=AT, time_zone="America/Montreal", poster_colour="plum")
    english = translate(page, title="Round the world")
    assert card_sources()["live"] is live_cards
    cards = dict(live_cards())
    card = cards[str(page.pk)]
    assert (card.title, card.colour, card.figure) == (page.title, "plum", "")
    said = "Direct : samedi 12 décembre 2043 à 14 h 30 (heure de Montréal)"
    assert plain(card.moment) == said
    said = "Live: Saturday 12 December 2043 at 14:30 (Montréal time)"
    assert plain(cards[str(english.pk)].moment) == said


def test_on_air_then_over_then_to_watch_again(make_live):
    page = make_live(starts_at=AT)
    run = Run.objects.create(programme=page, started_at=AT, is_rehearsal=True)
    assert "Direct" in card_of(page).moment
    Run.objects.filter(pk=run.pk).update(is_rehearsal=False)
    assert card_of(page).moment == "À l’antenne"
    Run.objects.filter(pk=run.pk).update(ended_at=AT + timedelta(hours=1))
    assert plain(card_of(page).moment).startswith("C’était en direct : samedi 12 décembre 2043")
    Recording.objects.create(run=run, is_public=True)
    assert card_of(page).moment == "À revoir"


def test_a_premiere_is_on_air_without_a_run(make_live, make_episode, make_film):
    film = make_film(with_files=False, duration=150)
    page = make_live(starts_at=AT, film=make_episode(video=film))
    for seconds, said in ((-1, "Direct"), (10, "À l’antenne"), (151, "À revoir")):
        assert card_of(page, now=AT + timedelta(seconds=seconds)).moment.startswith(said)


def test_what_was_never_on_air(make_live):
    page = make_live(starts_at=timezone.now() + timedelta(days=1))
    later = timezone.now() + timedelta(days=3)
    assert "C’était en direct" in card_of(page, now=later).moment


def test_with_the_figure_of_its_campaign(make_live, make_campaign):
    campaign = make_campaign(promise="1 vue = 2 kg")
    page = make_live(campaign=campaign)
    make_live("Brouillon", live=False)
    assert len(dict(live_cards())) == 1
    assert card_of(page).figure == "1 vue = 2 kg"
    campaign.unpublish()
    assert card_of(page).figure == ""


def test_as_many_queries_for_many(make_live, make_campaign, django_assert_num_queries):
    campaign = make_campaign(promise="1 vue = 2 kg")
    make_live(campaign=campaign)
    list(live_cards())
    with django_assert_num_queries(4):
        assert len(list(live_cards())) == 1
    for _ in range(3):
        make_live(campaign=campaign)
    list(live_cards())
    with django_assert_num_queries(4):
        assert len(list(live_cards())) == 4
