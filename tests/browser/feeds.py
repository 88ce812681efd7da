"""A live programme with feeds, beside the demo. Called inside the site, like seed.py."""

from datetime import timedelta

from django.utils import timezone

from home.models import HomePage
from live.models import Feed, LiveIndexPage, LiveProgrammePage, Run

TITLE = "Le tour du monde en direct"


def open_programme() -> None:
    """Publish a programme that begins tomorrow, once."""
    if LiveProgrammePage.objects.filter(title=TITLE).exists():
        return
    home = HomePage.objects.filter(locale__language_code="fr").first()
    index = LiveIndexPage.objects.first()
    if index is None:
        index = home.add_child(instance=LiveIndexPage(title="Direct", slug="direct"))
    starts_at = timezone.now() + timedelta(days=1)
    page = LiveProgrammePage(
        title=TITLE, slug="tour-en-direct", pitch="Six duplex.", starts_at=starts_at
    )
    index.add_child(instance=page)


def put_on_air(name: str) -> None:
    """Put a feed on air, as the control room does."""
    feed = Feed.objects.get(programme__title=TITLE, name=name)
    Run.objects.create(programme=feed.programme, started_at=timezone.now(), feed=feed)
