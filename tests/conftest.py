"""What all tests share: an empty house, builders that fill it, a client for the front door.

The tests run on SQLite. Those marked `databases` hold on PostgreSQL too: `make test` runs
them once more with DATABASE_URL set.
"""

import asyncio
import gc
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any
from unittest.mock import patch
from urllib.parse import urlencode

import pytest
from asgiref.sync import async_to_sync
from django.conf import settings as django_settings
from django.contrib.auth import get_user_model
from django.contrib.auth.models import AbstractUser, Permission
from django.core.cache import cache
from django.core.files.base import ContentFile
from django.core.files.storage import storages
from django.utils import timezone, translation
from wagtail.models import Collection, Locale, Page, Site
from wagtail.signal_handlers import disable_reference_index_auto_update

from tests.migrated import copy_migrated

REPOSITORY = Path(__file__).resolve().parent.parent


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "databases: must hold on SQLite and on PostgreSQL")
    if Path(django_settings.DATA_DIR).is_relative_to(REPOSITORY):
        raise pytest.UsageError(
            f"The tests would write into your data ({django_settings.DATA_DIR}). "
            "Run them without DATA_DIR: env -u DATA_DIR pytest"
        )


def pytest_collection_finish() -> None:
    """Let the collector of garbage leave alone what stays: code, models, the tests themselves.

    Looking through all of it again and again took a twentieth of the time of a run.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)


def pytest_unconfigure(config: pytest.Config) -> None:
    if Path(django_settings.DATA_DIR).name.startswith("potager-test-"):
        shutil.rmtree(django_settings.DATA_DIR, ignore_errors=True)


@pytest.fixture(scope="session")
def django_db_keepdb(django_db_keepdb: bool) -> bool:
    """On SQLite, begin with a copy of a migrated database."""
    if not django_settings.IS_SQLITE:
        return django_db_keepdb
    copy_migrated(Path(django_settings.DATABASES["default"]["TEST"]["NAME"]))
    return True


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker) -> None:
    """Take away the page that welcomes to Wagtail, once: in each test it would cost as much as two.

    The tests of this process alone miss it; the sites that tests start have it.
    """
    with django_db_blocker.unblock():
        Site.objects.all().delete()
        Page.objects.filter(depth=2).delete()


@pytest.fixture(autouse=True)
def _forget_the_test_before() -> Iterator[None]:
    """Begin with empty caches and in French: nothing of one test is remembered by the next.

    A request leaves its language active in its thread.
    """
    cache.clear()
    translation.deactivate()
    yield
    cache.clear()


@dataclass(frozen=True)
class House:
    """The pages every site has, with the lists of campaigns and programmes empty."""

    site: Site
    home: Page
    campaigns: Page
    programmes: Page


@pytest.fixture
def roots(db) -> None:
    """Make sure of what the first migrations made: a transactional test before may have flushed."""
    Locale.objects.get_or_create(language_code="fr")
    if not Collection.objects.exists():
        Collection.add_root(name="Root")
    if not Page.objects.filter(depth=1).exists():
        Page.add_root(title="Root", slug="root")


@pytest.fixture
def house(roots) -> House:
    """A French site without campaigns, programmes or films."""
    from campaigns.models import CampaignIndexPage
    from episodes.models import ProgrammeIndexPage
    from home.models import HomePage

    root = Page.objects.get(depth=1)
    home = root.add_child(
        instance=HomePage(title="Le Potager", slug="accueil", locale=Locale.get_default())
    )
    Site.objects.all().delete()
    site = Site.objects.create(
        hostname="localhost", site_name="la cagette.tv", root_page=home, is_default_site=True
    )
    Page.objects.filter(depth=2).exclude(pk=home.pk).delete()
    return House(
        site=site,
        home=home,
        campaigns=home.add_child(instance=CampaignIndexPage(title="Campagnes", slug="campagnes")),
        programmes=home.add_child(instance=ProgrammeIndexPage(title="Émissions", slug="emissions")),
    )


@pytest.fixture
def english(house) -> Locale:
    return Locale.objects.get_or_create(language_code="en")[0]


@pytest.fixture
def translate(english) -> Callable[..., Page]:
    """Publish the English translation of a page, its parents first."""

    def translate(page: Page, **values: Any) -> Page:
        copy = page.specific.copy_for_translation(english, copy_parents=True)
        for name, value in values.items():
            setattr(copy, name, value)
        copy.save_revision().publish()
        for parent in copy.get_ancestors().filter(live=False):
            parent.specific.save_revision().publish()
        copy.refresh_from_db()
        return copy

    return translate


@pytest.fixture
def make_film(roots) -> Callable[..., Any]:
    """Make a film that plays: a ready version with small files where the encoder puts them."""
    from media.enums import EncodingState, VideoState
    from media.models import Chapter, Encoding, TextTrack, Video

    files = {
        "master.m3u8": b"#EXTM3U\n#EXT-X-VERSION:7\n",
        "360p.mp4": bytes(range(256)) * 4,
        "video/360p/1.m4s": b"segment",
        **{f"poster-{number}.jpg": b"\xff\xd8poster\xff\xd9" for number in range(1, 11)},
        "story.vtt": b"WEBVTT\n",
    }

    def make(
        title: str = "Le poireau",
        *,
        with_files: bool = True,
        has_words: bool = False,
        **values: Any,
    ) -> Any:
        film = Video.objects.create(
            **{
                "title": title,
                "type": "video",
                "duration": 102.0,
                "width": 640,
                "height": 360,
                "file": "source",
                "state": VideoState.READY,
                "collection": Collection.get_first_root_node(),
                **values,
            }
        )
        film.current = Encoding.objects.create(
            video=film,
            number=1,
            state=EncodingState.READY,
            percent=100,
            has_hls=True,
            mp4_name="360p.mp4",
            poster_count=10,
            has_storyboard=True,
            finished_at=timezone.now(),
        )
        film.save()
        for name, content in files.items() if with_files else ():
            storages["videos"].save(f"{film.current.folder}/{name}", ContentFile(content))
        if has_words:
            cues = [
                {"start_s": 1.0, "end_s": 3.0, "text": "Bonjour les poireaux."},
                {"start_s": 62.0, "end_s": 65.5, "text": "Au revoir, l’été."},
            ]
            TextTrack.objects.create(video=film, kind="captions", language="fr", cues=cues)
            Chapter.objects.create(video=film, start_s=0, title="Le semis")
            Chapter.objects.create(video=film, start_s=60, title="La récolte")
        return film

    return make


def _slug(parent: Page, word: str) -> str:
    return f"{word}-{parent.numchild + 1}"


@contextmanager
def _not_indexed_yet() -> Iterator[None]:
    """Leave a page out of search and references: publishing it, next, writes both."""
    search = patch("modelsearch.signal_handlers.insert_or_update_object_task")
    with search, disable_reference_index_auto_update():
        yield


def _publish(parent: Page, page: Page, *, live: bool, age_days: float) -> Page:
    page.live = live
    if not live:
        parent.add_child(instance=page)
    else:
        with _not_indexed_yet():
            parent.add_child(instance=page)
        page.save_revision().publish()
        published_at = timezone.now() - timedelta(days=age_days)
        type(page).objects.filter(pk=page.pk).update(first_published_at=published_at)
        page.refresh_from_db()
    return page


@pytest.fixture
def make_campaign(house) -> Callable[..., Any]:
    from campaigns.models import CampaignPage

    def make(
        title: str = "Un légume par vue", *, live: bool = True, age_days: float = 0, **values: Any
    ) -> CampaignPage:
        values = {"slug": _slug(house.campaigns, "campagne"), **values}
        page = CampaignPage(title=title, **values)
        return _publish(house.campaigns, page, live=live, age_days=age_days)

    return make


@pytest.fixture
def make_programme(house) -> Callable[..., Any]:
    from episodes.models import ProgrammePage

    def make(
        title: str = "Les excuses", *, live: bool = True, age_days: float = 0, **values: Any
    ) -> ProgrammePage:
        values = {"slug": _slug(house.programmes, "emission"), **values}
        page = ProgrammePage(title=title, **values)
        return _publish(house.programmes, page, live=live, age_days=age_days)

    return make


@pytest.fixture
def programme(make_programme) -> Any:
    return make_programme()


@pytest.fixture
def make_episode(programme) -> Callable[..., Any]:
    """Publish an episode (a draft with `live=False`) in `programme` or another `parent`."""
    from episodes.models import EpisodePage

    def make(
        title: str = "Je n’ai pas de monnaie",
        *,
        parent: Page | None = None,
        live: bool = True,
        age_days: float = 0,
        **values: Any,
    ) -> EpisodePage:
        themes = values.pop("themes", ())
        parent = parent or programme
        page = EpisodePage(title=title, **{"slug": _slug(parent, "episode"), **values})
        page.themes.set(themes)
        return _publish(parent, page, live=live, age_days=age_days)

    return make


@pytest.fixture
def live_index(house) -> Page:
    """The list of live programmes, which not every site has."""
    from live.models import LiveIndexPage

    index = LiveIndexPage(title="Directs", slug="directs")
    return _publish(house.home, index, live=True, age_days=0)


@pytest.fixture
def make_live(live_index) -> Callable[..., Any]:
    """Publish a live programme, in a week unless told, with `segments` as its rundown."""
    from live.models import LiveProgrammePage, Segment

    def make(
        title: str = "Le tour des potagers", *, live: bool = True, **values: Any
    ) -> LiveProgrammePage:
        themes, segments = values.pop("themes", ()), values.pop("segments", ())
        values = {
            "slug": _slug(live_index, "direct"),
            "starts_at": timezone.now() + timedelta(days=7),
            **values,
        }
        page = LiveProgrammePage(title=title, **values)
        page.themes.set(themes)
        page.segments = [
            Segment(**{"title": f"Séquence {place}", "sort_order": place, **segment})
            for place, segment in enumerate(segments, 1)
        ]
        return _publish(live_index, page, live=live, age_days=0)

    return make


@pytest.fixture
def make_page(house) -> Callable[..., Any]:
    """Publish a plain page under the front page."""
    from home.models import PlainPage

    def make(
        title: str = "Qui sommes-nous ?",
        *,
        parent: Page | None = None,
        live: bool = True,
        **values: Any,
    ) -> PlainPage:
        parent = parent or house.home
        page = PlainPage(title=title, **{"slug": _slug(parent, "page"), **values})
        return _publish(parent, page, live=live, age_days=0)

    return make


@pytest.fixture
def make_theme(roots) -> Callable[..., Any]:
    from qa.models import Theme

    def make(name: str = "Argent", **values: Any) -> Theme:
        defaults = {"slug": name.lower(), "question": f"{name} : un peu, beaucoup ?"}
        return Theme.objects.create(
            **{"name": name, "locale": Locale.get_default(), **defaults, **values}
        )

    return make


@pytest.fixture
def admin(roots) -> AbstractUser:
    return get_user_model().objects.create_superuser("admin", "admin@example.org", "secret")


@dataclass(frozen=True)
class Answer:
    """What an ASGI application sent."""

    status: int
    headers: dict[str, str]
    body: bytes
    pieces: int


async def knock(
    method: str,
    path: str,
    headers: dict[str, str] | None = None,
    *,
    body: bytes | dict[str, object] = b"",
    address: str = "",
) -> Answer:
    """Ask the front door, in this process; a dict as `body` is sent as a form."""
    from portal.asgi import application

    pairs = [(k.replace("_", "-").lower().encode(), v.encode()) for k, v in (headers or {}).items()]
    path, _, query = path.partition("?")
    scope = {
        "type": "http",
        "http_version": "1.1",
        "method": method,
        "path": path,
        "query_string": query.encode(),
        "headers": pairs,
        **({"client": (address, 1234)} if address else {}),
    }
    sent: list[dict[str, Any]] = []
    content = urlencode(body).encode() if isinstance(body, dict) else body
    arrivals = [{"type": "http.request", "body": content, "more_body": False}]

    async def receive() -> dict[str, Any]:
        return arrivals.pop() if arrivals else await asyncio.Future()

    async def send(message: dict[str, Any]) -> None:
        sent.append(message)

    await application(scope, receive, send)
    found = {key.decode(): value.decode() for key, value in sent[0]["headers"]}
    bodies = [message["body"] for message in sent[1:]]
    return Answer(sent[0]["status"], found, b"".join(bodies), len(bodies))


@pytest.fixture
def asgi() -> Callable[..., Answer]:
    """Ask the front door: `asgi("GET", "/v/…", range="bytes=0-9")`; `knock` in other words."""

    def asgi(
        method: str,
        path: str,
        *,
        body: bytes | dict[str, object] = b"",
        address: str = "",
        **headers: str,
    ) -> Answer:
        return async_to_sync(knock)(method, path, headers, body=body, address=address)

    return asgi


@pytest.fixture
def make_user(roots) -> Callable[..., object]:
    """Make a member of the team who may enter the CMS and has these rights ("qa.sort_text")."""

    def make(username: str, *rights: str, **values: object) -> object:
        user = get_user_model().objects.create_user(username, password="secret", **values)
        codes = [*(right.rpartition(".")[2] for right in rights), "access_admin"]
        user.user_permissions.set(Permission.objects.filter(codename__in=codes))
        return user

    return make
