"""What every page of Potager has in common: a poster."""

import pytest
from django.core.exceptions import ValidationError

from campaigns.enums import PosterColour
from campaigns.models import PosterPage
from campaigns.models.pages import CampaignPage
from episodes.models import EpisodePage, ProgrammePage
from live.models import LiveProgrammePage

pytestmark = pytest.mark.django_db


def test_whose_pages_have_one():
    pages = {CampaignPage, ProgrammePage, EpisodePage, LiveProgrammePage}
    assert pages == set(PosterPage.__subclasses__())


@pytest.mark.parametrize("colour", PosterColour.values)
def test_every_colour_is_drawn(make_campaign, client, colour):
    text = client.get(make_campaign(poster_colour=colour).url).text
    assert f"poster--{colour}" in text


def test_a_colour_outside_the_palette_is_refused(make_campaign):
    campaign = make_campaign()
    campaign.poster_colour = "mauve"
    with pytest.raises(ValidationError, match="mauve"):
        campaign.full_clean()
