"""What must follow when a film is deleted, whoever deletes it."""

from typing import Any

from django.db import transaction

from media.domain.delete_video import remove_files
from media.models import Video


def remove_files_of_deleted_video(instance: Video, **_: Any) -> None:
    """Remove the files of a film, once its deletion is certain."""
    transaction.on_commit(lambda: remove_files(instance.public_id))
