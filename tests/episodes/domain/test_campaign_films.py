"""Episodes that serve a campaign add their films to its report."""

import pytest

from campaigns.shown_films import films_of
from episodes.domain.campaign_films import films_for

pytestmark = pytest.mark.django_db


def test_published_episodes_that_serve_it(make_campaign, make_episode, make_film):
    campaign, other = make_campaign("Une"), make_campaign("Autre")
    film, draft, foreign = (make_film(title, with_files=False) for title in "ABC")
    make_episode("A", video=film, campaign=campaign)
    make_episode("A bis", video=film, campaign=campaign)
    make_episode("B", video=draft, campaign=campaign, live=False)
    make_episode("C", video=foreign, campaign=other)
    make_episode("D", campaign=campaign)
    assert films_for(campaign.meter.pk) == [film.pk]
    assert list(films_of(campaign.meter.pk)) == [film]
