"""Credit counted acts to the codes by which their people came: one row an act, with its reason.

What a channel brings is only counted. What a person brings is theirs, so nobody is credited for
themselves, nor for a crowd behind one network. All codes of one holder are one person's: who comes
by two of them is one person, and one network's limit holds for all of them together.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from django.db.models import Count, Q

from audience.enums import NotCredited
from audience.models import Act, Meter, Referral, ShareCode
from audience.received import Arrival, ReceivedAct

# Credited acts by one person's link from one network on one day. A household, not a hall.
MOST_PER_NETWORK = 10
# Whose codes are: a holder's name, or the key of the one code.
Owner = tuple[str, int]


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
        owner = _owner(code.holder, code.pk)
        is_new = not reason and (act.person, owner) not in known
        if not reason:
            spent[owner, act.network, act.day] += 1
            known.add((act.person, owner))
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
    owner = _owner(code.holder, code.pk)
    if act.network and spent[owner, act.network, act.day] >= MOST_PER_NETWORK:
        return NotCredited.NETWORK
    return NotCredited.NONE


def _owner(holder: str, code_pk: int) -> Owner:
    """Return whose a code is: its holder's, or its own where nobody has several."""
    return (holder, 0) if holder else ("", code_pk)


def _of_the_same(codes: Iterable[ShareCode]) -> Q:
    """Return what keeps the referrals of `codes`, and of the other codes of their holders."""
    found = list(codes)
    by = Q(code__in=found)
    holders = {code.holder for code in found if code.holder}
    return by | Q(code__holder__in=holders) if holders else by


def _known_people(
    meter: Meter, acts: Sequence[ReceivedAct], codes: Mapping[str, ShareCode]
) -> set[tuple[str | None, Owner]]:
    """Return which of these people came by whose codes before, as far as anybody remembers."""
    people = {act.person for act in acts if act.person}
    before = Referral.objects.filter(
        _of_the_same(codes.values()), act__meter=meter, act__person__in=people, reason=""
    )
    rows = before.values_list("act__person", "code__holder", "code_id")
    return {(person, _owner(holder, code)) for person, holder, code in rows}


def _spent(acts: Sequence[ReceivedAct], codes: Mapping[str, ShareCode]) -> Counter[tuple]:
    """Return how many acts of each network were credited to each person's codes, by day.

    A network's name lasts for one day: the key that hides it is the day's.
    """
    own = [code for code in codes.values() if code.is_own]
    networks = {act.network for act in acts if act.network}
    if not own or not networks:
        return Counter()
    days: set[date] = {act.day for act in acts}
    credited = Referral.objects.filter(
        _of_the_same(own), act__network__in=networks, day__in=days, reason=""
    )
    columns = ("code__holder", "code_id", "act__network", "day")
    spent: Counter[tuple] = Counter()
    for holder, code, network, day, count in credited.values_list(*columns).annotate(Count("pk")):
        spent[_owner(holder, code), network, day] += count
    return spent
