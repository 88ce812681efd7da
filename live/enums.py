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


class OutsideKind(models.TextChoices):
    """What shows an outside live: our own player, or the site where it is."""

    HLS = "hls", _("HLS address")
    PEERTUBE = "peertube", "PeerTube"
    YOUTUBE = "youtube", "YouTube"
    VIMEO = "vimeo", "Vimeo"


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


class Verb(models.TextChoices):
    """What can be commanded of a run. Each time it is done is a RunCommand."""

    START = "start", _("start")
    TAKE = "take", _("take the next line")
    TAKE_ENTRY = "take_entry", _("take a chosen line")
    FALL_BACK = "fall_back", _("go on with the fallback")
    SKIP = "skip", _("skip a line")
    UNSKIP = "unskip", _("bring a skipped line back")
    INSERT = "insert", _("put a line in")
    HOLD = "hold", _("hold")
    RELEASE = "release", _("release")
    PUT_FEED = "put_feed", _("put a feed on air")
    SHOW_SLATE = "show_slate", _("show the slate")
    HIDE_SLATE = "hide_slate", _("take the slate off")
    SHOW_OVERLAY = "show_overlay", _("show the overlay")
    HIDE_OVERLAY = "hide_overlay", _("hide the overlay")
    PANIC = "panic", _("panic")
    CALM = "calm", _("back to normal")
    PUT_QUESTION = "put_question", _("put a question on air")
    ANSWERED = "answered", _("answered")
    BACK = "back", _("put a question back")
    FIRE_CALL = "fire_call", _("call to action")
    END_CALL = "end_call", _("take the call to action off")
    FINISH = "finish", _("end")
