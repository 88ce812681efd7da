"""Who may watch a film.

A film is public while a published page without restriction shows it: as its own, or in a way that
a room above registers. Staff, previews and pages
behind a password get a signed grant in the film's address instead, good for twelve hours.
"""

from collections.abc import Callable

from django.contrib.contenttypes.models import ContentType
from django.core import signing
from django.db.models import IntegerField, QuerySet
from django.db.models.functions import Cast
from wagtail.models import Page, ReferenceIndex

from media.edition import kept
from media.models import Video
from media.readable import readable

OPEN = "open"
GRANT_LIFE_S = 12 * 3600
# Given a film, returns the pages that show it by a way round: a replay shows that of its run.
Shows = Callable[[Video], QuerySet[Page]]
_shows: list[Shows] = []
_signer = signing.TimestampSigner(salt="media.film-grant")


def register_shows(shows: Shows) -> None:
    """Let the pages that `shows` finds open a film to everybody. Fill it in AppConfig.ready."""
    if shows not in _shows:
        _shows.append(shows)


def is_public(video: Video) -> bool:
    """Say whether a published, unrestricted page shows `video`.

    The answer is kept for the edition, 15 s at most: a film that another process takes off the
    site is out of reach 15 s later.
    """
    return kept(_name(video.public_id), lambda: _is_shown_publicly(video))


def grant_for(video: Video) -> str:
    """Return the grant to put into a film's address, for a reader allowed to see this page."""
    return OPEN if is_public(video) else signed_grant(video)


def signed_grant(video: Video) -> str:
    """Return a grant for a member of the team, whether or not the film is public."""
    return _signer.sign(video.public_id).split(":", 1)[1]


def may_watch(public_id: str, grant: str) -> bool:
    """Say whether `grant` opens the film `public_id`."""
    if grant != OPEN:
        return _is_signed(public_id, grant)
    try:
        # Nothing is kept of a film that does not exist: guesses would push out what is worth it.
        return kept(
            _name(public_id), lambda: _is_shown_publicly(Video.objects.get(public_id=public_id))
        )
    except Video.DoesNotExist:
        return False


def _name(public_id: str) -> str:
    return f"film-public:{public_id}"


def _is_signed(public_id: str, grant: str) -> bool:
    try:
        _signer.unsign(f"{public_id}:{grant}", max_age=GRANT_LIFE_S)
    except signing.BadSignature:
        return False
    return True


def _is_shown_publicly(video: Video) -> bool:
    showing = ReferenceIndex.objects.filter(
        to_content_type=ContentType.objects.get_for_model(Video),
        to_object_id=str(video.pk),
        base_content_type=ContentType.objects.get_for_model(Page),
    ).values(number=Cast("object_id", IntegerField()))
    if readable(Page.objects.filter(pk__in=showing)).exists():
        return True
    return any(readable(shows(video)).exists() for shows in _shows)
