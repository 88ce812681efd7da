"""In whose name a replay goes into the library of films."""

from live.models import Recording
from media.domain.library_rights import may_add, may_change
from media.models import Video
from media.refusals import MayNotAdd
from users.models import User


def film_keeper(recording: Recording, video: Video | None) -> User:
    """Return who hands over the film of `recording`: who closed the live, if they may.

    Else an administrator: the replay is the machine's work, and belongs into the library whoever
    pressed the button. With `video` the person must be allowed to change it. Raises MayNotAdd when
    there is nobody.
    """
    closer = recording.closed_by
    if closer is not None and closer.is_active and _may(closer, video):
        return closer
    keeper = User.objects.filter(is_superuser=True, is_active=True).order_by("pk").first()
    if keeper is None:
        raise MayNotAdd
    return keeper


def _may(user: User, video: Video | None) -> bool:
    return may_change(user, video) if video is not None else may_add(user)
