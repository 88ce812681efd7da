"""Take a file in: begin, finish, cancel, sweep.

An upload ends in exactly one film, however often its last request is repeated: the names of the
film and of its source are derived from the upload's key, the move of the file can be done twice,
and the film is made in one transaction with the mark that the upload is finished.
"""

import hashlib
import logging
import re
from datetime import timedelta
from pathlib import PurePosixPath

from django.conf import settings
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log
from wagtail.models import Collection

from media.domain.encode.start import start_encoding
from media.domain.library_rights import may_change, open_collections
from media.domain.sizes import size_label
from media.gateways import upload_store
from media.models import Upload, Video
from media.refusals import (
    EmptyUpload,
    LostBytes,
    MayNotAdd,
    MayNotReplace,
    NoRoom,
    TooLarge,
    UnknownUpload,
    UploadRefused,
)
from users.models import User

logger = logging.getLogger("media.upload")
_NAME_LENGTH = 255


def begin_upload(
    user: User,
    filename: str,
    size_bytes: int,
    collection_id: int,
    replaces_id: int | None = None,
) -> Upload:
    """Promise `user` room for a file, and return the upload that its pieces belong to.

    The file becomes a film in the collection `collection_id`, or with `replaces_id` the next
    source of that film. Raises an UploadRefused: no right, empty, too large, no room.
    """
    replaced = _replaced_video(user, replaces_id)
    collection = replaced.collection_id if replaced else collection_id
    if not replaced and not open_collections(user).filter(pk=collection).exists():
        raise MayNotAdd
    if size_bytes <= 0:
        raise EmptyUpload
    if size_bytes > settings.UPLOAD_MAX_BYTES:
        raise TooLarge(limit=size_label(settings.UPLOAD_MAX_BYTES))
    if not upload_store.has_room_for(size_bytes):
        raise NoRoom
    upload = Upload.objects.create(
        user=user,
        filename=_safe_name(filename),
        size_bytes=size_bytes,
        collection_id=collection,
        replaces=replaced,
    )
    upload_store.create_part(upload.key)
    return upload


def arrived_bytes(upload: Upload) -> int:
    """Return how much of `upload` is here. Raises LostBytes when its file has gone."""
    if upload.finished_at:
        return upload.size_bytes
    size = upload_store.part_size(upload.key)
    if size is None:
        size = upload_store.source_size(_source_name(upload))
    if size is None:
        raise LostBytes
    return size


def finish_upload(upload: Upload) -> Video:
    """Make the film of a complete `upload`, start its encoding, and return it.

    Can be called again at any time, also after a crash half-way. The caller holds the upload's
    writer lock. Raises LostBytes when the file is not whole, MayNotAdd or MayNotReplace when the
    right was taken away meanwhile.
    """
    if upload.finished_at:
        return _finished_video(upload)
    if arrived_bytes(upload) != upload.size_bytes:
        raise LostBytes
    _check_right_still_there(upload)
    name = _source_name(upload)
    if upload_store.part_size(upload.key) is not None:
        upload_store.store_source(upload.key, name)
    with transaction.atomic():
        locked = Upload.objects.select_for_update().get(pk=upload.pk)
        if locked.finished_at:
            return _finished_video(locked)
        video = _put_source(locked, name)
        start_encoding(video)
        Upload.objects.filter(pk=locked.pk).update(video=video, finished_at=timezone.now())
    upload_store.remove_part(upload.key)
    upload.refresh_from_db()
    logger.info("upload of film %s finished, %s bytes", video.pk, video.size_bytes)
    return video


def cancel_upload(upload: Upload) -> None:
    """Forget an unfinished `upload` and what arrived of it. A finished one is left alone.

    The caller holds the upload's writer lock.
    """
    if Upload.objects.filter(pk=upload.pk, finished_at=None).delete()[0]:
        upload_store.remove_part(upload.key)


def unfinished_uploads(user: User) -> QuerySet[Upload]:
    """Return what `user` began to send and may go on with, newest first."""
    return Upload.objects.filter(user=user, finished_at=None).order_by("-created_at")


def sweep_uploads() -> int:
    """Forget uploads on which nothing happened for UPLOAD_KEPT_HOURS; return how many.

    A complete one whose last step was cut short is finished instead.
    """
    kept = timedelta(hours=settings.UPLOAD_KEPT_HOURS)
    oldest = timezone.now() - kept
    Upload.objects.filter(finished_at__lt=oldest).delete()
    swept = 0
    for upload in Upload.objects.filter(finished_at=None, created_at__lt=oldest):
        if upload_store.was_written_since(upload.key, oldest.timestamp()):
            continue
        with upload_store.PartWriter(upload.key) as writer:
            swept += writer.take() and not _finish_if_complete(upload)
    known = set(Upload.objects.filter(finished_at=None).values_list("key", flat=True))
    for key in upload_store.stored_keys() - known:
        if not upload_store.was_written_since(key, oldest.timestamp()):
            upload_store.remove_part(key)
            swept += 1
    return swept


def human_title(filename: str) -> str:
    """Return a title from a file name: "mon_film-final.MP4" gives "Mon film final"."""
    stem = PurePosixPath(filename).stem
    # A name with blanks was written by a person: its hyphens are meant.
    marks = r"_+" if " " in stem else r"[_\-+.]+"
    words = " ".join(re.sub(marks, " ", stem).split())
    return (words[:1].upper() + words[1:])[:_NAME_LENGTH] or _("Untitled film")


def _finish_if_complete(upload: Upload) -> bool:
    try:
        if arrived_bytes(upload) == upload.size_bytes:
            finish_upload(upload)
            return True
    except UploadRefused as refusal:
        logger.info("upload %s swept: %s", upload.pk, refusal.code)
    cancel_upload(upload)
    return False


def _finished_video(upload: Upload) -> Video:
    if upload.video is None:  # made, and deleted since
        raise UnknownUpload
    return upload.video


def _replaced_video(user: User, video_id: int | None) -> Video | None:
    if video_id is None:
        return None
    video = Video.objects.filter(pk=video_id).first()
    if video is None or not may_change(user, video):
        raise MayNotReplace
    return video


def _check_right_still_there(upload: Upload) -> None:
    if upload.replaces:
        if not may_change(upload.user, upload.replaces):
            raise MayNotReplace
    elif not open_collections(upload.user).exists():
        raise MayNotAdd


def _put_source(upload: Upload, name: str) -> Video:
    """Return the film of `upload`, new or replaced, with the file `name` as its source."""
    source = {
        "file": name,
        "original_name": upload.filename,
        "size_bytes": upload.size_bytes,
        "sha256": "",
    }
    if upload.replaces:
        # A worker may be writing the other columns of this row right now.
        Video.objects.filter(pk=upload.replaces.pk).update(**source)
        video = Video.objects.get(pk=upload.replaces.pk)
        log(instance=video, action="wagtail.edit", user=upload.user)
        return video
    video = Video.objects.create(
        public_id=_public_id(upload),
        title=human_title(upload.filename),
        type="video",  # the probe finds out whether there is only sound
        collection=_collection(upload),
        uploaded_by_user=upload.user,
        **source,
    )
    log(instance=video, action="wagtail.create", user=upload.user)
    return video


def _collection(upload: Upload) -> Collection | None:
    """Return the chosen collection; if it has gone meanwhile, one that is still open."""
    collections = open_collections(upload.user)
    return collections.filter(pk=upload.collection_id).first() or collections.first()


def _source_name(upload: Upload) -> str:
    """Return where the source of `upload` is kept: the same name at every try."""
    video_id = upload.replaces.public_id if upload.replaces else _public_id(upload)
    return f"{video_id}/{_digest(upload)[24:32]}.source"


def _public_id(upload: Upload) -> str:
    return _digest(upload)[:24]


def _digest(upload: Upload) -> str:
    # The key is random and known to its owner only; its digest cannot be guessed either.
    return hashlib.sha256(upload.key.encode()).hexdigest()


def _safe_name(filename: str) -> str:
    """Return the last part of `filename` without what a file system or a person cannot show."""
    last = filename.replace("\\", "/").rpartition("/")[2]
    shown = "".join(character for character in last if character.isprintable()).strip()
    return shown[-_NAME_LENGTH:] or "film"
