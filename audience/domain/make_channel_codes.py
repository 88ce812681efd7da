"""Make the site's own share codes: one for each channel of each subject, once and for all.

Reading a page changes nothing, so a page that has none yet shows plain addresses until then.
"""

from django.db import transaction

from audience.enums import ShareChannel
from audience.models import ShareCode
from audience.shared import listers

SUBJECTS_AT_ONCE = 200
CHANNELS = tuple(channel.value for channel in ShareChannel if channel != ShareChannel.OWN)


def make_channel_codes(kind: str, key: str, meter_id: int | None) -> None:
    """Make the codes of a subject that are missing; all its codes belong to that meter now.

    Called again, or by two processes at once, it makes none twice.
    """
    with transaction.atomic():
        codes = ShareCode.objects.filter(kind=kind, key=key)
        codes.exclude(meter=meter_id).update(meter=meter_id)
        missing = set(CHANNELS).difference(
            codes.filter(secret=None).values_list("channel", flat=True)
        )
        made = [
            ShareCode(kind=kind, key=key, meter_id=meter_id, channel=channel)
            for channel in sorted(missing)
        ]
        ShareCode.objects.bulk_create(made, ignore_conflicts=True)


def make_missing_codes() -> int:
    """Make the codes of public subjects that have none; return of how many subjects."""
    made = 0
    for kind, without_codes in listers().items():
        for key, meter_id in without_codes(SUBJECTS_AT_ONCE):
            make_channel_codes(kind, key, meter_id)
            made += 1
    return made
