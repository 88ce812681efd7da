"""Delete a film with everything made of it."""

from django.db import transaction
from django.db.models import ProtectedError
from wagtail.log_actions import log

from media.domain.library_rights import may_delete
from media.gateways import film_store, upload_store
from media.models import Video
from media.refusals import MayNotChange, StillUsed
from users.models import User


def delete_video(user: User, video: Video) -> None:
    """Delete `video`. Its files go once the deletion is certain.

    Raises MayNotChange, or StillUsed while a page could not live without it.
    """
    if not may_delete(user, video):
        raise MayNotChange
    try:
        with transaction.atomic():
            log(instance=video, action="wagtail.delete", user=user, deleted=True)
            video.delete()
    except ProtectedError as error:
        raise StillUsed(number=len(error.protected_objects)) from error


def remove_files(public_id: str) -> None:
    """Remove the source and every encoded version of the film `public_id`."""
    film_store.delete_folder(public_id)
    upload_store.delete_sources(public_id)
