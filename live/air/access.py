"""Who may see a run's air.

Everybody, while its page is published and unguarded. Who was allowed to open a guarded page carries
a signed grant in the addresses (as for films: docs/adr/0003). A rehearsal is for the team alone, by
log-in; no grant opens it. Some time after the end, the public sees what the replay keeps.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.contrib.auth.models import AbstractBaseUser
from django.core import signing
from django.utils import timezone

from live.models import LiveProgrammePage, Recording, Run
from media.readable import is_readable

GRANT_LIFE_S = 12 * 3600
# For viewers who are behind when the programme ends.
OPEN_AFTER_END = timedelta(minutes=15)
_signer = signing.TimestampSigner(salt="live.air-grant")


@dataclass(frozen=True, slots=True)
class Permit:
    """What is known of one run that decides about its viewers."""

    run_id: int
    programme_id: int
    is_rehearsal: bool
    is_page_open: bool
    ended_at: datetime | None
    is_replay_public: bool
    recording_id: int | None
    recording_version: int

    @property
    def is_live(self) -> bool:
        """Say whether it goes on, or ended so recently that viewers are still watching."""
        return self.ended_at is None or timezone.now() < self.ended_at + OPEN_AFTER_END

    def lets_in(self, *, has_grant: bool) -> bool:
        """Say whether somebody who is not of the team may see anything of it."""
        return not self.is_rehearsal and (self.is_page_open or has_grant)


def read_permit(run_key: str) -> Permit | None:
    """Return what decides about the viewers of that run; None when there is none of that key."""
    run = Run.objects.select_related("programme", "recording").filter(key=run_key).first()
    if run is None:
        return None
    recording: Recording | None = getattr(run, "recording", None)
    return Permit(
        run_id=run.pk,
        programme_id=run.programme_id,
        is_rehearsal=run.is_rehearsal,
        is_page_open=is_readable(run.programme),
        ended_at=run.ended_at,
        is_replay_public=recording is not None and recording.is_public,
        recording_id=recording.pk if recording else None,
        recording_version=recording.version if recording else 0,
    )


def has_grant(run_key: str, grant: str) -> bool:
    """Say whether `grant` opens the air of the run of that key."""
    try:
        _signer.unsign(f"{run_key}:{grant}", max_age=GRANT_LIFE_S)
    except signing.BadSignature:
        return False
    return True


def air_address(run: Run) -> str:
    """Return where the air of a run begins (`…/`), for a reader allowed to see its page."""
    if run.is_rehearsal or is_readable(run.programme):
        return f"/air/{run.key}/"
    return f"/air/{run.key}~{_signer.sign(run.key).split(':', 1)[1]}/"


def may_look_in(user: AbstractBaseUser | None, programme_id: int) -> bool:
    """Say whether somebody of the team may see rehearsals and feeds of a programme."""
    if user is None or not hasattr(user, "has_perm"):
        return False
    if user.has_perm("live.change_run"):
        return True
    programme = LiveProgrammePage.objects.filter(pk=programme_id).first()
    return programme is not None and programme.permissions_for_user(user).can_edit()
