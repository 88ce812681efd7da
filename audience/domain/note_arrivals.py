"""Note how the people of counted acts came, and credit who brought them.

Called in the transaction that counts the acts, with the lock on their meter: an act is credited as
surely, and as often, as it is counted. What has no code costs one statement a batch.
"""

from collections.abc import Mapping, Sequence

from audience.domain.add_sources import add_sources
from audience.domain.credit_acts import credit_acts
from audience.models import Meter, ShareCode
from audience.received import Arrival


def note_arrivals(meter: Meter, arrivals: Sequence[Arrival]) -> None:
    """Write the sources of `arrivals`, counted on `meter`, and their referrals."""
    if not arrivals:
        return
    codes = _codes_of(meter, arrivals)
    add_sources(meter, arrivals, codes)
    credit_acts(meter, [one for one in arrivals if one.act.came_by in codes], codes)


def _codes_of(meter: Meter, arrivals: Sequence[Arrival]) -> Mapping[str, ShareCode]:
    """Return the codes that count here: known, not revoked, not of another campaign."""
    names = {arrival.act.came_by for arrival in arrivals if arrival.act.came_by}
    if not names:
        return {}
    found = ShareCode.objects.filter(code__in=names, revoked_at=None)
    return {code.code: code for code in found if code.meter_id in (None, meter.pk)}
