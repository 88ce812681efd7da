"""A programme with low latency and two real feeds. Called inside the site, like seed.py."""

from django.utils import timezone

from live.domain.start_run import start_run
from live.models import Feed, LiveIndexPage, LiveProgrammePage, Run
from live.models.keys import digest_of
from users.models import User

PATH = "/directs/tout-pres/"
KEYS = {"Studio": "studio-of-the-browser-tests", "Dakar": "dakar-of-the-browser-tests"}


def open_close() -> None:
    """Publish the programme, and give its feeds keys that the tests know."""
    index = LiveIndexPage.objects.get(locale__language_code="fr")
    page = LiveProgrammePage(
        title="Tout près", slug="tout-pres", starts_at=timezone.now(), is_low_latency=True
    )
    index.add_child(instance=page)
    page.save_revision().publish()
    for name, key in KEYS.items():
        Feed.objects.create(programme=page, name=name, stream_key_digest=digest_of(key))


def begin() -> None:
    """Start it, with the studio on air."""
    page = LiveProgrammePage.objects.get(slug="tout-pres")
    run = start_run(page, User.objects.filter(is_superuser=True)[0], is_rehearsal=False)
    Run.objects.filter(pk=run.pk).update(feed=page.feeds.get(name="Studio"))


def take(name: str) -> None:
    """Put a feed on air."""
    feed = Feed.objects.get(programme__slug="tout-pres", name=name)
    Run.objects.filter(programme=feed.programme, ended_at=None).update(feed=feed)


def end() -> None:
    """End it."""
    Run.objects.filter(programme__slug="tout-pres").update(ended_at=timezone.now())
