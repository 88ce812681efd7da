"""The film: one uploaded source, and the encoded version that plays."""

import secrets
from typing import TYPE_CHECKING

from django.core.files.storage import Storage, storages
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.search import index
from wagtailmedia.models import AbstractMedia, MediaQuerySet

from media.enums import EncodingState, VideoState
from media.errors import MediaError, error_for_code

if TYPE_CHECKING:
    from media.models import Encoding

POSTER_CANDIDATES = 10


def new_public_id() -> str:
    """Return the random name (96 bits) under which a film's files are served."""
    return secrets.token_hex(12)


def originals() -> Storage:
    """Return the storage of source files; never public."""
    return storages["originals"]


def original_path(video: "Video", filename: str) -> str:
    """Return where a source file is kept. The uploader's file name is not trusted with a path."""
    return f"{video.public_id}/{secrets.token_hex(4)}.source"


class VideoQuerySet(MediaQuerySet):
    def with_player_parts(self) -> "VideoQuerySet":
        """Load what the player needs in a fixed number of queries."""
        return self.select_related("current").prefetch_related(
            "current__renditions", "text_tracks", "chapters"
        )


class Video(AbstractMedia):
    """A film (or a sound recording) of the library.

    `file` is the source as it was uploaded. `current` is the version that plays; while a new one
    is encoded, the old one goes on playing.
    """

    file = models.FileField(
        _("file"), upload_to=original_path, storage=originals, max_length=200, editable=False
    )
    public_id = models.CharField(max_length=24, unique=True, default=new_public_id, editable=False)
    original_name = models.CharField(_("file name"), max_length=255, blank=True, editable=False)
    size_bytes = models.BigIntegerField(_("size"), default=0, editable=False)
    sha256 = models.CharField(max_length=64, blank=True, editable=False)
    state = models.CharField(
        _("state"),
        max_length=10,
        choices=VideoState,
        default=VideoState.UPLOADED,
        editable=False,
    )
    failure_code = models.CharField(max_length=10, blank=True, editable=False)
    is_partial = models.BooleanField(
        _("incomplete source"),
        default=False,
        editable=False,
        help_text=_("The file stops before its announced end."),
    )
    description = models.TextField(
        _("description"),
        blank=True,
        help_text=_(
            "What one sees and hears, in two sentences. "
            "For search, and for people who cannot see the picture."
        ),
    )
    poster_choice = models.PositiveSmallIntegerField(
        _("poster"),
        default=3,
        validators=[MinValueValidator(1), MaxValueValidator(POSTER_CANDIDATES)],
        editable=False,
    )
    current = models.ForeignKey(
        "media.Encoding",
        null=True,
        blank=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    objects = VideoQuerySet.as_manager()

    admin_form_fields = ("title", "description", "collection", "tags")
    search_fields = [
        *(field for field in AbstractMedia.search_fields if field.field_name != "tags"),
        index.SearchField("description"),
        index.FilterField("state"),
        index.FilterField("id"),
        index.FilterField("created_at"),
        index.RelatedFields(
            "tags",
            [
                index.SearchField("name", boost=10),
                index.AutocompleteField("name", boost=10),
                index.FilterField("name"),
            ],
        ),
    ]

    class Meta:
        verbose_name = _("film")
        verbose_name_plural = _("films")

    @property
    def url(self) -> str:
        """Where staff download the source; it has no public address."""
        from django.urls import reverse

        return reverse("video_original", args=[self.pk])

    @property
    def is_audio(self) -> bool:
        return self.type == "audio"

    @property
    def failure(self) -> type[MediaError] | None:
        """The kind of error that stopped the latest encoding, with its sentences for people."""
        return error_for_code(self.failure_code) if self.failure_code else None

    @cached_property
    def latest_encoding(self) -> "Encoding | None":
        return self.encodings.order_by("-number").first()

    @property
    def pictured(self) -> "Encoding | None":
        """The version whose frames can be the poster: the one that plays, else the newest."""
        versions = (self.current, self.latest_encoding)
        return next((one for one in versions if one and one.poster_count), None)

    @property
    def percent(self) -> int:
        """How far the newest encoding is, 0 to 100."""
        latest = self.latest_encoding
        return latest.percent if latest else 0

    @property
    def is_growing(self) -> bool:
        latest = self.latest_encoding
        return bool(latest and latest.state == EncodingState.GROWING)
