"""The states and kinds that films, their encodings and their tracks can have."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class VideoState(models.TextChoices):
    """What a person sees of a film's way from file to player."""

    UPLOADED = "uploaded", _("Received")
    ENCODING = "encoding", _("Encoding")
    READY = "ready", _("Ready")
    FAILED = "failed", _("Failed")


class EncodingState(models.TextChoices):
    """One version of a film: `growing` until its last chunk is verified."""

    GROWING = "growing", _("Growing")
    READY = "ready", _("Ready")
    FAILED = "failed", _("Failed")
    RETIRED = "retired", _("Replaced")


class JobKind(models.TextChoices):
    """The steps of an encoding. Each is one row, done by one worker, safe to do twice."""

    PROBE = "probe", _("Look into the file")
    COPY = "copy", _("Copy the source as a first quality")
    PREVIEW = "preview", _("First seconds")
    STILLS = "stills", _("Posters and storyboard")
    AUDIO = "audio", _("Sound")
    CHUNK = "chunk", _("Picture")
    FINISH = "finish", _("Check and publish")


class JobState(models.TextChoices):
    WAITING = "waiting", _("Waiting")
    RUNNING = "running", _("Running")
    DONE = "done", _("Done")
    FAILED = "failed", _("Failed")


class TrackKind(models.TextChoices):
    """Kinds of text tracks, as HTML's <track> names them."""

    CAPTIONS = "captions", _("Captions (for deaf and hard-of-hearing people)")
    SUBTITLES = "subtitles", _("Subtitles (translation)")
