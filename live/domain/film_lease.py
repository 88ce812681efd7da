"""Who may work on the film of a replay: one worker at a time, a bounded number of times.

The row is claimed by one conditional UPDATE. A task only says “look at this row”: it may come twice
or be lost.
"""

import secrets
import time
from datetime import timedelta

from django.db.models import F, Q, QuerySet
from django.utils import timezone

from live.models import Recording, ReplayFilm
from media.domain.receive_upload import cancel_upload

LEASE = timedelta(minutes=5)
RENEW_S = 10.0
ATTEMPTS = 3
_ALONG = ("recording__run__programme", "recording__closed_by", "upload__video", "video")


def free_films() -> QuerySet[ReplayFilm]:
    """Return the films that are to be joined, that nobody works on, and that may be tried again."""
    is_free = Q(leased_until=None) | Q(leased_until__lt=timezone.now())
    may_try = Q(attempts__lt=ATTEMPTS) | ~Q(wanted_version=F("recording__version"))
    return ReplayFilm.objects.filter(
        is_free, may_try, ~Q(version=F("recording__version")), recording__is_public=True
    )


def claim(film_id: int) -> ReplayFilm | None:
    """Take the film for this worker, or return None when there is nothing to do."""
    film = free_films().filter(pk=film_id).select_related(*_ALONG).first()
    if film is None:
        return None
    wanted = film.recording.version
    values = {
        "worker": secrets.token_hex(8),
        "leased_until": timezone.now() + LEASE,
        "wanted_version": wanted,
        "attempts": film.attempts + 1,
        "error_code": "",
    }
    if film.wanted_version != wanted:
        # What was handed over of an older version is a film, or nothing that is wanted.
        values |= {"attempts": 1, "upload": None}
        values["video"] = film.video or (film.upload.video if film.upload else None)
    seen = {"worker": film.worker, "attempts": film.attempts, "leased_until": film.leased_until}
    if not ReplayFilm.objects.filter(pk=film.pk, **seen).update(**values):
        return None
    if film.upload is not None and "upload" in values:
        cancel_upload(film.upload)
    return ReplayFilm.objects.select_related(*_ALONG).get(pk=film.pk)


def owned(film: ReplayFilm) -> QuerySet[ReplayFilm]:
    """Return the row of `film` as long as this very attempt still holds it."""
    return ReplayFilm.objects.filter(pk=film.pk, worker=film.worker, leased_until__isnull=False)


def try_anew(recording: Recording) -> None:
    """Let the film of `recording` be tried again, however often that went wrong."""
    ReplayFilm.objects.filter(recording=recording, leased_until=None).update(
        attempts=0, asked_at=None, error_code=""
    )


def give_back(film: ReplayFilm, **values: object) -> bool:
    """End the lease and write `values`, all at once; False: it was not ours any more."""
    return bool(owned(film).update(leased_until=None, **values))


class Lease:
    """Keeps a film while a long command runs; asked about once a second whether to stop."""

    def __init__(self, film: ReplayFilm) -> None:
        self._film = film
        self._renewed_s = time.monotonic()

    def is_lost(self) -> bool:
        """Renew the lease now and then; say whether the work is not wanted from us any more."""
        if time.monotonic() - self._renewed_s < RENEW_S:
            return False
        self._renewed_s = time.monotonic()
        wanted = owned(self._film).filter(
            pk__in=ReplayFilm.objects.filter(
                recording__version=self._film.wanted_version, recording__is_public=True
            ).values("pk")
        )
        return not wanted.update(leased_until=timezone.now() + LEASE)
