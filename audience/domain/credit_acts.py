"""Credit counted acts to the codes by which their people came: one row an act, with its reason.

What a channel brings is only counted. What a person brings is theirs, so nobody is credited for
themselves, nor for a crowd behind one network.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date

from django.db.models import Count

from audience.enums import NotCredited
from audience.models import Act, Meter, Referral, ShareCode
from audience.received import Arrival, ReceivedAct

# Credited acts by one person's link from one network on one day. A household, not a hall.
MOST_PER_NETWORK = 10


def credit_acts(meter: Meter, arrivals: Sequence[Arrival], codes: Mapping[str, ShareCode]) -> None:
    """Write a referral for each of `arrivals`; all came by one of `codes`, and have their rows."""
    if not arrivals:
        return
    acts = [arrival.act for arrival in arrivals]
    rows = dict(
        Act.objects.filter(meter=meter, number__in=[act.number for act in acts]).values_list(
            "number", "pk"
        )
    )
    known, spent = _known_people(meter, acts, codes), _spent(acts, codes)
    found = []
    for arrival in arrivals:
        act, code = arrival.act, codes[arrival.act.came_by]
        reason = _reason_against(arrival, code, spent)
        is_new = not reason and (act.person, code.pk) not in known
        if not reason:
            spent[code.pk, act.network, act.day] += 1
            known.add((act.person, code.pk))
        found.append(
            Referral(act_id=rows[act.number], code=code, day=act.day, is_new=is_new, reason=reason)
        )
    Referral.objects.bulk_create(found)


def _reason_against(arrival: Arrival, code: ShareCode, spent: Counter[tuple]) -> NotCredited:
    act = arrival.act
    if not code.is_own:
        return NotCredited.NONE
    if code.maker and act.person == code.maker:
        return NotCredited.SELF
    if code.maker_browser and arrival.browser == code.maker_browser:
        return NotCredited.SELF
    if act.network and spent[code.pk, act.network, act.day] >= MOST_PER_NETWORK:
        return NotCredited.NETWORK
    return NotCredited.NONE


def _known_people(
    meter: Meter, acts: Sequence[ReceivedAct], codes: Mapping[str, ShareCode]
) -> set[tuple[str | None, int]]:
    """Return which of these people came by which code before, as far as anybody remembers."""
    people = {act.person for act in acts if act.person}
    before = Referral.objects.filter(
        act__meter=meter, act__person__in=people, code__in=codes.values(), reason=""
    )
    return set(before.values_list("act__person", "code_id"))


def _spent(acts: Sequence[ReceivedAct], codes: Mapping[str, ShareCode]) -> Counter[tuple]:
    """Return how many acts of each network were credited to each person's code, by day.

    A network's name lasts for one day: the key that hides it is the day's.
    """
    own = [code for code in codes.values() if code.is_own]
    networks = {act.network for act in acts if act.network}
    if not own or not networks:
        return Counter()
    days: set[date] = {act.day for act in acts}
    credited = Referral.objects.filter(
        act__network__in=networks, code__in=own, day__in=days, reason=""
    )
    rows = credited.values_list("code_id", "act__network", "day").annotate(Count("pk"))
    return Counter({(code, network, day): count for code, network, day, count in rows})
