"""Where a guest stands who joined from a browser."""

from django.db.models import TextChoices

from live.models import FeedSession, Run


class GuestState(TextChoices):
    """What the guest's page says."""

    WAITING = "waiting"
    CONNECTED = "connected"
    ON_AIR = "on_air"
    OVER = "over"


def show_guest(session_pk: int) -> GuestState:
    """Return the state of the guest who sends in this session."""
    session = FeedSession.objects.filter(pk=session_pk, ended_at__isnull=True).first()
    if session is None:
        return GuestState.OVER
    runs = Run.objects.filter(feed=session.feed_id, ended_at__isnull=True, shows_slate=False)
    if runs.exists():
        return GuestState.ON_AIR
    return GuestState.CONNECTED if session.rungs else GuestState.WAITING
