"""The demo's promises: two contracts in force, and the acts that moved the first one."""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import islice

from django.utils import timezone

from audience.domain.count_acts import Offer, count_acts
from audience.models import Meter
from campaigns.domain.activate_pledge import activate_pledge
from campaigns.domain.countersign_pledge import countersign_pledge
from campaigns.domain.propose_pledge import propose_pledge
from campaigns.models import Announcement, CampaignPage, Clause, Milestone, Pledge
from portal.demo.sharing import codes_of, share_page, way_of
from users.models import User

KG, TONNE = 1_000, 1_000_000
LASTS = timedelta(days=40)
BATCH = 500


@dataclass(frozen=True)
class PromiseText:
    """A contract in words; quantities are in the unit named, `acts` already happened."""

    campaign: str
    unit: str
    goods: tuple[str, str]
    cap: int
    clauses: tuple[dict[str, object], ...]
    milestones: tuple[tuple[int, str, str], ...]
    signatures: tuple[str, str]
    days_ago: int
    acts: int = 0


PROMISES = (
    PromiseText(
        "deux-kilos",
        "g",
        ("légumes", "vegetables"),
        150_000 * KG,
        ({"kind": "base", "quantity": 110 * TONNE}, {"kind": "per_act", "quantity": 2 * KG}),
        (
            (5_000, "une chambre froide pleine", "a full cold room"),
            (10_000, "un camion plein", "a full lorry"),
            (15_000, "140 tonnes, et un radis content", "140 tonnes, and a happy radish"),
            (20_000, "les 150 tonnes", "all 150 tonnes"),
        ),
        ("Suzon Fourchet, maraîchère", "Basile Dupont, président"),
        days_ago=21,
        # One short of the milestone: whoever tries the demo reaches it.
        acts=14_999,
    ),
    PromiseText(
        "tour-du-monde",
        "item",
        ("paquets de café", "packets of coffee"),
        3_000,
        (
            {"kind": "base", "quantity": 1_000},
            {"kind": "threshold", "quantity": 2_000, "acts": 500},
        ),
        ((500, "2 000 paquets de plus", "2,000 packets more"),),
        ("Blanche Moka, gérante", "Basile Dupont, président"),
        days_ago=2,
        acts=212,
    ),
)


def make_promises(user: User, campaigns: dict[str, CampaignPage]) -> None:
    """Sign the demo's contracts as `user`, and let the public of the last weeks act."""
    for text in PROMISES:
        page = campaigns[text.campaign]
        assert page.meter is not None
        pledge = _sign(user, page, text)
        codes = codes_of(page)
        _act(page.meter, text, codes)
        first = timezone.localdate() - timedelta(days=text.days_ago)
        share_page(codes, first, text.days_ago)
        _date_news(pledge)


def _sign(user: User, page: CampaignPage, text: PromiseText) -> Pledge:
    now = timezone.now()
    pledge = Pledge.objects.create(
        meter=page.meter,
        sponsor=page.sponsor,
        beneficiary=page.beneficiary,
        unit=text.unit,
        goods=text.goods[0],
        goods_en=text.goods[1],
        cap=text.cap,
        starts_at=now - timedelta(days=text.days_ago),
        ends_at=now + LASTS,
        delivery_due_on=(now + 2 * LASTS).date(),
    )
    for order, clause in enumerate(text.clauses):
        Clause.objects.create(pledge=pledge, sort_order=order, **clause)
    for order, (acts, title, english) in enumerate(text.milestones):
        Milestone.objects.create(
            pledge=pledge, sort_order=order, acts=acts, title=title, title_en=english
        )
    propose_pledge(user, pledge, text.signatures[0])
    countersign_pledge(user, pledge, text.signatures[1])
    activate_pledge(user, pledge)
    # As if it had been activated then: acts count from the activation on.
    Pledge.objects.filter(pk=pledge.pk).update(activated_at=pledge.starts_at)
    return pledge


def _act(meter: Meter, text: PromiseText, codes: Mapping[str, str]) -> None:
    offers = _offers(meter, text, codes, timezone.now() - timedelta(days=text.days_ago))
    while batch := list(islice(offers, BATCH)):
        count_acts(batch)


def _date_news(pledge: Pledge) -> None:
    """Give what was announced the day on which it happened in the story."""
    for news in Announcement.objects.filter(pledge=pledge):
        milestone = news.milestone
        news.happened_at = milestone.reached.reached_at if milestone else pledge.starts_at
        news.save(update_fields=["happened_at"])


def _offers(
    meter: Meter, text: PromiseText, codes: Mapping[str, str], since: datetime
) -> Iterator[Offer]:
    """Yield acts of made-up people, spread over the days since then, a few of them twice."""
    step = timedelta(days=text.days_ago - 0.1) / text.acts
    for number in range(text.acts):
        who = hashlib.sha256(f"{text.campaign} {number}".encode()).hexdigest()
        came_by, site = way_of(number, codes)
        offer = Offer(
            meter_key=meter.key,
            kind="click" if number % 3 else "view",
            received_at=since + step * number,
            nonce=who[:22],
            person=who[22:44],
            network=who[44:60],
            came_by=came_by,
            site=site,
        )
        yield offer
        if not number % 40:
            yield replace(offer, nonce=who[1:23])
