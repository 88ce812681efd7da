"""How often a page asks the database: literal numbers, whatever the length of its lists.

"Cold" has empty caches. "Warm" is any later request that is not answered by the page cache:
menus, words of the site, guards and the publicity of films are remembered.
"""

import pytest
from django.core.cache import cache
from django.core.files.images import ImageFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from audience.models import Meter
from episodes.models import Credit
from home.models import MenuItem, SiteSettings
from home.models.settings import MenuPlace
from live.models import Recording, ReplayChapter, Run, RunEntry
from media.models import Picture
from projects.models import Adoption, Project
from qa.enums import TextState
from qa.models import Question
from tests.campaigns.conftest import make_pledge, meter  # noqa: F401

pytestmark = pytest.mark.django_db


@pytest.fixture
def count(client):
    """Return how many queries a page takes, cold or warm."""

    def count(url: str, *, is_cold: bool = False) -> int:
        b"".join(client.get(url))  # makes resized pictures
        if is_cold:
            cache.clear()
        with CaptureQueriesContext(connection) as queries:
            answer = client.get(url)
            assert b"".join(answer)
        assert answer.status_code == 200
        return len(queries)

    return count


@pytest.fixture
def make_picture(db):
    from io import BytesIO

    from PIL import Image

    def make() -> Picture:
        drawn = BytesIO()
        Image.new("RGB", (1280, 720), "orange").save(drawn, "PNG")
        return Picture.objects.create(title="Affiche", file=ImageFile(drawn, name="affiche.png"))

    return make


@pytest.fixture
def menus(house):
    words = SiteSettings.objects.create(site=house.site, tagline="Rire utile")
    for page in (house.campaigns, house.programmes):
        MenuItem.objects.create(settings=words, page=page)
        MenuItem.objects.create(settings=words, page=page, place=MenuPlace.FOOTER)


@pytest.fixture
def theme(make_theme):
    return make_theme()


@pytest.fixture
def campaign(make_campaign, make_picture, make_film):
    return make_campaign(poster_picture=make_picture(), video=make_film(with_files=False))


@pytest.fixture
def add_episodes(make_episode, make_picture, make_film, theme, campaign):
    """Publish so many episodes with all that an episode can have."""

    def add(number: int):
        for _ in range(number):
            episode = make_episode(
                number=None,
                video=make_film(with_files=False, has_words=True),
                poster_picture=make_picture(),
                themes=[theme],
                campaign=campaign,
                body=[("text", "<p>Une histoire.</p>")],
            )
            Credit.objects.create(episode=episode, role="Image", name="Aïcha")
        return episode

    return add


def test_an_episode(menus, add_episodes, translate, count):
    episode = add_episodes(3)
    translate(episode)
    assert (count(episode.url), count(episode.url, is_cold=True)) == (9, 30)


# Page → queries (warm, cold).
LISTS = {
    "home": (9, 22),
    "programme": (7, 18),
    "programmes": (6, 16),
    "campaign": (12, 30),
    "campaigns": (6, 16),
    "theme": (9, 18),
    "search": (7, 15),
}


@pytest.mark.parametrize("length", [1, 3, 12])
def test_lists_of_any_length(
    length, menus, house, campaign, add_episodes, make_campaign, make_programme, make_picture, count
):
    episode = add_episodes(length)
    house.home.campaign = campaign
    house.home.save_revision().publish()
    for _ in range(length):
        make_campaign(poster_picture=make_picture())
        make_programme(poster_picture=make_picture())
    urls = {
        "home": "/",
        "programme": episode.get_parent().url,
        "programmes": house.programmes.url,
        "campaign": campaign.url,
        "campaigns": house.campaigns.url,
        "theme": "/themes/argent/",
        "search": "/search/?q=monnaie",
    }
    found = {name: (count(url), count(url, is_cold=True)) for name, url in urls.items()}
    assert found == LISTS


LIVES = {"home": (7, 20), "list": (7, 17), "before": (9, 23), "on air": (12, 27), "over": (16, 31)}


@pytest.mark.parametrize("length", [1, 3])
def test_live_programmes_of_any_length(
    length, menus, live_index, campaign, make_live, make_theme, make_picture, count
):
    themes = [make_theme(f"Theme{number}") for number in range(length)]
    for theme in themes:
        Question.objects.create(
            theme=theme, text="?", state=TextState.APPROVED, received_at=timezone.now()
        )
    segments = [{"theme": themes[0], "place": "Dakar", "time_zone": "Africa/Dakar"}] * length
    values = {"campaign": campaign, "themes": themes, "segments": segments}
    page = make_live(poster_picture=make_picture(), **values)
    for _ in range(length):
        make_live(poster_picture=make_picture())

    def count_both(url: str) -> tuple[int, int]:
        return count(url), count(url, is_cold=True)

    found = {name: count_both(url) for name, url in (("home", "/"), ("list", live_index.url))}
    found["before"] = count_both(page.url)
    run = Run.objects.create(programme=page, started_at=timezone.now())
    for number in range(2 * length):
        RunEntry.objects.create(run=run, position=number, kind="studio", title="-", planned_s=60)
    found["on air"] = count_both(page.url)
    Run.objects.update(ended_at=page.starts_at)
    recording = Recording.objects.create(run=run, is_public=True)
    for _ in range(length):
        ReplayChapter.objects.create(
            recording=recording, title="Dakar", wall_at=run.started_at, at_s=0
        )
    found["over"] = count_both(page.url)
    assert found == LIVES


# Page → queries (warm, cold). A strip of tabs, a vegetable and a sponsor cost none by themselves.
PROJECTS = {"list": (4, 12), "looking": (5, 13), "one": (5, 15)}


@pytest.mark.parametrize("length", [1, 3, 12])
def test_projects_of_any_length(length, menus, make_pledge, count):  # noqa: F811
    for number in range(length):
        count_of_likes = Meter.objects.create(name=f"Projet {number}")
        project = Project.objects.create(
            title=f"Projet {number}",
            slug=f"projet-{number}",
            field="food",
            state=TextState.APPROVED,
            meter=count_of_likes,
            published_at=timezone.now(),
        )
        if number % 2:
            Adoption.objects.create(project=project, pledge=make_pledge())
    urls = {
        "list": "/projets/",
        "looking": "/projets/?standing=looking",
        "one": "/projets/projet-0/",
    }
    found = {name: (count(url), count(url, is_cold=True)) for name, url in urls.items()}
    assert found == PROJECTS


def test_the_sitemap(menus, add_episodes, count):
    add_episodes(3)
    assert count("/sitemap.xml?part=0") == 2
