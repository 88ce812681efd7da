"""Who listens when a live programme is published or taken down."""

from typing import Any

from wagtail.signals import page_published, page_unpublished

from live.domain.announce_programme import announce_programme
from live.models import LiveProgrammePage


def announce(sender: type[LiveProgrammePage], instance: LiveProgrammePage, **_: Any) -> None:
    """Let calendars and followers learn what changed."""
    announce_programme(instance.pk)


def listen() -> None:
    """Listen from now on."""
    for signal in (page_published, page_unpublished):
        signal.connect(announce, sender=LiveProgrammePage, dispatch_uid="announce-live")
