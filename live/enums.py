"""What parts of a live programme can be, and where they stand."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class SegmentKind(models.TextChoices):
    """What happens in a segment of the rundown."""

    STUDIO = "studio", _("studio")
    DUPLEX = "duplex", _("remote link")
    REPORT = "report", _("report")
    BREAK = "break", _("break")
    QUESTIONS = "questions", _("viewers’ questions")
    CALL = "call", _("call to action")


class Continent(models.TextChoices):
    AFRICA = "africa", _("Africa")
    AMERICAS = "americas", _("Americas")
    ANTARCTICA = "antarctica", _("Antarctica")
    ASIA = "asia", _("Asia")
    EUROPE = "europe", _("Europe")
    OCEANIA = "oceania", _("Oceania")


class FeedRole(models.TextChoices):
    """Where a feed comes from."""

    STUDIO = "studio", _("studio")
    DUPLEX = "duplex", _("remote link")


class Door(models.TextChoices):
    """How a feed reaches us."""

    RTMP = "rtmp", _("encoder (RTMP)")
    SRT = "srt", _("encoder (SRT)")
    BROWSER = "browser", _("browser")


class SessionEnd(models.TextChoices):
    """Why a publish session is over."""

    NONE = "", _("goes on")
    LEFT = "left", _("the sender stopped")
    SILENT = "silent", _("nothing came any more")
    BROKEN = "broken", _("the stream could not be read")
    REVOKED = "revoked", _("the key was changed")
    LOST = "lost", _("our own process ended")


class EntryState(models.TextChoices):
    """Where a line of the run stands."""

    WAITING = "waiting", _("to come")
    ON_AIR = "on_air", _("on air")
    DONE = "done", _("done")
    SKIPPED = "skipped", _("skipped")


class Outcome(models.TextChoices):
    """What became of a question that was on air."""

    NONE = "", _("on air")
    ANSWERED = "answered", _("answered")
    BACK = "back", _("put back")


class ShowState(models.TextChoices):
    """Where a programme stands for viewers."""

    ANNOUNCED = "announced", _("announced")
    SOON = "soon", _("begins soon")
    ON_AIR = "on_air", _("on air")
    INTERRUPTED = "interrupted", _("interrupted")
    ENDED = "ended", _("over")
    REPLAY = "replay", _("to watch again")
