"""Where pictures come from: feeds with their keys, publish sessions, and what they delivered."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from live.enums import Door, FeedRole, SessionEnd
from live.models.keys import new_public_key
from live.models.programme import LiveProgrammePage


class Feed(models.Model):
    """One way in: the studio's, or a remote link's. Its secrets are kept as digests only.

    `stream_key_digest` opens RTMP and SRT, `guest_digest` the page with which a guest joins from
    a browser. None: that door is shut (revoked, or never opened).
    """

    programme = models.ForeignKey(LiveProgrammePage, on_delete=models.CASCADE, related_name="feeds")
    public_key = models.CharField(
        max_length=16, unique=True, default=new_public_key, editable=False
    )
    name = models.CharField(_("name"), max_length=60)
    role = models.CharField(_("role"), max_length=6, choices=FeedRole, default=FeedRole.STUDIO)
    stream_key_digest = models.CharField(max_length=64, unique=True, null=True, editable=False)
    stream_key_hint = models.CharField(max_length=4, blank=True, editable=False)
    guest_digest = models.CharField(max_length=64, unique=True, null=True, editable=False)
    guest_until = models.DateTimeField(null=True, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["role", "pk"]
        verbose_name = _("feed")
        verbose_name_plural = _("feeds")
        constraints = [
            models.UniqueConstraint(fields=["programme", "name"], name="one_feed_per_name")
        ]

    def __str__(self) -> str:
        return self.name


class FeedSession(models.Model):
    """One time that somebody publishes on a feed, from the first byte to the last.

    Its files lie in `live/<folder>/<rung>/` of the live store: `init.mp4` and one file per
    `FeedSegment`. At most one session of a feed is open: the constraint refuses a second publisher.
    Figures are the latest that the receiving process saw; `seen_at` is its sign of life.
    """

    feed = models.ForeignKey(Feed, on_delete=models.CASCADE, related_name="sessions")
    folder = models.CharField(max_length=16, unique=True, default=new_public_key, editable=False)
    door = models.CharField(max_length=8, choices=Door, default=Door.RTMP)
    started_at = models.DateTimeField()
    seen_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    end = models.CharField(max_length=8, choices=SessionEnd, blank=True)
    # The code of the refusal that explains the end (live.feed_refusals).
    reason = models.CharField(max_length=7, blank=True, editable=False)
    # The process that receives: what it left open when it died, the next of its name closes.
    receiver = models.CharField(max_length=80, blank=True, editable=False)
    # The client of nginx that asked to publish, by nginx's own number.
    asked_by = models.CharField(max_length=24, blank=True, editable=False)
    width_px = models.PositiveIntegerField(default=0)
    height_px = models.PositiveIntegerField(default=0)
    bitrate_bps = models.PositiveBigIntegerField(default=0)
    dropped_frames = models.PositiveBigIntegerField(default=0)
    # rung → {"width_px", "height_px", "peak_bps", "codecs"}, the sender's own quality first.
    rungs = models.JSONField(default=dict)

    class Meta:
        ordering = ["-started_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["feed"],
                condition=models.Q(ended_at__isnull=True),
                name="one_open_session_per_feed",
            )
        ]

    def __str__(self) -> str:
        return f"{self.feed} {self.started_at:%Y-%m-%d %H:%M:%S}"


class FeedSegment(models.Model):
    """One media segment that a session delivered, whole and on disk in every rung.

    The row is written after its files. `starts_at` is on our clock. `parts` holds the lengths in
    seconds of the parts that low-latency players fetched while it was being made.
    """

    session = models.ForeignKey(FeedSession, on_delete=models.CASCADE, related_name="segments")
    number = models.PositiveIntegerField()
    starts_at = models.DateTimeField()
    length_s = models.FloatField()
    parts = models.JSONField(default=list)

    class Meta:
        ordering = ["session", "number"]
        constraints = [
            models.UniqueConstraint(fields=["session", "number"], name="one_segment_per_number")
        ]

    def __str__(self) -> str:
        return f"{self.session_id}/{self.number}"
