"""Private addresses of the presenter's view: made, opened while they last, revoked."""

from datetime import datetime, timedelta

from django.db.models import QuerySet
from django.utils import timezone

from live.domain.rights import ensure_may_operate
from live.models import PresenterLink, Run
from live.models.keys import digest_of, new_secret
from users.models import User

LASTS = timedelta(hours=12)


def make_presenter_link(run: Run, user: User) -> str:
    """Return the secret end of a new address, which opens for twelve hours. It is shown once.

    Raises MayNotOperate.
    """
    ensure_may_operate(user)
    secret = new_secret()
    PresenterLink.objects.create(
        run=run, digest=digest_of(secret), made_by=user, expires_at=timezone.now() + LASTS
    )
    return secret


def revoke_presenter_links(run: Run, user: User) -> None:
    """Shut all addresses of the presenter's view of `run`. Raises MayNotOperate."""
    ensure_may_operate(user)
    open_links(run, timezone.now()).update(revoked_at=timezone.now())


def run_of_secret(secret: str) -> Run | None:
    """Return the run whose presenter's view `secret` opens now, or None."""
    link = (
        PresenterLink.objects.filter(
            digest=digest_of(secret), revoked_at__isnull=True, expires_at__gt=timezone.now()
        )
        .select_related("run__programme", "run__entry", "run__question")
        .first()
    )
    return link.run if link else None


def open_links(run: Run, now: datetime) -> QuerySet[PresenterLink, PresenterLink]:
    """Return the links of `run` that open at `now`."""
    return PresenterLink.objects.filter(run=run, revoked_at__isnull=True, expires_at__gt=now)
