"""A programme on air for half a minute: what a receiving process would write, second by second.

Called through `manage.py shell`, inside the site. The files are drawn by ffmpeg beforehand; here
the rows come when their second is over, as from a real sender.
"""

import threading
from datetime import datetime, timedelta
from pathlib import Path

from django.conf import settings
from django.template.loader import render_to_string
from django.utils import timezone, translation

from live.models import Feed, FeedSegment, FeedSession, LiveIndexPage, LiveProgrammePage, Run
from tests.browser.places import BACK, BROADCAST_KEY, DUPLEX, STUDIO
from tests.live.sending import CODECS, PEAK_BPS

SWITCH_AT_S, DROP_AT_S, RETURN_AT_S, END_AT_S = 10, 18, 24, 34


def announce(page_file: str) -> None:
    """Make the programme with its two feeds, open its run, and write the page with the player."""
    index = LiveIndexPage.objects.get(locale__language_code="fr")
    page = index.add_child(
        instance=LiveProgrammePage(title="Le tour du monde", slug="tour", starts_at=timezone.now())
    )
    page.save_revision().publish()
    studio = Feed.objects.create(programme=page, name="Studio")
    Feed.objects.create(programme=page, name="Dakar")
    run = Run.objects.create(
        programme=page, feed=studio, key=BROADCAST_KEY, started_at=timezone.now()
    )
    with translation.override("fr"):
        player = render_to_string("live/player.html", {"run": run})
    Path(page_file).write_text(player)


def hold() -> None:
    """Open the run again, with its slate on air."""
    Run.objects.filter(key=BROADCAST_KEY).update(ended_at=None, shows_slate=True)


def send(log_file: str) -> None:
    """Publish in real time: studio, a switch, a drop, a return with another picture size."""
    run = Run.objects.get(key=BROADCAST_KEY)
    studio, duplex = run.programme.feeds.order_by("pk")
    begun = timezone.now()
    pause = threading.Event()
    here = _session(studio, STUDIO, begun, (640, 360))
    there = _session(duplex, DUPLEX, begun + timedelta(milliseconds=400), (854, 480))
    back: FeedSession | None = None
    for second in range(1, END_AT_S + 1):
        due = begun + timedelta(seconds=second)
        pause.wait(max(0.0, (due - timezone.now()).total_seconds()))
        if second <= SWITCH_AT_S + 2:
            _deliver(here, second - 1)
        if second <= DROP_AT_S:
            _deliver(there, second - 1)
        if second == SWITCH_AT_S:
            Run.objects.filter(pk=run.pk).update(feed=duplex)
            Path(log_file).write_text(timezone.now().isoformat())
        if second == DROP_AT_S:
            FeedSession.objects.filter(pk=there.pk).update(ended_at=timezone.now())
        if second == RETURN_AT_S:
            back = _session(duplex, BACK, due, (426, 240))
        elif back is not None:
            _deliver(back, second - RETURN_AT_S - 1)
    pause.wait(1)
    Run.objects.filter(pk=run.pk).update(ended_at=timezone.now())


def _session(feed: Feed, folder: str, begins: datetime, size: tuple[int, int]) -> FeedSession:
    source = {"width_px": size[0], "height_px": size[1], "codecs": CODECS, "peak_bps": PEAK_BPS}
    assert Path(settings.LIVE_ROOT, folder, "source", "init.mp4").exists()
    return FeedSession.objects.create(
        feed=feed, folder=folder, started_at=begins, seen_at=begins, rungs={"source": source}
    )


def _deliver(session: FeedSession, number: int) -> None:
    starts_at = session.started_at + timedelta(seconds=number)
    FeedSegment.objects.create(session=session, number=number, starts_at=starts_at, length_s=1)
