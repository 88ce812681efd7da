"""The demo fills an empty site once, in two languages."""

from io import BytesIO

import pytest
from django.core.files.images import ImageFile
from PIL import Image
from wagtail.models import Page, Site

from campaigns.models import CampaignPage
from episodes.models import EpisodePage
from home.models import HomePage, SiteSettings
from live.models import LiveIndexPage
from media.models import Picture
from portal.demo.english import make_english
from portal.demo.library import films_without_source, make_films
from portal.demo.pages import make_site
from portal.demo.people import make_people
from portal.demo.posters import SCENES
from portal.demo.scripts import FILMS
from users.models import User

pytestmark = pytest.mark.django_db


@pytest.fixture
def posters(roots):
    """One small picture stands for all posters: drawing them is tested elsewhere."""
    data = BytesIO()
    Image.new("RGB", (160, 90), "#0b6b45").save(data, "PNG")
    picture = Picture.objects.create(title="Affiche", file=ImageFile(data, name="a.png"))
    return {scene.slug: picture for scene in SCENES}


@pytest.fixture
def films(roots):
    make_people()
    return make_films(User.objects.get(username="editor"))


def test_the_site_is_built_once(films, posters):
    Site.objects.get_or_create(
        is_default_site=True,
        defaults={"hostname": "localhost", "root_page": Page.objects.get(depth=1)},
    )

    assert make_site(films, posters)
    pages = Page.objects.count()
    assert not make_site(films, posters)

    assert Page.objects.count() == pages
    assert EpisodePage.objects.live().count() == len(FILMS)
    home = HomePage.objects.get()
    assert home.campaign.slug == "deux-kilos"
    menu = SiteSettings.objects.get().menu_items.values_list("page__slug", flat=True)
    assert set(menu) >= {"campagnes", "emissions", "mentions-legales"}


def test_the_main_pages_exist_in_english(films, posters, client):
    make_site(films, posters)
    make_english()

    english = HomePage.objects.get(locale__language_code="en")
    assert english.campaign == CampaignPage.objects.get(slug="two-kilos")
    assert english.get_children().live().count() == 5
    assert english.numchild == 5


def test_films_wait_for_their_source(films):
    assert set(films_without_source()) == {film.slug for film in FILMS}
    assert films["pas-de-monnaie"].text_tracks.count() == 2
    assert make_films(User.objects.get(username="editor")) == films


def test_its_films_are_on_the_channel(films, posters):
    make_site(films, posters)
    make_english()
    for index in LiveIndexPage.objects.all():
        listed = [one.episode.video for one in index.channel_films.all()]
        assert index.has_channel
        assert len(listed) == len({film.slug for film in FILMS if not film.is_audio_only})
        assert all(video.type == "video" for video in listed)
