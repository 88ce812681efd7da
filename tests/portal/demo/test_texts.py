"""The demo's words fit together: every film, poster and organisation named exists."""

from portal.demo import texts
from portal.demo.posters import BY_SLUG as SCENES
from portal.demo.scripts import BY_SLUG as FILMS


def test_everything_named_exists():
    episodes = [episode for programme in texts.PROGRAMMES for episode in programme.episodes]
    themes = {theme.slug for theme in texts.THEMES}
    campaigns = {campaign.slug for campaign in texts.CAMPAIGNS}
    assert {episode.film for episode in episodes} == set(FILMS)
    assert {slug for episode in episodes for slug in episode.themes} <= themes
    assert {episode.campaign for episode in episodes} <= campaigns | {""}
    assert {programme.poster for programme in texts.PROGRAMMES} <= set(SCENES)
    for campaign in texts.CAMPAIGNS:
        assert {campaign.sponsor, campaign.beneficiary} <= set(texts.ORGANISATIONS)


def test_texts_fit_their_fields():
    assert all(len(campaign.promise) <= 160 for campaign in texts.CAMPAIGNS)
    assert all(len(programme.pitch) <= 200 for programme in texts.PROGRAMMES)
    assert len(texts.ABOUT) <= 400
