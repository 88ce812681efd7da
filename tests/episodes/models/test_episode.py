"""An episode, and what its page is given."""

import pytest
from django.core.exceptions import ValidationError
from django.test import RequestFactory

from episodes.models import Credit, EpisodePage

pytestmark = pytest.mark.django_db


def test_its_page_is_given_programme_campaign_and_themes(make_episode, make_campaign, make_theme):
    campaign, theme = make_campaign(), make_theme()
    context = make_episode(campaign=campaign, themes=[theme]).get_context(RequestFactory().get("/"))
    assert context["programme"].title == "Les excuses"
    assert context["campaign"] == campaign
    assert context["themes"] == [theme]


def test_a_translation_shows_the_themes_of_its_language(
    make_episode, make_theme, translate, english
):
    theme, untranslated = make_theme("Argent"), make_theme("Temps")
    twin = theme.copy_for_translation(english)
    twin.name = "Money"
    twin.save()
    episode = translate(make_episode(themes=[theme, untranslated]))
    assert [theme.name for theme in episode.localized_themes()] == ["Money"]


def test_for_reading_loads_all_that_the_player_needs(
    make_episode, make_film, make_campaign, django_assert_num_queries
):
    episode = make_episode(video=make_film(has_words=True), campaign=make_campaign())
    with django_assert_num_queries(3):
        found = EpisodePage.objects.for_reading().get(pk=episode.pk)
    with django_assert_num_queries(0):
        assert found.video.current.number == 1
        assert [track.language for track in found.video.text_tracks.all()] == ["fr"]
        assert len(found.video.chapters.all()) == 2
        assert found.campaign.title == "Un légume par vue"


def test_for_cards_shows_what_all_may_read(make_episode):
    shown = make_episode()
    make_episode(live=False)
    assert list(EpisodePage.objects.for_cards()) == [shown]


@pytest.mark.parametrize("number", [0, -1])
def test_a_number_begins_at_one(make_episode, number):
    episode = make_episode()
    episode.number = number
    with pytest.raises(ValidationError, match="number"):
        episode.full_clean()


def test_a_credit_reads_as_a_line(make_episode):
    assert str(Credit(episode=make_episode(), role="Image", name="Aïcha")) == "Image : Aïcha"


def test_it_stands_below_a_programme_only(house, make_campaign):
    assert EpisodePage.can_create_at(house.programmes) is False
    assert EpisodePage.can_create_at(house.home) is False
    assert EpisodePage.allowed_parent_page_models()[0].__name__ == "ProgrammePage"
