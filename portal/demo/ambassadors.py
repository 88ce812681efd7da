"""The demo's ambassadors: they joined, made their links, and brought people."""

from dataclasses import dataclass
from datetime import timedelta

from django.utils import timezone

from ambassadors.domain.follow_up import leader_of, note_contact
from ambassadors.models import Ambassador, LeaderKind
from audience.domain.count_acts import Offer, count_acts
from audience.domain.holder_codes import make_holder_codes
from audience.enums import ShareChannel
from audience.models import ShareCode
from audience.shared import shared_of
from campaigns.domain.shared_campaigns import CAMPAIGN
from campaigns.models import CampaignPage
from qa.domain.fold import fold
from qa.enums import TextState
from users.models import User


@dataclass(frozen=True)
class AmbassadorText:
    """Somebody with the people they brought this week; not `is_shown`: the alias waits."""

    alias: str
    people: int
    note: str = ""
    is_shown: bool = True


AMBASSADORS = (
    AmbassadorText("Gaston des courges", 5, "Veut des affiches pour la salle des fêtes."),
    AmbassadorText("Radis discret", 3),
    AmbassadorText("Mamie Topinambour", 3, "Ne fait rien avant son café."),
    AmbassadorText("L’oncle du poireau", 1),
    AmbassadorText("Le navet masqué", 0, is_shown=False),
)


def make_ambassadors(team: User, page: CampaignPage) -> None:
    """Let the demo's ambassadors bring people to `page`, unless there are any."""
    if Ambassador.objects.exists():
        return
    for number, text in enumerate(AMBASSADORS, 1):
        one = Ambassador.objects.create(
            alias=text.alias,
            fold=fold(text.alias),
            email=f"ambassadeur-{number}@demo.example",
            state=TextState.APPROVED if text.is_shown else TextState.PENDING,
            joined_at=timezone.now() - timedelta(days=number),
        )
        _bring(one, text, page)
        leader = leader_of(LeaderKind.AMBASSADOR, one.pk)
        if text.note and leader is not None:
            note_contact(team, leader, timezone.localdate() - timedelta(days=number), text.note)


def _bring(one: Ambassador, text: AmbassadorText, page: CampaignPage) -> None:
    subject = shared_of(CAMPAIGN, str(page.pk))
    if subject is None or page.meter is None:
        return
    make_holder_codes(one.code, subject, ShareChannel.values)
    codes = ShareCode.objects.filter(holder=one.code).order_by("channel")
    channels = list(codes.values_list("code", flat=True)[:3])
    offers = [
        Offer(
            meter_key=page.meter.key,
            kind="click",
            received_at=timezone.now(),
            nonce=f"{one.code}-{number}",
            person=f"{one.code}-{number}",
            network=f"{one.code}-{number}",
            came_by=channels[number % len(channels)],
        )
        for number in range(text.people)
    ]
    count_acts(offers)
