"""The film of an episode in pages of others."""

import pytest

from campaigns.domain.oembed import describe
from episodes.domain.embed_episode import find_episode

pytestmark = pytest.mark.django_db


@pytest.fixture
def episode(make_episode, make_film):
    return make_episode("Ça ne sert à rien", video=make_film())


@pytest.mark.parametrize(
    ("asked", "given"),
    [
        (("", ""), (640, 416)),
        (("320", ""), (320, 208)),
        (("9999", "208"), (320, 208)),
        (("x", "0"), (640, 416)),
    ],
)
def test_it_keeps_its_shape(episode, asked, given):
    embed = find_episode(episode.full_url, "testserver")
    said = describe(embed, "https://a.example", "la cagette", *asked)
    assert (said["type"], said["width"], said["height"]) == ("video", *given)
    assert f'src="https://a.example/lecteur/{episode.pk}/"' in said["html"]
    assert f'width="{given[0]}" height="{given[1]}"' in said["html"]


def test_not_without_a_film(make_episode):
    assert find_episode(make_episode().full_url, "testserver") is None


def test_not_what_is_not_public(episode):
    episode.unpublish()
    assert find_episode(episode.full_url, "testserver") is None
