"""Live programmes whose picture comes from elsewhere. Called through `manage.py shell`, inside the site."""

from django.db.models import F
from django.utils import timezone

from live.models import LiveIndexPage, LiveProgrammePage, Run
from media.models import Picture


def put_on_air(slug: str, address: str) -> None:
    """Publish a programme with that address and start it."""
    index = LiveIndexPage.objects.get(locale__language_code="fr")
    page = LiveProgrammePage(
        title="La soirée d’ailleurs",
        slug=slug,
        starts_at=timezone.now(),
        outside_address=address,
        poster_picture=Picture.objects.first(),
    )
    page.full_clean(exclude=["path", "depth", "content_type", "draft_title"])
    index.add_child(instance=page)
    page.save_revision().publish()
    Run.objects.create(programme=page, started_at=timezone.now())


def move(slug: str, address: str) -> None:
    """Publish another address while it is on air."""
    page = LiveProgrammePage.objects.get(slug=slug)
    page.outside_address = address
    page.save_revision().publish()


def switch(slug: str, is_off: bool) -> None:
    """Take the picture off the page, or put it back."""
    runs = Run.objects.filter(programme__slug=slug)
    runs.update(shows_slate=is_off, version=F("version") + 1)
