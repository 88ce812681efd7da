"""The picture that stands for a film: one of its frames, or one of the editor's own."""

import secrets
from typing import BinaryIO

from django.core.files.base import ContentFile
from django.db import transaction
from wagtail.log_actions import log

from media.domain.library_rights import ensure_may_change
from media.gateways.poster_picture import poster_jpeg
from media.models import Video
from media.refusals import NoSuchCandidate
from users.models import User


def choose_candidate(user: User, video: Video, number: int) -> None:
    """Make the frame `number`, counted from 1, the poster; an uploaded picture is dropped.

    Raises MayNotChange or NoSuchCandidate.
    """
    ensure_may_change(user, video)
    if not 1 <= number <= (video.pictured.poster_count if video.pictured else 0):
        raise NoSuchCandidate
    _save(user, video, picture=None, candidate=number)


def upload_poster(user: User, video: Video, file: BinaryIO) -> None:
    """Make the picture in `file` the poster. Raises MayNotChange or a PosterRefused."""
    ensure_may_change(user, video)
    _save(user, video, picture=poster_jpeg(file), candidate=video.poster_choice)


def _save(user: User, video: Video, picture: bytes | None, candidate: int) -> None:
    storage, old_name = video.thumbnail.storage, video.thumbnail.name
    video.poster_choice = candidate
    if picture is None:
        video.thumbnail = ""
    else:
        # Browsers keep pictures for a year: a new one needs a new name.
        name = f"{video.public_id}-{secrets.token_hex(4)}.jpg"
        video.thumbnail.save(name, ContentFile(picture), save=False)
    with transaction.atomic():
        video.save(update_fields=["thumbnail", "poster_choice"])
        log(instance=video, action="wagtail.edit", user=user)
        if old_name:
            transaction.on_commit(lambda: storage.delete(old_name))
