"""A real programme with a studio and two duplexes. Called inside the site, like seed.py."""

import json
from pathlib import Path
from typing import Any

from django.contrib.auth import get_user_model
from django.utils import timezone

from live.domain.close_live import close_live
from live.domain.kept_air import kept_air
from live.enums import FeedRole
from live.models import Feed, LiveProgrammePage, Recording, Segment
from live.models.keys import digest_of
from tests.browser.seed import add_live_programme

TITLE = "La nuit des potagers"
# Name of each feed, the height of its picture, and what opens it.
HEIGHTS_PX = {"Studio": 360, "Dakar": 480, "Nairobi": 240}
LINES = {
    "Accueil": "Studio",
    "Le jardin d’Awa": "Dakar",
    "Nairobi": "Nairobi",
    "Au revoir": "Studio",
}


def key_of(name: str) -> str:
    """Return the stream key of a feed."""
    return f"key-of-{name.lower()}-in-the-night"


def announce(path_file: str) -> None:
    """Publish the programme with its feeds, and write down its path on the site."""
    add_live_programme(TITLE)
    page = _page()
    feeds = {
        name: Feed.objects.create(
            programme=page,
            name=name,
            role=FeedRole.STUDIO if name == "Studio" else FeedRole.DUPLEX,
            stream_key_digest=digest_of(key_of(name)),
        )
        for name in HEIGHTS_PX
    }
    page.segments.filter(title="Au revoir").update(sort_order=3)
    Segment.objects.create(page=page, title="Nairobi", planned_s=600, kind="duplex", sort_order=2)
    for title, name in LINES.items():
        page.segments.filter(title=title).update(feed=feeds[name])
    Path(path_file).write_text(page.url)


def publish_replay() -> None:
    """Tick what has to be looked at, and close the programme with its replay."""
    now = timezone.now()
    Recording.objects.filter(run__programme=_page()).update(
        trim_checked_at=now, chapters_checked_at=now, quantities_checked_at=now, has_no_next=True
    )
    editor = get_user_model().objects.get(username="editor")
    close_live(Recording.objects.get(run__programme=_page()), editor, is_public=True)


def note_recording(file: str) -> None:
    """Write down if there is a replay yet, what is seen in it, and its chapters."""
    recording = Recording.objects.filter(run__programme=_page()).first()
    told: dict[str, Any] = {"is_there": recording is not None}
    if recording is not None:
        told["seen"] = _seen(recording)
        told["length_s"] = recording.length_s
        told["chapters"] = [
            {"title": one.title, "at_s": one.at_s, "is_answer": one.airing_id is not None}
            for one in recording.chapters.order_by("at_s")
        ]
    Path(file).write_text(json.dumps(told))


def _seen(recording: Recording) -> list[dict[str, Any]]:
    """Return each second or so of the replay, summed up anew: whose picture, of which instant.

    Long slates are cut out of it.
    """
    seen: list[dict[str, Any]] = []
    at_s = 0.0
    for segment in kept_air(recording):
        source = segment.source
        seen.append(
            {
                "feed": source.session.feed.name if source else "",
                "from_s": at_s,
                "to_s": at_s + segment.length_s,
                "made_at_s": (source.starts_at if source else segment.aired_at).timestamp(),
            }
        )
        at_s += segment.length_s
    return seen


def _page() -> LiveProgrammePage:
    return LiveProgrammePage.objects.get(title=TITLE)
