"""Who may watch a film.

A film is public while a published page without restriction shows it: as its own, or in a way that
a room above registers. Staff, previews and pages
behind a password get a signed grant in the film's address instead, good for twelve hours.

A room above may hold a film back until an hour: until then no page gives a grant that opens it.
"""

from collections.abc import Callable
from datetime import datetime

from django.contrib.contenttypes.models import ContentType
from django.core import signing
from django.db.models import IntegerField, QuerySet
from django.db.models.functions import Cast
from django.utils import timezone
from wagtail.models import Page, ReferenceIndex

from media.edition import kept
from media.models import Video
from media.readable import readable

OPEN = "open"
# Opens nothing: what pages get while the film is held back.
HELD = "held"
GRANT_LIFE_S = 12 * 3600
# Given a film, returns the pages that show it by a way round: a replay shows that of its run.
Shows = Callable[[Video], QuerySet[Page]]
_shows: list[Shows] = []
# Returns until when films are held back, by their public names.
Holds = Callable[[], dict[str, datetime]]
_holds: list[Holds] = []
_signer = signing.TimestampSigner(salt="media.film-grant")


def register_shows(shows: Shows) -> None:
    """Let the pages that `shows` finds open a film to everybody. Fill it in AppConfig.ready."""
    if shows not in _shows:
        _shows.append(shows)


def register_holds(holds: Holds) -> None:
    """Let `holds` keep films back. Fill it in AppConfig.ready."""
    if holds not in _holds:
        _holds.append(holds)


def held_until(video: Video) -> datetime | None:
    """Return until when `video` is held back from everybody; None when it is not.

    What is kept for the edition is the hour, not the answer: at that hour it opens, to the second.
    """
    return _held_until(video.public_id)


def is_held(public_id: str) -> bool:
    """Say of a film's public name whether the film is held back."""
    return _held_until(public_id) is not None


def is_public(video: Video) -> bool:
    """Say whether a published, unrestricted page shows `video`, and nobody holds it back.

    The answer is kept for the edition, 15 s at most: a film that another process takes off the
    site is out of reach 15 s later.
    """
    if held_until(video):
        return False
    return kept(_name(video.public_id), lambda: _is_shown_publicly(video))


def grant_for(video: Video) -> str:
    """Return the grant to put into a film's address, for a reader allowed to see this page."""
    if held_until(video):
        return HELD
    return OPEN if is_public(video) else signed_grant(video)


def grant_from_hour(video: Video) -> str:
    """Return the grant of an address that a page names before the hour, and that opens at it.

    A film that not everybody may watch then has none: its readers get theirs when it is time.
    """
    if not held_until(video):
        return grant_for(video)
    return OPEN if kept(_name(video.public_id), lambda: _is_shown_publicly(video)) else HELD


def signed_grant(video: Video) -> str:
    """Return a grant for a member of the team, whether or not the film is public."""
    return _signer.sign(video.public_id).split(":", 1)[1]


def may_watch(public_id: str, grant: str) -> bool:
    """Say whether `grant` opens the film `public_id`."""
    if grant != OPEN:
        return _is_signed(public_id, grant)
    if is_held(public_id):
        return False
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


def _held_until(public_id: str) -> datetime | None:
    until = kept("held-films", _read_holds).get(public_id)
    return until if until is not None and timezone.now() < until else None


def _read_holds() -> dict[str, datetime]:
    found: dict[str, datetime] = {}
    for holds in _holds:
        for public_id, until in holds().items():
            found[public_id] = max(until, found.get(public_id, until))
    return found


def _is_shown_publicly(video: Video) -> bool:
    showing = ReferenceIndex.objects.filter(
        to_content_type=ContentType.objects.get_for_model(Video),
        to_object_id=str(video.pk),
        base_content_type=ContentType.objects.get_for_model(Page),
    ).values(number=Cast("object_id", IntegerField()))
    if readable(Page.objects.filter(pk__in=showing)).exists():
        return True
    return any(readable(shows(video)).exists() for shows in _shows)
